// Agglomerative clustering with average linkage over a sparse graph (Sneath and Sokal 1973): the two clusters
// that are most alike on average join, until none are alike enough. Pairs without an edge count as 0.
#pragma once

#include <cstdint>
#include <vector>

namespace isnad::stories {

struct Likeness {
    std::uint32_t a = 0, b = 0;  // a < b
    double value = 0;
};

// `sizes[i]` is the weight of item i in averages. Gives each item the smallest item of its cluster. Of equal
// pairs the one with the smallest items goes first. n log n in the edges, near enough.
std::vector<std::uint32_t> average_link(const std::vector<double>& sizes, const std::vector<Likeness>& edges,
                                        double threshold);

}  // namespace isnad::stories
