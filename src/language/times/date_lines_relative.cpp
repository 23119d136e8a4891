// Days told by their distance from the moment of fetch.
#include <cstdio>

#include "base/day_range.h"
#include "base/digit_dates.h"
#include "language/times/date_lines.h"
#include "text/letters.h"

namespace isnad::times {
namespace {

using std::chrono::days;

constexpr int minutes_a_day = 24 * 60;

struct Distance {
    std::uint32_t end = 0;
    Unit unit = Unit::none;
    int amount = 0;
};

// "three hours", "two days", "an hour", "3 days".
std::optional<Distance> distance_at(const Scan& scan, std::uint32_t at) {
    const Number* number = scan.number(at);
    std::uint32_t next = number == nullptr ? at : number->end;
    if (number != nullptr && (number->value < 0 || number->value > 100'000)) return std::nullopt;
    const Term* unit = next < scan.size() ? scan.term(next, TermKind::unit) : nullptr;
    if (unit == nullptr) return std::nullopt;
    const int amount = number != nullptr ? number->value : unit->meaning->number == 2 ? 2 : 1;
    if (number == nullptr && unit->meaning->number == 3) return std::nullopt;  // "hours ago": how many?
    return Distance{unit->end, static_cast<Unit>(unit->meaning->value), amount};
}

// "ago", with the distance in front or behind.
std::optional<Distance> ago(const Scan& scan, std::uint32_t at) {
    for (const TermKind cue : {TermKind::ago, TermKind::since}) {
        const Term* term = scan.term(at, cue, Lead::any);
        if (term == nullptr) continue;
        if (auto distance = distance_at(scan, term->end)) return distance;
    }
    auto distance = distance_at(scan, at);
    const Term* behind =
        distance && distance->end < scan.size() ? scan.term(distance->end, TermKind::ago) : nullptr;
    if (behind == nullptr) return std::nullopt;
    distance->end = behind->end;
    return distance;
}

// So many minutes before the moment of fetch; only the day when the fetch states no time.
RelativeDay minutes_before(const FetchedAt& fetched, int minutes, std::uint32_t end) {
    const std::size_t mark = fetched.moment.find('T');
    const auto clock = mark == std::string::npos
                           ? std::nullopt
                           : digit_clock(std::string_view(fetched.moment).substr(mark + 1));
    RelativeDay out{end, {}, {}};
    if (!clock) {
        const DayRange range{*fetched.day - days{(minutes + minutes_a_day - 1) / minutes_a_day},
                             *fetched.day - days{minutes / minutes_a_day}};
        out.value = edtf(range);
        return out;
    }
    int at = clock->hour * 60 + clock->minute - minutes, back = 0;
    for (; at < 0; at += minutes_a_day) ++back;
    char time[32];
    std::snprintf(time, sizeof time, "T%02d:%02d", at / 60, at % 60);
    out.value = iso_day(*fetched.day - days{back});
    out.moment = out.value + time + clock->zone;
    return out;
}

std::optional<RelativeDay> before_fetch(const Distance& distance, const FetchedAt& fetched) {
    const int amount = distance.amount;
    const auto between = [&](int shortest, int longest) {
        return RelativeDay{
            distance.end, edtf({*fetched.day - days{longest}, *fetched.day - days{shortest}}), {}};
    };
    switch (distance.unit) {
        case Unit::second: return minutes_before(fetched, amount / 60, distance.end);
        case Unit::minute: return minutes_before(fetched, amount, distance.end);
        case Unit::hour:
            return amount > 1000 ? std::nullopt
                                 : std::optional(minutes_before(fetched, amount * 60, distance.end));
        case Unit::day:
        case Unit::night: return amount > 10'000 ? std::nullopt : std::optional(between(amount, amount));
        case Unit::week:
            return amount > 500 ? std::nullopt : std::optional(between(7 * amount, 7 * amount + 6));
        case Unit::month:
            return amount > 100 ? std::nullopt : std::optional(between(30 * amount - 2, 31 * amount + 31));
        case Unit::year:
            return amount > 30 ? std::nullopt : std::optional(between(365 * amount, 366 * (amount + 1)));
        default: return std::nullopt;
    }
}

}  // namespace

std::optional<RelativeDay> relative_day(const Scan& scan, std::uint32_t at, const FetchedAt& fetched) {
    if (!fetched.day) return std::nullopt;
    if (const auto distance = ago(scan, at)) return before_fetch(*distance, fetched);
    const Term* day = scan.term(at, TermKind::day, Lead::any);
    if (day == nullptr || day->meaning->narrative || day->meaning->value > 0 || day->meaning->value < -3)
        return std::nullopt;
    return RelativeDay{day->end, iso_day(*fetched.day + days{day->meaning->value}), {}};
}

}  // namespace isnad::times
