#include "views/code_points.h"

#include <algorithm>

#include "text/utf8.h"

namespace isnad::views {

CodePoints::CodePoints(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); at += step) {
        marks_.push_back(total_);
        total_ += static_cast<std::uint32_t>(utf8::count(text.substr(at, step)));
    }
}

std::uint32_t CodePoints::at(std::uint32_t byte) const {
    if (byte >= text_.size()) return total_;
    const std::uint32_t mark = byte / step;
    return marks_[mark] + static_cast<std::uint32_t>(
                              utf8::count(text_.substr(std::size_t{mark} * step, byte - mark * step)));
}

}  // namespace isnad::views
