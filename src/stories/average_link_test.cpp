#include "stories/average_link.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace isnad::stories {
namespace {

// The obvious version: looks at all pairs of clusters before every step.
std::vector<std::uint32_t> slow_average_link(std::size_t count, const std::vector<Likeness>& edges,
                                             double threshold) {
    std::vector<std::vector<double>> alike(count, std::vector<double>(count, 0));
    for (const Likeness& edge : edges) alike[edge.a][edge.b] = alike[edge.b][edge.a] = edge.value;
    std::vector<std::vector<std::uint32_t>> clusters;
    for (std::uint32_t i = 0; i < count; ++i) clusters.push_back({i});
    while (true) {
        double best = threshold;
        std::size_t x = 0, y = 0;
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            for (std::size_t j = i + 1; j < clusters.size(); ++j) {
                double sum = 0;
                for (const auto a : clusters[i]) {
                    for (const auto b : clusters[j]) sum += alike[a][b];
                }
                sum /= static_cast<double>(clusters[i].size() * clusters[j].size());
                if (sum > best) best = sum, x = i, y = j;
            }
        }
        if (y == 0) break;
        clusters[x].insert(clusters[x].end(), clusters[y].begin(), clusters[y].end());
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(y));
    }
    std::vector<std::uint32_t> out(count);
    for (auto& cluster : clusters) {
        for (const auto item : cluster) out[item] = *std::min_element(cluster.begin(), cluster.end());
    }
    return out;
}

TEST(AverageLink, NothingAndOne) {
    EXPECT_TRUE(average_link({}, {}, 0.5).empty());
    EXPECT_EQ(average_link({1}, {}, 0.5), (std::vector<std::uint32_t>{0}));
}

TEST(AverageLink, AChainIsNoCluster) {
    // 0-1-2-3, each like the next only.
    const std::vector<Likeness> edges{{0, 1, 0.9}, {1, 2, 0.5}, {2, 3, 0.8}};
    EXPECT_EQ(average_link({1, 1, 1, 1}, edges, 0.3), (std::vector<std::uint32_t>{0, 0, 2, 2}));
}

TEST(AverageLink, SizesWeigh) {
    // 1 stands for nine items that are like 2; 0 is like 2 too, but alone.
    const std::vector<Likeness> edges{{0, 1, 0.9}, {1, 2, 0.5}, {0, 2, 0.0}};
    EXPECT_EQ(average_link({1, 9, 1}, edges, 0.44), (std::vector<std::uint32_t>{0, 0, 0}));
    EXPECT_EQ(average_link({9, 1, 1}, edges, 0.44), (std::vector<std::uint32_t>{0, 0, 2}));
}

TEST(AverageLink, AgreesWithTheSlowVersion) {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        const std::uint32_t count = 3 + static_cast<std::uint32_t>(random() % 20);
        std::vector<Likeness> edges;
        for (std::uint32_t a = 0; a < count; ++a) {
            for (std::uint32_t b = a + 1; b < count; ++b) {
                if (random() % 3 != 0) edges.push_back({a, b, static_cast<double>(random() % 100'000) / 1e5});
            }
        }
        const std::vector<double> ones(count, 1.0);
        EXPECT_EQ(average_link(ones, edges, 0.4), slow_average_link(count, edges, 0.4)) << seed;
    }
}

}  // namespace
}  // namespace isnad::stories
