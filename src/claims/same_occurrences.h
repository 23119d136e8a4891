// Which occurrences of a story are one: the same deed, done once, to the same.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/occurrences.h"

namespace isnad::claims {

// Indices into the occurrences, ascending; two or more.
struct OneOccurrence {
    DeedIndex deed = 0;
    std::vector<std::uint32_t> told;
    bool repeated = false;  // a document tells it of two days or hours: it may have happened twice
};

// Occurrences are one when deed and clause are alike by what they name, or when the deed is what the story is
// about and one clause only says "the collapse" or "the disaster". Single link.
std::vector<OneOccurrence> same_occurrences(const StoryView& view, const std::vector<Occurrence>& all);

}  // namespace isnad::claims
