// Mentions: expressions that stand for an entity without being its name. One may lie in another: "the agency"
// in "the head of the agency".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/annotations.h"

namespace isnad {

enum class MentionKind : std::uint8_t {
    role,         // "the Russian president", "the minister of agriculture"
    counterpart,  // "his Egyptian counterpart"
    pair,         // "the two leaders", "both sides", "the two countries"
    pronoun,      // a free pronoun that is a subject
    noun          // "the agency", "the latter", "the ministry", "the company"
};

struct Mention {
    Span span;  // without proclitics; the article inside
    MentionKind kind = MentionKind::noun;
    std::vector<std::uint32_t>
        names{};                   // names of the layer that it stands for, in text order; empty: unresolved
    std::optional<Known> known{};  // who held the role on the reference date, by the lexicon, when no name
                                   // of the document does
    std::optional<std::uint32_t> place{};  // the name that a role belongs to: "president of [Tunisia]"
    Why why{};
};

}  // namespace isnad
