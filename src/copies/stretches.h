// Maximal stretches of words that two texts share.
#pragma once

#include <cstdint>
#include <vector>

#include "copies/shingles.h"
#include "model/copy.h"

namespace isnad::copies {

// Words [first, first + size) of one text are words [second, second + size) of the other.
struct Stretch {
    std::uint32_t first = 0, second = 0, size = 0;
    std::uint32_t quoted = 0;  // words of it that stand in direct speech in both
};

// The longest stretch at each word of `a`, left to right, of at least `least` words; those of `a` do not
// overlap and none runs over something that is in the page but not in the text. Linear in both texts: of a
// phrase that `b` repeats only the first few places are tried.
std::vector<Stretch> shared_stretches(const CopyText& a, const CopyText& b, std::uint32_t least);

SharedText spans_of(const Stretch& stretch, const CopyText& a, const CopyText& b);

}  // namespace isnad::copies
