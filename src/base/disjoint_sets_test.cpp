#include "base/disjoint_sets.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(DisjointSets, RootIsTheSmallestInAnyOrderOfJoins) {
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> joins{{4, 7}, {7, 2}, {9, 4}, {1, 3}};
    for (const bool backwards : {false, true}) {
        DisjointSets sets(10);
        for (std::size_t i = 0; i < joins.size(); ++i) {
            const auto [a, b] = joins[backwards ? joins.size() - 1 - i : i];
            backwards ? sets.join(b, a) : sets.join(a, b);
        }
        for (const std::uint32_t member : {2u, 4u, 7u, 9u}) EXPECT_EQ(sets.root(member), 2u);
        EXPECT_EQ(sets.root(3), 1u);
        for (const std::uint32_t alone : {0u, 5u, 6u, 8u}) EXPECT_EQ(sets.root(alone), alone);
    }
}

TEST(DisjointSets, JoiningGivesTheRoot) {
    DisjointSets sets(5);
    EXPECT_EQ(sets.join(4, 3), 3u);
    EXPECT_EQ(sets.join(3, 4), 3u);
    EXPECT_EQ(sets.join(4, 1), 1u);
}

}  // namespace
}  // namespace isnad
