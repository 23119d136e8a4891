// Caps of the claims room: beyond them a story is told by its first figures.
#pragma once

#include <cstddef>

namespace isnad::claims::limits {

constexpr std::size_t figures_per_story = 6000;  // further documents give no figures
constexpr std::size_t figures_compared = 150;    // of one property and measure in one story
constexpr std::size_t singles_per_story = 8;     // figures that one source alone tells

}  // namespace isnad::claims::limits
