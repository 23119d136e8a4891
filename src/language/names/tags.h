// What the tagger says of each word: outside of names, or first or further word of a name of some type (BIO,
// Ramshaw and Marcus 1995).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace isnad::names {

enum class TagType : std::uint8_t { person, organisation, place, event, product, group, other };
constexpr std::size_t tag_types = 7;

constexpr std::size_t outside = 0, tags = 1 + 2 * tag_types, lanes = 16;  // one lane is spare
constexpr std::size_t begins(TagType type) { return 1 + 2 * static_cast<std::size_t>(type); }
constexpr std::size_t goes_on(TagType type) { return 2 + 2 * static_cast<std::size_t>(type); }
constexpr bool is_begin(std::size_t tag) { return tag % 2 == 1; }
constexpr TagType tag_type_of(std::size_t tag) { return static_cast<TagType>((tag - 1) / 2); }
// A name goes on only behind a word of a name of its type.
constexpr bool may_follow(std::size_t before, std::size_t tag) {
    return tag == outside || is_begin(tag) || before == tag || before + 1 == tag;
}

using TagScores = std::array<float, lanes>;
using TagSums = std::array<std::int16_t, lanes>;  // the same in steps

// Whose conventions the tags follow. ANERcorp knows no events, products and groups, but an "other" of its own
// (currencies, religions, prizes), and takes no account of ours.
enum class Convention : std::uint8_t { ours, anercorp };
constexpr bool allows(Convention convention, std::size_t tag) {
    if (tag == outside) return true;
    const TagType type = tag_type_of(tag);
    if (type <= TagType::place) return true;
    return (type == TagType::other) == (convention == Convention::anercorp);
}

}  // namespace isnad::names
