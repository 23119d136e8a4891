#include "base/civil.h"

#include <cstdio>

namespace isnad {

namespace chrono = std::chrono;

std::optional<Day> civil_day(int year, unsigned month, unsigned day) {
    const chrono::year_month_day date{chrono::year{year}, chrono::month{month}, chrono::day{day}};
    if (year < 1 || year > 9999 || !date.ok()) return std::nullopt;
    return Day{date};
}

int year_of(Day day) { return static_cast<int>(chrono::year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(chrono::year_month_day{day}.month()); }
unsigned day_of_month(Day day) { return static_cast<unsigned>(chrono::year_month_day{day}.day()); }
unsigned weekday_of(Day day) { return chrono::weekday{day}.iso_encoding(); }

std::string iso_day(Day day) {
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", year_of(day), month_of(day), day_of_month(day));
    return out;
}

std::string iso_month(int year, unsigned month) {
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02u", year, month);
    return out;
}

std::string iso_year(int year) {
    char out[24];
    std::snprintf(out, sizeof out, "%04d", year);
    return out;
}

std::string iso_week(Day day) {
    const Day thursday = day + chrono::days{4 - static_cast<int>(weekday_of(day))};
    const Day first = *civil_day(year_of(thursday), 1, 1);
    char out[40];
    std::snprintf(out, sizeof out, "%04d-W%02d", year_of(thursday),
                  static_cast<int>((thursday - first).count()) / 7 + 1);
    return out;
}

std::optional<Day> parse_iso_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (char c : text.substr(from, count)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    return civil_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

}  // namespace isnad
