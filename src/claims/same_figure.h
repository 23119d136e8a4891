// Whether two figures speak of the same thing, and whether their values fit.
#pragma once

#include <string_view>

#include "claims/figures.h"

namespace isnad::claims {

// Why two figures are held to speak of the same thing, or why not.
struct Sameness {
    bool same = false;
    double score = 0;         // how sure, 0 to 1
    std::string_view reason;  // in static storage: what keeps them apart
};

// Whether the population alone makes figures worth comparing: people or things of one kind ("soldiers"), not
// people of any kind.
bool tells_much(const Knowledge& knowledge, const std::optional<ConceptIndex>& population);

Sameness sameness(const StoryView& view, const Figure& a, const Figure& b);

// Whether the values may both be right: the intervals meet, "about" and conversions given their room.
bool values_fit(const Figure& a, const Figure& b);

// Whether they fit or lie so near that one text may give both ("more than 220", "221").
bool nearly_fit(const Figure& a, const Figure& b);

// Whether the values are equal and telling: 0 for a small or round number that may be equal by chance, 1 for
// a number of many digits.
double telling_value(const Figure& figure);

}  // namespace isnad::claims
