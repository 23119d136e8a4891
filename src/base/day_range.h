// What days a date may mean: TIMEX3 values and EDTF (ISO 8601-2) dates as ranges of days.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"

namespace isnad {

// From the first to the last day, both inside.
struct DayRange {
    Day from, to;

    int days() const { return static_cast<int>((to - from).count()) + 1; }
    bool overlaps(DayRange other) const { return from <= other.to && other.from <= to; }
    bool contains(Day day) const { return from <= day && day <= to; }
    bool contains(DayRange other) const { return from <= other.from && other.to <= to; }
    bool operator==(const DayRange&) const = default;
};

// Days between two ranges that do not overlap; 0 when they do.
int gap(DayRange a, DayRange b);

// "2025-08-13", "2025-08", "2025", "2025-W33", "2025-08-13T20:15", "2025-08-13TMO", "2025-Q3", "2025-SU",
// "201", "20" (decade, century), and intervals of these ("2025-08-24/2025-08-30"); marks of doubt (~ ? %) are
// left out. Nothing for durations, sets, references ("PAST_REF") and what is no date.
std::optional<DayRange> day_range(std::string_view value);

// "2025-08-13", or the shortest EDTF form of a whole month or year, or an interval.
std::string edtf(DayRange range);

}  // namespace isnad
