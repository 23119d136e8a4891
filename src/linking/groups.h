// Growing groups of named things that refuse to hold what cannot be one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/disjoint_sets.h"
#include "linking/identity.h"

namespace isnad::linking {

class Groups {
  public:
    explicit Groups(const std::vector<Named>& things);

    std::uint32_t root(std::uint32_t thing) const { return sets_.root(thing); }

    // Joins the groups of both unless the lexicon knows them as two; whether they are one now.
    bool join(std::uint32_t a, std::uint32_t b);

    const std::optional<Known>& known(std::uint32_t thing) const { return known_[root(thing)]; }

  private:
    mutable DisjointSets sets_;                // looking up shortens paths
    std::vector<std::optional<Known>> known_;  // of roots
};

}  // namespace isnad::linking
