#include "apps/isnad/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace isnad::apps {
namespace {

std::string megabytes(std::uint64_t bytes) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", static_cast<double>(bytes) / 1e6);
    return text;
}

std::string duration(double seconds) {
    const auto whole = static_cast<unsigned long>(std::clamp(seconds, 0.0, 3.6e8));
    char text[48];
    if (whole >= 3600)
        std::snprintf(text, sizeof text, "%lu:%02lu:%02lu", whole / 3600, whole / 60 % 60, whole % 60);
    else
        std::snprintf(text, sizeof text, "%lu:%02lu", whole / 60, whole % 60);
    return text;
}

}  // namespace

ProgressBar::ProgressBar(bool wanted, std::uint64_t begin)
    : shown_(wanted && ::isatty(STDERR_FILENO) != 0), begin_(begin), started_(Clock::now()) {}

void ProgressBar::show(const engine::Progress& progress) {
    const auto now = Clock::now();
    if (!shown_ || now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    const double seconds = std::max(0.001, std::chrono::duration<double>(now - started_).count());
    const bool known = progress.all_bytes > 0;
    constexpr std::size_t width = 24;
    std::string line = "\r";
    if (known) {
        const double part =
            std::min(1.0, static_cast<double>(progress.bytes) / static_cast<double>(progress.all_bytes));
        std::string bar(static_cast<std::size_t>(part * width), '#');
        bar.resize(width, '.');
        line += "[" + bar + "] ";
    }
    line += megabytes(progress.bytes) + (known ? "/" + megabytes(progress.all_bytes) : "") + " MB, ";
    line += std::to_string(progress.pages) + " pages, ";
    line += std::to_string(static_cast<std::uint64_t>(static_cast<double>(progress.pages) / seconds)) + "/s";
    const std::uint64_t fresh = progress.bytes - std::min(begin_, progress.bytes);
    if (known && fresh > 0 && progress.bytes < progress.all_bytes) {
        const auto rest = static_cast<double>(progress.all_bytes - progress.bytes);
        line += ", " + duration(rest * seconds / static_cast<double>(fresh)) + " left";
    }
    line += "\033[K";
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
    drawn_ = true;
}

void ProgressBar::clear() {
    if (drawn_) std::fputs("\r\033[K", stderr);
    drawn_ = false;
}

}  // namespace isnad::apps
