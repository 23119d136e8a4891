// Dates and times of day written in digits: "2025-08-13", "13/8/2025", "17.10.2023", "23/09/18", "20250813",
// "24 . 04 . 2019", "2023-11", and what may follow, "T10:20:00+03:00". A date that can be read in several
// ways keeps them all; who knows more (a weekday, other dates, the day of fetch) decides.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"

namespace isnad {

struct DigitDate {
    std::size_t end = 0;        // bytes read
    std::array<Day, 3> days{};  // the readings, the likeliest first: year first, then day first, month first
    std::size_t count = 0;      // how many
    bool month_only = false;    // the day is not named: days[0] is the first of the month
    bool short_year = false;    // the year has two digits
};

// The date at the beginning of a text, no digit before or behind it; years 1900 to 2100 only. Nothing when
// the digits make no date.
std::optional<DigitDate> digit_date(std::string_view text);

struct DigitClock {
    std::size_t end = 0;  // bytes read
    int hour = 0, minute = 0, second = -1;
    std::string zone{};  // "", "Z", "+03:00"
};

// The time of day at the beginning of a text: "10:20", "10:20:33.517", with "Z" or an offset behind it.
std::optional<DigitClock> digit_clock(std::string_view text);

// Seconds or milliseconds since 1970 that fall into the years 1995 to 2100: ten or thirteen digits and
// nothing else. The value in seconds.
std::optional<long long> epoch_seconds(std::string_view text);

// "2025-08-13T10:20:00Z" of seconds since 1970.
std::string iso_moment(long long epoch_seconds);

}  // namespace isnad
