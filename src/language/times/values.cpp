// Spellings of TIMEX3 values that need no reference date.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "language/times/hijri.h"
#include "language/times/resolver.h"

namespace isnad::times {
namespace {

std::string number_text(double amount) {
    if (amount == std::floor(amount) && std::abs(amount) < 1e15)
        return std::to_string(static_cast<long long>(amount));
    char out[40];
    std::snprintf(out, sizeof out, "%.10g", amount);
    return out;
}

bool is_clock_unit(Unit unit) { return unit == Unit::second || unit == Unit::minute || unit == Unit::hour; }

// The ISO 8601 letter of a unit, and how many of it one unit is.
std::pair<char, double> letter_of(Unit unit) {
    switch (unit) {
        case Unit::second: return {'S', 1};
        case Unit::minute:
        case Unit::month: return {'M', 1};
        case Unit::hour: return {'H', 1};
        case Unit::day:
        case Unit::night: return {'D', 1};
        case Unit::week: return {'W', 1};
        case Unit::quarter: return {'M', 3};
        case Unit::decade: return {'Y', 10};
        case Unit::century: return {'Y', 100};
        default: return {'Y', 1};
    }
}

std::string one_duration(Unit unit, double amount, bool vague) {
    const auto [letter, factor] = letter_of(unit);
    std::string out = is_clock_unit(unit) ? "PT" : "P";
    if (vague) {
        out += '?';
        if (unit == Unit::decade) return out + "DE";
        if (unit == Unit::century) return out + "CE";
    } else if (amount != std::floor(amount) && (unit == Unit::hour || unit == Unit::year) &&
               (amount * 12 == std::floor(amount * 12))) {
        // An hour and a half: PT1H30M; a year and a half: P1Y6M.
        const double rest = (amount - std::floor(amount)) * (unit == Unit::hour ? 60 : 12);
        return out + (amount < 1 ? "" : number_text(std::floor(amount)) + letter) + number_text(rest) + 'M';
    } else {
        out += number_text(amount * factor);
    }
    return out + letter;
}

}  // namespace

// Further units stand behind greater ones; the T of hours, minutes and seconds stands once.
std::string duration_value(const Expression& e) {
    if (e.rest[0].unit == Unit::none) {
        std::string out = one_duration(e.unit, e.amount, e.vague);
        if (e.amount_until > e.amount) out += '/' + one_duration(e.unit, e.amount_until, e.vague);
        return out;
    }
    std::array<Expression::Rest, 4> parts{Expression::Rest{e.unit, e.amount}, e.rest[0], e.rest[1],
                                          e.rest[2]};
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Expression::Rest& a, const Expression::Rest& b) { return a.unit > b.unit; });
    std::string out = "P";
    bool clock = false;
    for (const Expression::Rest& part : parts) {
        if (part.unit == Unit::none) continue;
        const std::string text = one_duration(part.unit, part.amount, false);
        const bool time = is_clock_unit(part.unit);
        if (time && !clock) out += 'T';
        clock = clock || time;
        out += text.substr(time ? 2 : 1);
    }
    return out;
}

std::string clock_value(const ClockTime& clock) {
    char time[16];
    std::snprintf(time, sizeof time, "T%02u:%02u%s", clock.hour, clock.minute, clock.utc ? "Z" : "");
    return time;
}

std::string day_value(const Expression& e, Day day) {
    std::string out = iso_day(day);
    if (e.clock) {
        const std::string first = out + clock_value(*e.clock);
        return e.clock_until ? first + '/' + out + clock_value(*e.clock_until) : first;
    }
    if (!e.part.empty() && e.part != "DT") out += 'T' + e.part;
    return out;
}

std::string hijri_value(const NamedDate& date) {
    const auto day = day_of_hijri(date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day);
    if (!day) return {};
    if (date.day != 0) return iso_day(*day);
    const bool last_month = date.month == 0 || date.month == 12;
    const auto next = day_of_hijri(date.year + (last_month ? 1 : 0), last_month ? 1 : date.month + 1u, 1);
    if (!next) return {};
    return iso_day(*day) + '/' + iso_day(*next - std::chrono::days{1});
}

}  // namespace isnad::times
