// Marks in a stretch of text: overlapping ones are split so that they nest, and the first piece of a mark is
// told apart from those that carry it on.
#pragma once

#include <cstdint>
#include <vector>

#include "text/span.h"

namespace isnad::views {

// `mark` is an index into the list given to pieces_of.
struct MarkPiece {
    Span span;
    std::uint32_t mark = 0;
    bool first = true;
    bool last = true;
    std::uint32_t depth = 0;  // pieces that are open around it
};

// The pieces of marks inside `within`, in the order in which their elements open; each piece lies wholly
// inside or wholly outside every other. Where two begin together the longer is the outer one, of equal ones
// the earlier. Empty marks and parts outside `within` are left out; beyond `depth_cap` pieces around a place,
// marks are left out there.
std::vector<MarkPiece> pieces_of(const std::vector<Span>& marks, Span within, std::uint32_t depth_cap = 12);

}  // namespace isnad::views
