// What is known about HTML elements by their names (HTML Living Standard, sections 13.1.2 and 15.3), and
// about elements by their class names (habits of pages; the lists are ours).
#pragma once

#include <cstdint>
#include <string_view>

#include "model/markup.h"

namespace isnad::source::html {

namespace trait {
constexpr std::uint32_t block = 1,  // divides lines
    unseen = 2,                     // its content is not shown
    is_void = 4,                    // has no end tag
    formatting = 8,                 // reopened by the parser until its own end tag comes
    closes_p = 16,                  // its start tag ends an open <p>
    barrier = 32,                   // no end tag inside it reaches outside
    raw = 64,                       // its content holds no tags
    spaced = 128,                   // inline, but shown apart from its neighbours
    link = 256, bold = 512, table_part = 1024, special = 2048;
}  // namespace trait

struct Traits {
    std::uint32_t bits = 0;
    TagKind kind = TagKind::other;
    std::uint32_t inside = 0;
    bool is(std::uint32_t bit) const { return (bits & bit) != 0; }
};

// By lower-case name; an unknown element is inline.
Traits traits_of(std::string_view name);

// The hints of a class, id, role or itemprop attribute: its words are divided at signs and inner capitals.
std::uint32_t hints_of(std::string_view names);

}  // namespace isnad::source::html
