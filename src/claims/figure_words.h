// Figures in words and numbers for people and programs: values, units, what is told, the sentence that says
// why accounts were related.
#pragma once

#include <string>
#include <vector>

#include "claims/figures.h"

namespace isnad::claims {

// "14", "2.5", "11000/14000", "3000/.." in a unit of the same dimension.
std::string value_text(const Interval& value);

// The same for people: "at least 3,000", "11,000 to 14,000", "120 million".
std::string shown_value(const Interval& value);

// "hectares", "square feet", "EUR": a unit behind any number.
std::string plural(std::string_view unit);

// "dead", "destroyed houses", "EUR": what a figure tells.
std::string told_text(const Knowledge& knowledge, const Figure& figure);

// A figure as an account, its interval in the unit of `like`.
Account account_of(const Figure& figure, const Figure& like);

// What the claim of some figures is about; the first is the founding one.
About about_of(const StoryView& view, const Figure& figure);

// "14, 19 and 27".
std::string list_text(const std::vector<std::string>& items);

}  // namespace isnad::claims
