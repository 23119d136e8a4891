#include "linking/groups.h"

#include <numeric>
#include <utility>

namespace isnad::linking {

Groups::Groups(const std::vector<Named>& things) : parent_(things.size()) {
    std::iota(parent_.begin(), parent_.end(), 0u);
    for (const Named& thing : things) known_.push_back(thing.known);
}

std::uint32_t Groups::root(std::uint32_t thing) const {
    while (parent_[thing] != thing) thing = parent_[thing] = parent_[parent_[thing]];
    return thing;
}

bool Groups::join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    if (a == b) return true;
    if (known_[a] && known_[b] && *known_[a] != *known_[b]) return false;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    if (!known_[a]) known_[a] = std::move(known_[b]);
    return true;
}

}  // namespace isnad::linking
