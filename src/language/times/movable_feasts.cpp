#include "language/times/movable_feasts.h"

#include <charconv>

namespace isnad::times {
namespace {

using std::chrono::days;

constexpr int first_year_of_feasts = 1583;

int number_at(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// "11-4-4": month, weekday, which of them.
std::optional<Day> weekday_of_month(std::string_view rule, int year) {
    const std::size_t first = rule.find('-'), second = rule.find('-', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    const int month = number_at(rule), weekday = number_at(rule.substr(first + 1)),
              nth = number_at(rule.substr(second + 1));
    if (month < 1 || weekday < 1 || weekday > 7 || nth < 1 || nth > 5) return std::nullopt;
    const auto start = civil_day(year, static_cast<unsigned>(month), 1);
    if (!start) return std::nullopt;
    const int ahead = (weekday - static_cast<int>(weekday_of(*start)) + 7) % 7;
    return *start + days{ahead + 7 * (nth - 1)};
}

}  // namespace

Day western_easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
    const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    return *civil_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

Day eastern_easter(int year) {
    const int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30;
    const int e = (2 * a + 4 * b - d + 34) % 7, month = (d + e + 114) / 31, day = (d + e + 114) % 31 + 1;
    const int behind = year / 100 - year / 400 - 2;  // days by which the Julian calendar lags
    return *civil_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day)) + days{behind};
}

std::optional<Day> feast_day(std::string_view rule, int year) {
    const std::size_t colon = rule.find(':');
    if (colon == std::string_view::npos || year < first_year_of_feasts || year > 9000) return std::nullopt;
    const std::string_view name = rule.substr(0, colon), rest = rule.substr(colon + 1);
    if (name == "easter") return western_easter(year) + days{number_at(rest)};
    if (name == "eastern") return eastern_easter(year) + days{number_at(rest)};
    if (name == "nth") return weekday_of_month(rest, year);
    return std::nullopt;
}

}  // namespace isnad::times
