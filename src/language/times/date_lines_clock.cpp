// Times of day in date lines.
#include <algorithm>
#include <array>

#include "base/digit_dates.h"
#include "language/times/date_lines.h"

namespace isnad::times {
namespace {

struct Zone {
    std::string_view name, offset;
};

// Zones that have kept one offset since before news moved to the web; others stay unstated.
constexpr std::array fixed_zones{Zone{"+00:00", "Z"},
                                 Zone{"Asia/Riyadh", "+03:00"},
                                 Zone{"Asia/Dubai", "+04:00"},
                                 Zone{"Asia/Qatar", "+03:00"},
                                 Zone{"Asia/Kuwait", "+03:00"},
                                 Zone{"Asia/Bahrain", "+03:00"},
                                 Zone{"Asia/Muscat", "+04:00"},
                                 Zone{"Asia/Aden", "+03:00"},
                                 Zone{"Africa/Mogadishu", "+03:00"},
                                 Zone{"Asia/Tokyo", "+09:00"},
                                 Zone{"Africa/Djibouti", "+03:00"},
                                 Zone{"Africa/Addis_Ababa", "+03:00"},
                                 Zone{"Asia/Seoul", "+09:00"},
                                 Zone{"Africa/Nairobi", "+03:00"},
                                 Zone{"Africa/Nouakchott", "Z"},
                                 Zone{"Asia/Kabul", "+04:30"},
                                 Zone{"Asia/Kolkata", "+05:30"},
                                 Zone{"Africa/Algiers", "+01:00"},
                                 Zone{"Asia/Dhaka", "+06:00"},
                                 Zone{"Asia/Shanghai", "+08:00"},
                                 Zone{"Asia/Singapore", "+08:00"},
                                 Zone{"Asia/Jakarta", "+07:00"},
                                 Zone{"Asia/Kuala_Lumpur", "+08:00"}};

std::string offset_of(std::string_view zone) {
    for (const Zone& known : fixed_zones) {
        if (known.name == zone) return std::string(known.offset);
    }
    return {};
}

constexpr std::uint32_t reach = 2;  // words between a time of day and its half of the day or zone

bool is_afternoon(std::string_view part) {
    return part == "PM" || part == "AF" || part == "EV" || part == "NI";
}

// AM, PM or a part of the day beside the clock: behind it, else directly in front.
void half_of_day(const Scan& scan, LineClock& clock, std::uint32_t behind) {
    const auto take = [&](std::uint32_t at) {
        const Term* term = scan.term(at, TermKind::meridiem, Lead::any);
        if (term == nullptr) term = scan.term(at, TermKind::part, Lead::any);
        if (term == nullptr) return false;
        const std::string_view part = term->meaning->text;
        if (is_afternoon(part) && clock.hour < 12) clock.hour += 12;
        if ((part == "AM" || part == "MO") && clock.hour == 12) clock.hour = 0;
        clock.end = std::max(clock.end, term->end);
        return true;
    };
    if (behind < scan.size() && take(behind)) return;
    if (clock.first > 0 && scan.word(clock.first - 1).kind != WordKind::number) take(clock.first - 1);
}

void zone_behind(const Scan& scan, LineClock& clock) {
    for (std::uint32_t at = clock.end; at < scan.size() && at < clock.end + reach; ++at) {
        const Term* zone = scan.term(at, TermKind::zone, Lead::any);
        if (zone == nullptr) {
            if (scan.word(at).kind == WordKind::number) return;
            continue;
        }
        clock.zone = offset_of(zone->meaning->text);
        clock.end = zone->end;
        return;
    }
}

}  // namespace

std::optional<LineClock> line_clock(const Scan& scan, std::uint32_t at) {
    if (at >= scan.size() || scan.word(at).kind != WordKind::number) return std::nullopt;
    const std::string_view text = scan.words().normal->search();
    const auto begin = scan.word(at).normal.begin;
    const auto digits = digit_clock(text.substr(begin, 40));
    if (!digits) return std::nullopt;
    LineClock out{at, at + 1, digits->hour, digits->minute, digits->second, digits->zone};
    while (out.end < scan.size() && scan.word(out.end).normal.begin < begin + digits->end) ++out.end;
    half_of_day(scan, out, out.end);
    if (out.zone.empty()) zone_behind(scan, out);
    return out;
}

std::optional<int> minutes_in_line(const Document&, const Words& words, const words::Numerals& numerals,
                                   const Knowledge& knowledge) {
    const Scan scan(words, numerals, knowledge);
    for (std::uint32_t at = 0; at < scan.size(); ++at) {
        if (const auto clock = line_clock(scan, at)) return clock->hour * 60 + clock->minute;
    }
    return std::nullopt;
}

}  // namespace isnad::times
