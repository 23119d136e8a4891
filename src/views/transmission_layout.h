// Where the nodes and bands of a transmission stand in its picture: columns from the sources to the outlets,
// boxes below each other in every column, bands between them that never cross a box.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "views/transmission.h"

namespace isnad::views {

struct FlowBox {
    std::uint32_t node = 0;
    std::size_t column = 0;
    double top = 0, height = 0;  // pixels
};

// Where a band leaves or enters a column, at its upper edge.
struct FlowPoint {
    std::size_t column = 0;
    double top = 0;
};

// From the first point to the last; a column between has one point, where the band passes below its boxes.
struct FlowBand {
    std::uint32_t edge = 0;
    double width = 0;
    std::vector<FlowPoint> points;
};

struct FlowLayout {
    std::size_t columns = 0;
    double height = 0;
    std::vector<FlowBox> boxes;  // one a node, in order of nodes
    std::vector<FlowBand> bands;
};

// Carriers that pass on to carriers make two columns of them; where they do so in rings, some bands lead
// back. Order in a column lessens crossings: by the mean place of what feeds a box (Sugiyama, Tagawa and Toda
// 1981), sources by their statements. Others stand last.
// `least`: the height in pixels that each node needs for its words; bands may make a box higher.
FlowLayout layout_of(const Transmission& transmission, const std::vector<double>& least);

}  // namespace isnad::views
