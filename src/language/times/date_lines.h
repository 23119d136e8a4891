// The dates of one line of chrome, one after the other, each with the time of day, the weekday and the role
// that the words beside it give it. How the line is read:
//   digits in any order (base/digit_dates.h), month names of every region, Hijri dates, a month with its
//   year; "an hour ago", "yesterday 10:30" and days without a year against the time of fetch.
#pragma once

#include <vector>

#include "language/times/expression.h"
#include "language/times/scan.h"
#include "language/times/times.h"

namespace isnad::times {

// What a stretch of words in a date line says.
struct LineClock {
    std::uint32_t first = 0, end = 0;  // words
    int hour = 0, minute = 0, second = -1;
    std::string zone{};  // "", "Z", "+03:00"
};

// A time of day at a word, with its half of the day and its zone; nothing when none begins there. An hour
// beyond 12 stays as it is whatever half the page gives it.
std::optional<LineClock> line_clock(const Scan& scan, std::uint32_t at);

// A day told by its distance from the moment of fetch: "3 hours ago", "yesterday". `value` is a day, or an
// interval of days when the words leave room.
struct RelativeDay {
    std::uint32_t end = 0;
    std::string value;
    std::string moment{};  // to the minute when the fetch is
};

std::optional<RelativeDay> relative_day(const Scan& scan, std::uint32_t at, const FetchedAt& fetched);

}  // namespace isnad::times
