// Feasts that move in the Gregorian year: by Easter, or by the weekdays of a month.
#pragma once

#include <optional>
#include <string_view>

#include "base/civil.h"

namespace isnad::times {

// The Sunday of Easter, by the Gregorian computus (Meeus, Jones and Butcher). Requires a year from 1583 on.
Day western_easter(int year);

// The same by the Julian computus (Meeus), as a Gregorian day: Easter of the eastern churches.
Day eastern_easter(int year);

// The day of a feast in a year, by the cell `value` of a holiday: "easter:-2", "eastern:1" count days from
// Easter; "nth:11-4-4" is the fourth Thursday (1 Monday) of November. Nothing for another cell or before
// 1583.
std::optional<Day> feast_day(std::string_view rule, int year);

}  // namespace isnad::times
