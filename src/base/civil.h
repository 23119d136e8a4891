// Civil days of the proleptic Gregorian calendar, and their ISO 8601 spellings. The clock is never read here.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace isnad {

using Day = std::chrono::sys_days;

// The day, or nothing when there is none such (31 April) or the year is outside 1..9999.
std::optional<Day> civil_day(int year, unsigned month, unsigned day);

int year_of(Day day);
unsigned month_of(Day day);
unsigned day_of_month(Day day);

// ISO weekday: 1 Monday ... 7 Sunday.
unsigned weekday_of(Day day);

// "2025-08-13", "2025-08", "2025", "2025-W35".
std::string iso_day(Day day);
std::string iso_month(int year, unsigned month);
std::string iso_year(int year);
std::string iso_week(Day day);

// Reads "2025-08-13" (and nothing else).
std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace isnad
