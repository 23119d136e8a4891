#include "base/digit_dates.h"
#include "base/ascii.h"

#include <cstdio>

namespace isnad {
namespace {

using ascii::is_digit;

constexpr int first_year = 1900, last_year = 2100;

bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

struct Group {
    int value = 0;
    std::size_t digits = 0;
};

// The digits at `at`, which moves behind them; more than nine are not counted into the value.
Group group_at(std::string_view text, std::size_t& at) {
    Group out;
    for (; digit_at(text, at); ++at, ++out.digits) {
        if (out.digits < 9) out.value = out.value * 10 + (text[at] - '0');
    }
    return out;
}

// One of - / . with a space on both sides or none; 0 when there is none such.
char separator_at(std::string_view text, std::size_t& at) {
    std::size_t next = at;
    const bool space = next < text.size() && text[next] == ' ';
    if (space) ++next;
    if (next >= text.size() || (text[next] != '-' && text[next] != '/' && text[next] != '.')) return 0;
    const char sign = text[next++];
    if (next < text.size() && text[next] == ' ') ++next;
    if (!digit_at(text, next)) return 0;
    at = next;
    return sign;
}

void add(DigitDate& out, int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || day < 1) return;
    const auto found = civil_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (!found) return;
    for (std::size_t i = 0; i < out.count; ++i) {
        if (out.days[i] == *found) return;
    }
    if (out.count < out.days.size()) out.days[out.count++] = *found;
}

int full_year(Group year) { return year.digits == 2 ? 2000 + year.value : year.value; }

// Three groups: the year where four digits stand; of three short ones it stands first or last.
void add_readings(DigitDate& out, Group a, Group b, Group c) {
    if (b.digits > 2) return;
    if (a.digits == 4 && c.digits <= 2) {
        add(out, a.value, b.value, c.value);
        return;
    }
    if (a.digits > 2) return;
    if (c.digits != 4 && c.digits != 2) return;
    add(out, full_year(c), b.value, a.value);
    add(out, full_year(c), a.value, b.value);
    if (c.digits == 2 && a.digits == 2) {
        out.short_year = true;
        add(out, full_year(a), b.value, c.value);
    }
}

// "20250813", with the time of day behind it or without.
std::optional<DigitDate> compact(std::string_view text, std::size_t digits) {
    DigitDate out;
    out.end = digits;
    std::size_t at = 0;
    const Group all = group_at(text.substr(0, 8), at);
    if (all.digits != 8) return std::nullopt;
    add(out, all.value / 10000, all.value / 100 % 100, all.value % 100);
    return out.count == 0 ? std::nullopt : std::optional(out);
}

std::optional<DigitDate> month_of_year(Group a, Group b, std::size_t end) {
    DigitDate out;
    out.end = end;
    out.month_only = true;
    if (a.digits == 4 && b.digits == 2) add(out, a.value, b.value, 1);
    if (b.digits == 4 && a.digits <= 2) add(out, b.value, a.value, 1);
    return out.count == 0 ? std::nullopt : std::optional(out);
}

}  // namespace

std::optional<DigitDate> digit_date(std::string_view text) {
    std::size_t at = 0;
    const Group a = group_at(text, at);
    if (a.digits == 8 || a.digits == 12 || a.digits == 14) return compact(text, a.digits);
    if (a.digits == 0 || a.digits == 3 || a.digits > 4) return std::nullopt;
    const char sign = separator_at(text, at);
    if (sign == 0) return std::nullopt;
    const Group b = group_at(text, at);
    const std::size_t behind_two = at;
    if (separator_at(text, at) != sign) return sign == '.' ? std::nullopt : month_of_year(a, b, behind_two);
    const Group c = group_at(text, at);
    DigitDate out;
    out.end = at;
    if (sign == '.' && separator_at(text, at) == '.') return std::nullopt;  // "3.14.15.92"
    add_readings(out, a, b, c);
    return out.count == 0 ? std::nullopt : std::optional(out);
}

namespace {

// "Z", "+0300", "+03:00", "+03", " +0300"; empty when none stands there.
std::string zone_at(std::string_view text, std::size_t& at) {
    std::size_t next = at;
    if (next < text.size() && text[next] == ' ') ++next;
    if (next < text.size() && (text[next] == 'Z' || text[next] == 'z') && next == at) {
        ++at;
        return "Z";
    }
    if (next >= text.size() || (text[next] != '+' && text[next] != '-')) return {};
    const char sign = text[next++];
    const std::size_t begin = next;
    Group hours = group_at(text, next), minutes;
    if (hours.digits == 4) {
        minutes.value = hours.value % 100;
        hours.value /= 100;
    } else if (hours.digits == 2 || (hours.digits == 1 && begin + 1 == next)) {
        if (next < text.size() && text[next] == ':' && digit_at(text, next + 1))
            minutes = group_at(text, ++next);
    } else {
        return {};
    }
    if (hours.value > 14 || minutes.value > 59) return {};
    at = next;
    char out[24];
    std::snprintf(out, sizeof out, "%c%02d:%02d", sign, hours.value, minutes.value);
    return out;
}

}  // namespace

std::optional<DigitClock> digit_clock(std::string_view text) {
    DigitClock out;
    std::size_t at = 0;
    const Group hour = group_at(text, at);
    if (hour.digits == 0 || hour.digits > 2 || hour.value > 24 || at >= text.size() || text[at] != ':')
        return std::nullopt;
    const Group minute = group_at(text, ++at);
    if (minute.digits != 2 || minute.value > 59) return std::nullopt;
    out.hour = hour.value % 24;
    out.minute = minute.value;
    if (at < text.size() && text[at] == ':' && digit_at(text, at + 1)) {
        const Group second = group_at(text, ++at);
        if (second.digits == 2 && second.value < 61) out.second = second.value;
        if (at < text.size() && text[at] == '.' && digit_at(text, at + 1)) group_at(text, ++at);
    }
    out.zone = zone_at(text, at);
    out.end = at;
    return out;
}

std::optional<long long> epoch_seconds(std::string_view text) {
    constexpr long long year_1995 = 788'918'400, year_2100 = 4'102'444'800;
    if (text.size() != 9 && text.size() != 10 && text.size() != 13) return std::nullopt;
    long long value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (text.size() == 13) value /= 1000;
    return value >= year_1995 && value < year_2100 ? std::optional(value) : std::nullopt;
}

std::string iso_moment(long long seconds) {
    const long long day = seconds / 86'400, rest = seconds % 86'400;
    char out[24];
    std::snprintf(out, sizeof out, "T%02d:%02d:%02dZ", static_cast<int>(rest / 3600),
                  static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
    return iso_day(Day{std::chrono::days{day}}) + out;
}

}  // namespace isnad
