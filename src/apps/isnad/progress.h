// How far reading came, as a bar on a terminal's stderr; nothing elsewhere.
#pragma once

#include <chrono>
#include <cstdint>

#include "engine/collect.h"

namespace isnad::apps {

class ProgressBar {
  public:
    // `begin`: bytes that were read before, when reading goes on.
    explicit ProgressBar(bool wanted, std::uint64_t begin = 0);
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    // Draws the bar, a few times a second at most.
    void show(const engine::Progress& progress);
    // Takes it away, so that something else can be written.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    bool shown_;
    bool drawn_ = false;
    std::uint64_t begin_;
    Clock::time_point started_, last_{};
};

}  // namespace isnad::apps
