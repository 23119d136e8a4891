// The calendar strip of a claim about a date: one cell for each date that was given, the days between them
// when they are few, a dot for each origin. The strip runs in the direction of reading.
#pragma once

#include <string>
#include <vector>

#include "views/page_sheet.h"

namespace isnad::views {

struct CalendarCell {
    std::string date;  // EDTF; empty for a gap of more days than are shown
    std::vector<std::uint32_t> origins;
};

// In order of time. Days between two given ones are filled in when they are at most three.
std::vector<CalendarCell> cells_of(const Claim& claim);

// Nothing when fewer than two dates differ.
void write_calendar(Sheet& sheet, const Claim& claim);

}  // namespace isnad::views
