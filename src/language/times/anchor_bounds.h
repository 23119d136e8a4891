// What the text of a report tells about the day it was written on, where the page states none: dates beside
// "today", past and coming dates, months of "last June" and "the current year 2018", weekdays with a day and
// month, events whose days are general knowledge. Each gives the days that it leaves possible; together they
// may leave few.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day_range.h"
#include "language/times/times.h"

namespace isnad::times {

// Days that one piece of evidence leaves possible, in order, disjoint; open ends reach to the ends of
// `days_known`.
struct DayBound {
    std::vector<DayRange> within;
    std::string why;  // for people: the words and what they tell
    std::optional<Span> span{};
};

// The days that bounds speak of: 1990 to 2035.
DayRange days_known();

// Bounds by dates and events in the text, in the order of the text.
std::vector<DayBound> bounds_of_text(const Document& document, const Words& words,
                                     const words::Numerals& numerals, const Knowledge& knowledge,
                                     const Expressions& expressions);

}  // namespace isnad::times
