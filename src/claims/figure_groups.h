// Figures of a story that speak of the same thing, by whomever and of whatever value.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/same_figure.h"

namespace isnad::claims {

// Indices of figures, ascending; groups are disjoint and have two members at least.
using FigureGroup = std::vector<std::uint32_t>;

// Average-link clustering over `sameness`: two groups join while most pairs across them are the same thing.
std::vector<FigureGroup> group_figures(const StoryView& view, const std::vector<Figure>& figures);

}  // namespace isnad::claims
