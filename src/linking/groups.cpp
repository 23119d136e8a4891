#include "linking/groups.h"

#include <utility>

namespace isnad::linking {

Groups::Groups(const std::vector<Named>& things) : sets_(things.size()) {
    for (const Named& thing : things) known_.push_back(thing.known);
}

bool Groups::join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    if (a == b) return true;
    if (known_[a] && known_[b] && *known_[a] != *known_[b]) return false;
    if (b < a) std::swap(a, b);
    sets_.join(a, b);
    if (!known_[a]) known_[a] = std::move(known_[b]);
    return true;
}

}  // namespace isnad::linking
