// Places where compressed bytes can be read anew, and how much they may expand.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "source/streams/bytes.h"

namespace isnad::source {

// The starts of members or frames, in order. At most a few thousand are kept: with fewer of them going on at
// a position reads more again, and gives the same.
class Restarts {
  public:
    void add(Mark mark);
    void clear() { marks_.clear(); }
    // The last one at or before an offset; the beginning when none is kept.
    Mark before(std::uint64_t offset) const;

  private:
    std::vector<Mark> marks_;
};

// The error when `made` bytes out of `used` are more than a sound file expands to (base/limits.h).
std::optional<Error> check_expansion(std::uint64_t used, std::uint64_t made);

}  // namespace isnad::source
