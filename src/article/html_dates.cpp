#include "article/html_dates.h"

#include <array>
#include <cstdio>

#include "article/html_facts.h"
#include "base/ascii.h"
#include "base/digit_dates.h"

namespace isnad::article {
namespace {

using ascii::is_digit;
using ascii::is_letter;
using ascii::lower;

constexpr int first_year = 1990, last_year = 2100;
constexpr std::size_t date_bytes = 60;  // bytes of a value; dates are shorter
constexpr std::size_t dates_of_one_address = 4;

bool is_of_web(Day day) { return year_of(day) >= first_year && year_of(day) <= last_year; }

struct MonthStart {
    std::string_view start;
    int month;
};

// English months by three letters; French ones where they differ.
constexpr std::array month_starts{
    MonthStart{"jan", 1},  MonthStart{"feb", 2},  MonthStart{"fev", 2},  MonthStart{"mar", 3},
    MonthStart{"apr", 4},  MonthStart{"avr", 4},  MonthStart{"may", 5},  MonthStart{"mai", 5},
    MonthStart{"june", 6}, MonthStart{"juin", 6}, MonthStart{"jun", 6},  MonthStart{"july", 7},
    MonthStart{"juil", 7}, MonthStart{"jul", 7},  MonthStart{"aug", 8},  MonthStart{"aou", 8},
    MonthStart{"sep", 9},  MonthStart{"oct", 10}, MonthStart{"nov", 11}, MonthStart{"dec", 12}};

int month_named(std::string_view word) {
    std::string low;
    for (const char c : word.substr(0, 4)) low += lower(c);
    for (const MonthStart& month : month_starts) {
        if (low.starts_with(month.start)) return month.month;
    }
    return 0;
}

struct Parts {
    int year = 0, month = 0, day = 0;
    std::optional<DigitClock> clock{};
    std::string zone{};
    bool afternoon = false, morning = false;
};

void take_word(Parts& parts, std::string_view word) {
    std::string low;
    for (const char c : word) low += lower(c);
    if (low == "pm") parts.afternoon = true;
    if (low == "am") parts.morning = true;
    if (low == "gmt" || low == "utc") parts.zone = "Z";
    if (parts.month == 0 && low.size() >= 3) parts.month = month_named(low);
}

// Words and numbers of a value from `at` on, in any order; the clock is the first with a colon.
Parts parts_of(std::string_view text, std::size_t at) {
    Parts out;
    while (at < text.size()) {
        const std::size_t begin = at;
        if (is_letter(text[at])) {
            while (at < text.size() && is_letter(text[at])) ++at;
            take_word(out, text.substr(begin, at - begin));
            if (!out.zone.empty() && out.clock && at < text.size() && (text[at] == '+' || text[at] == '-')) {
                const auto offset = digit_clock("0:00" + std::string(text.substr(at, 6)));  // "GMT+0300"
                if (offset && !offset->zone.empty()) out.zone = offset->zone;
                at += 5;
            }
        } else if (is_digit(text[at])) {
            if (const auto clock = out.clock ? std::nullopt : digit_clock(text.substr(at))) {
                out.clock = clock;
                at += clock->end;
                continue;
            }
            int value = 0;
            for (; at < text.size() && is_digit(text[at]); ++at)
                value = value % 100'000 * 10 + (text[at] - '0');
            if (at - begin <= 2 && out.day == 0) out.day = value;
            if (at - begin == 4 && out.year == 0 && !out.clock) out.year = value;
            if (at - begin == 4 && out.year == 0 && out.clock) out.year = value;  // "Oct 7 10:00:00 2020"
        } else {
            ++at;
        }
    }
    return out;
}

std::string moment_of(Day day, const Parts& parts) {
    if (!parts.clock) return {};
    int hour = parts.clock->hour;
    if (parts.afternoon && hour < 12) hour += 12;
    if (parts.morning && hour == 12) hour = 0;
    char time[24];
    if (parts.clock->second >= 0)
        std::snprintf(time, sizeof time, "T%02d:%02d:%02d", hour, parts.clock->minute, parts.clock->second);
    else
        std::snprintf(time, sizeof time, "T%02d:%02d", hour, parts.clock->minute);
    return iso_day(day) + time + (parts.clock->zone.empty() ? parts.zone : parts.clock->zone);
}

// "20201007T102030Z": the time without colons.
void take_compact_clock(Parts& parts, std::string_view rest) {
    if (parts.clock || rest.size() < 5 || (rest[0] != 'T' && rest[0] != 't')) return;
    std::size_t digits = 1;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    if (digits != 5 && digits != 7) return;
    std::string spelled = std::string(rest.substr(1, 2)) + ':' + std::string(rest.substr(3, 2));
    if (digits == 7) spelled += ':' + std::string(rest.substr(5, 2));
    spelled += rest.substr(digits);
    parts.clock = digit_clock(spelled);
}

std::optional<MetadataDate> digits_first(std::string_view text) {
    const auto found = digit_date(text);
    if (!found || !is_of_web(found->days[0])) return std::nullopt;
    MetadataDate out;
    out.day = found->days[0];
    out.month_only = found->month_only;
    if (found->count > 1) out.other = found->days[1];
    std::string_view rest = text.substr(found->end);
    Parts parts = parts_of(rest, 0);
    take_compact_clock(parts, rest);
    if (!out.month_only) out.moment = moment_of(out.day, parts);
    return out;
}

}  // namespace

std::optional<MetadataDate> read_metadata_date(std::string_view value) {
    if (const auto seconds = epoch_seconds(value)) {
        MetadataDate out;
        out.moment = iso_moment(*seconds);
        out.day = *parse_iso_day(std::string_view(out.moment).substr(0, 10));
        return is_of_web(out.day) ? std::optional(out) : std::nullopt;
    }
    const std::string_view text = value.substr(0, date_bytes);
    if (!text.empty() && is_digit(text[0])) {
        if (auto date = digits_first(text)) return date;
    }
    const Parts parts = parts_of(text, 0);
    if (parts.month == 0 || parts.day == 0 || parts.year == 0) return std::nullopt;
    const auto day =
        civil_day(parts.year, static_cast<unsigned>(parts.month), static_cast<unsigned>(parts.day));
    if (!day || !is_of_web(*day)) return std::nullopt;
    MetadataDate out;
    out.day = *day;
    out.moment = moment_of(*day, parts);
    return out;
}

std::optional<Day> day_of_metadata(std::string_view value) {
    const auto date = read_metadata_date(value);
    if (!date || date->month_only || date->other) return std::nullopt;
    return date->day;
}

namespace {

// Where the path of an address begins, behind scheme and host.
std::size_t path_of(std::string_view address) {
    const std::size_t scheme = address.find("://");
    const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
    return std::min(address.find('/', host), address.size());
}

}  // namespace

std::vector<AddressDate> dates_of_address(std::string_view address) {
    std::vector<AddressDate> out;
    address = address.substr(0, 2048);
    for (std::size_t at = path_of(address); at < address.size() && out.size() < dates_of_one_address; ++at) {
        if (!is_digit(address[at]) || is_digit(address[at - 1])) continue;
        const auto found = digit_date(address.substr(at));
        if (!found || !is_of_web(found->days[0]) || found->short_year) continue;
        const std::size_t end = at + found->end;
        const bool folder = address[at - 1] == '/' || address[at - 1] == '=';
        const bool closed = end >= address.size() || address[end] == '/' || address[end] == '&';
        const bool slashes = found->end >= 6 && address[at + 4] == '/';
        if (end < address.size() && is_digit(address[end])) continue;
        if (found->month_only && (!folder || !slashes)) continue;  // "1995-10" may count anything
        AddressDate date{iso_day(found->days[0]), folder && (closed || slashes), {}};
        if (found->month_only) date = {date.value.substr(0, 7), true, {}};
        if (found->count > 1) date.other = iso_day(found->days[1]);
        out.push_back(std::move(date));
        at = end - 1;
    }
    return out;
}

}  // namespace isnad::article
