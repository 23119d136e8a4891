// From bytes of the page text to code points, the unit of every offset that leaves the engine.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace isnad::views {

class CodePoints {
  public:
    // Counts once over the text (valid UTF-8) and keeps a mark every 256 bytes.
    explicit CodePoints(std::string_view text);

    std::uint32_t at(std::uint32_t byte) const;
    CodePointSpan of(Span span) const { return {at(span.begin), at(span.end)}; }
    std::uint32_t total() const { return total_; }

  private:
    static constexpr std::uint32_t step = 256;
    std::string_view text_;
    std::vector<std::uint32_t> marks_;
    std::uint32_t total_ = 0;
};

}  // namespace isnad::views
