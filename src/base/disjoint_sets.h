// Disjoint sets over 0 ... n - 1 (union-find with path halving, Tarjan and van Leeuwen 1984). The smallest
// member of a set is its root, whatever the order of joins, so that results do not depend on it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace isnad {

class DisjointSets {
  public:
    explicit DisjointSets(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), 0u);
    }

    std::uint32_t root(std::uint32_t member) {
        while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
        return member;
    }

    // Joins the sets of both; the root of the joined set.
    std::uint32_t join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        parent_[std::max(a, b)] = std::min(a, b);
        return std::min(a, b);
    }

  private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace isnad
