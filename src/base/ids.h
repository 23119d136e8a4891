// Strong ids: an index into a layer and a name that derives from content are different types and do not mix.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace isnad {

// A position in a list of T, from 0.
template <class T>
struct Id {
    std::uint32_t index = 0;
    auto operator<=>(const Id&) const = default;
};

// A stable id of a T ("d-5f0c...") that derives from what founded it.
template <class T>
struct Key {
    std::string text;
    auto operator<=>(const Key&) const = default;
};

}  // namespace isnad
