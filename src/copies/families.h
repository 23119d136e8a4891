// Copy families: documents that pairs tie together.
#pragma once

#include <vector>

#include "model/copy.h"

namespace isnad::copies {

// A pair, and whether it makes its documents one family.
struct Bond {
    CopyPair pair;
    bool unites = true;
};

// By union-find over the bonds that unite, tightest kind first, so that the kind of a family is the loosest
// one that it needs. Ordered by first document.
std::vector<CopyFamily> families_of(const std::vector<Bond>& bonds, const Collection& collection);

}  // namespace isnad::copies
