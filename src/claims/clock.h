// Hours of a day as texts tell them: to the minute, rounded, or as a part of the day.
#pragma once

#include <optional>
#include <string_view>

namespace isnad::claims {

struct Clock {
    int from = 0, to = 0;  // minutes since midnight of its day; beyond 1440 for a night's small hours
    bool exact = false;    // a clock time, not a part of the day
    bool rounded = false;  // a full or half hour: "around four"
};

// The clock of a TIMEX3 value: "2026-03-10T03:40", "T04:15", "2026-03-09TNI". Nothing without a time of day,
// or when it is told in another zone than that of the place ("T19:40Z").
std::optional<Clock> clock_of(std::string_view value);

// Whether two tellings, the second `days` days after the first, may be one time.
bool fit(const Clock& a, const Clock& b, int days);

// Whether they exclude each other: to the minute beyond what rounding explains, or parts of the day that do
// not touch.
bool exclude(const Clock& a, const Clock& b, int days);

}  // namespace isnad::claims
