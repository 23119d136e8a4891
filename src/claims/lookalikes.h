// Figures that a reader may take for accounts of one thing: the bodies in a morgue and the official dead,
// those who were brought away and those who fled.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/figures.h"

namespace isnad::claims {

// Indices of figures: one value of one thing, and another of another thing. Neither is empty.
struct Lookalike {
    std::vector<std::uint32_t> first, second;
};

// Pairs of near concepts told of the same episode and day, whose values differ but not by much. At most one
// of each kind a story.
std::vector<Lookalike> lookalikes(const StoryView& view, const std::vector<Figure>& figures);

}  // namespace isnad::claims
