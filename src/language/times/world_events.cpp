#include "language/times/world_events.h"

#include <algorithm>

#include "language/times/tense.h"

namespace isnad::times {
namespace {

using std::chrono::days;

constexpr std::uint32_t reach_future = 8, reach_direction = 4, reach_anniversary = 6;
constexpr int anniversary_days = 25;     // a report on an anniversary is written around it
constexpr std::size_t events_read = 64;  // further mentions tell nothing new

// Days of a row: an open end reaches to the end of what is known.
std::optional<DayRange> range_of(std::string_view cell) {
    if (cell.ends_with('/')) {
        const auto first = day_range(cell.substr(0, cell.size() - 1));
        return first ? std::optional(DayRange{first->from, days_known().to}) : std::nullopt;
    }
    return day_range(cell);
}

class EventReader {
  public:
    explicit EventReader(const Scan& scan) : scan_(scan) {}

    std::vector<DayBound> run() {
        for (std::uint32_t at = 0; at < scan_.size() && out_.size() < events_read;) {
            const Term* event = scan_.term(at, TermKind::world_event, Lead::any);
            if (event == nullptr) {
                ++at;
                continue;
            }
            read(*event);
            at = event->end;
        }
        return std::move(out_);
    }

  private:
    void read(const Term& event) {
        const auto range = range_of(event.meaning->text);
        if (!range || names_other_year(event, *range)) return;
        if (event.meaning->number == 0 && anniversary(event, *range)) return;
        const Looks looks = looks_at(scan_, event.first, event.end);
        const DayRange all = days_known();
        if (!event.meaning->weak)
            return add(event, {std::max(range->from, all.from), all.to}, "is named: it began on ");
        if (looks == Looks::back) add(event, {range->from, all.to}, "is told as past: it began on ");
        if (looks == Looks::ahead) add(event, {all.from, range->to}, "is told as coming: it ended on ");
    }

    // "the World Cup 1998" is not the one of the row.
    bool names_other_year(const Term& event, DayRange range) const {
        const Number* number = scan_.with(event.end, event.first) ? scan_.number(event.end) : nullptr;
        return number != nullptr && number->digits == 4 && number->value >= 1900 && number->value <= 2100 &&
               (number->value < year_of(range.from) || number->value > year_of(range.to));
    }

    // "the tenth anniversary of the attack".
    bool anniversary(const Term& event, DayRange range) {
        for (std::uint32_t back = 1; back <= reach_anniversary && event.first >= back; ++back) {
            const std::uint32_t at = event.first - back;
            if (!scan_.with(at, event.first)) return false;
            const Number* number = scan_.number(at);
            if (number == nullptr || !number->ordinal || number->value < 1 || number->value > 60) continue;
            if (!is_anniversary(at, event.first)) continue;
            const auto day = civil_day(year_of(range.from) + number->value, month_of(range.from),
                                       std::min(day_of_month(range.from), 28u));
            if (!day) return false;
            add(event, {*day - days{anniversary_days}, *day + days{anniversary_days}},
                "has its anniversary: it was on ");
            return true;
        }
        return false;
    }

    bool is_anniversary(std::uint32_t number, std::uint32_t event) const {
        for (std::uint32_t at = number >= 2 ? number - 2 : 0; at < event; ++at) {
            const Term* noun = scan_.term(at, TermKind::date_noun, Lead::any);
            if (noun != nullptr && noun->meaning->text == "anniversary") return true;
        }
        return false;
    }

    void add(const Term& event, DayRange within, std::string_view how) {
        const auto range = range_of(event.meaning->text);
        DayBound out;
        out.within.push_back(within);
        out.why = std::string(event.meaning->gloss) + ' ' + std::string(how);
        out.why += iso_day(how.find("ended") != std::string_view::npos ? range->to : range->from);
        out.span = scan_.words().normal->original(
            {scan_.word(event.first).normal.begin + event.skip, scan_.word(event.end - 1).normal.end});
        out_.push_back(std::move(out));
    }

    const Scan& scan_;
    std::vector<DayBound> out_;
};

}  // namespace

Looks looks_at(const Scan& scan, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t at = end; at < end + reach_direction && scan.with(at, first); ++at) {
        const Term* direction = scan.term(at, TermKind::direction, Lead::any);
        if (direction != nullptr && direction->meaning->value > 0) return Looks::ahead;
    }
    for (std::uint32_t back = 1; back <= reach_future && first >= back; ++back) {
        const std::uint32_t at = first - back;
        if (!scan.with(at, first)) break;
        const Particle particle = scan.particle(at);
        if (particle == Particle::will || particle == Particle::will_not || says_future(scan, at))
            return Looks::ahead;
        if (back <= 2 && (particle == Particle::since || particle == Particle::after)) return Looks::back;
    }
    return Looks::unknown;
}

std::vector<DayBound> bounds_of_events(const Scan& scan) { return EventReader(scan).run(); }

}  // namespace isnad::times
