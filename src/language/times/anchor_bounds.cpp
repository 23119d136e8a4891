#include "language/times/anchor_bounds.h"

#include <algorithm>

#include "language/times/resolver.h"
#include "language/times/tense.h"
#include "language/times/world_events.h"

namespace isnad::times {
namespace {

using std::chrono::days;

constexpr int near_days = 7;  // a weekday with its date is told within a week of the day
constexpr std::uint32_t reach_saying = 12;
constexpr std::size_t bounds_read = 200;  // further dates tell nothing new

class BoundReader {
  public:
    BoundReader(const Document& document, const Scan& scan, const std::vector<Expression>& items)
        : document_(document), scan_(scan), items_(items), all_(days_known()) {}

    std::vector<DayBound> run() {
        for (const Expression& e : items_) {
            const bool caption = document_.blocks()[e.block].kind == BlockKind::caption;
            if (out_.size() >= bounds_read || caption || e.shape != Shape::calendar || e.date.hijri ||
                e.until || (e.date.year != 0 && (e.date.year < 1990 || e.date.year > 2035)))
                continue;
            if (e.direction && e.unit == Unit::year) continue;  // "May of this year"
            if (const auto direction = direction_of_year(e)) {
                year_from_here(e, *direction);
                continue;
            }
            read(e);
        }
        return std::move(out_);
    }

  private:
    void read(const Expression& e) {
        if (e.direction && e.date.year != 0) return year_from_here(e, *e.direction);
        if (e.direction && e.date.month != 0 && e.date.day == 0) return month_from_here(e);
        if (e.date.year == 0) {
            if (e.weekday != 0 && e.date.day != 0 && e.weekday_until == 0) weekday_of_any_year(e);
            return;
        }
        const auto range = day_range(Resolver(std::nullopt).value(e, {}).text);
        if (!range) return;
        // A year alone is told of plans and of histories; only "since 2016" is sure.
        const Looks looks = e.date.month == 0 ? looks_at(scan_, e.first, e.end) : looks_of(e);
        if (e.date.month == 0 && looks == Looks::ahead) return;
        if (looks == Looks::back) add(e, {{range->from, all_.to}}, "is told as past");
        if (looks == Looks::ahead) add(e, {{all_.from, range->to}}, "is told as coming");
    }

    // "the current year 2018": the grammar keeps the year, the word in front of it is read here.
    std::optional<int> direction_of_year(const Expression& e) const {
        if (e.unit != Unit::year || e.date.year == 0 || e.date.month != 0) return std::nullopt;
        for (std::uint32_t at = e.first; at < e.end; ++at) {
            const Term* term = scan_.term(at, TermKind::direction, Lead::any);
            const Term* same = scan_.term(at, TermKind::particle, Lead::any);
            if (same != nullptr && same->meaning->narrative) return std::nullopt;  // "the same year 2018"
            if (term != nullptr && !term->meaning->narrative) return term->meaning->value;
        }
        return std::nullopt;
    }

    // The tense that can be relied on: a verb of saying is past whatever it is said of.
    Looks looks_of(const Expression& e) const {
        const Looks near = looks_at(scan_, e.first, e.end);
        if (near != Looks::unknown || e.tense != Tense::past) return near;
        for (std::uint32_t back = 1; back <= reach_saying && e.first >= back; ++back) {
            const std::uint32_t at = e.first - back;
            if (!scan_.with(at, e.first)) break;
            const Particle particle = scan_.particle(at);
            if (particle == Particle::that || particle == Particle::until || particle == Particle::before ||
                particle == Particle::to)
                return Looks::unknown;
            const Word& word = scan_.word(at);
            if (word.kind == WordKind::arabic && scan_.knowledge().verb_form(scan_.search(at).substr(
                                                     word.name_begin)) != Knowledge::VerbForm::none)
                return Looks::unknown;
        }
        return Looks::back;
    }

    // "the current year 2018", "last June 2018".
    void year_from_here(const Expression& e, int direction) {
        const int year = e.date.year - direction;
        const auto first = civil_day(year, 1, 1), last = civil_day(year, 12, 31);
        if (!first || !last || direction < -1 || direction > 1) return;
        if (e.date.month == 0)
            return add(e, {{*first, *last}},
                       direction == 0 ? "is the current year" : "is the year beside the current");
        const auto range = day_range(iso_month(e.date.year, e.date.month));
        if (!range) return;
        if (direction == 0) return add(e, {*range}, "is the current month");
        if (direction < 0)
            return add(e, {{range->from, range->from + days{396}}}, "is the last month of its name");
        add(e, {{range->to - days{396}, range->to}}, "is the next month of its name");
    }

    // "last June", "the current June": of any year.
    void month_from_here(const Expression& e) {
        std::vector<DayRange> within;
        for (int year = year_of(all_.from); year <= year_of(all_.to); ++year) {
            const auto month = day_range(iso_month(year, e.date.month));
            if (!month) continue;
            DayRange range = *month;
            if (*e.direction < 0) range = {month->from + days{2}, month->from + days{390}};
            if (*e.direction > 0) range = {month->to - days{390}, month->to - days{2}};
            add_range(within, range);
        }
        if (*e.direction == 0) add(e, std::move(within), "is the current month");
    }

    // "Tuesday 12 June": the years in which it was a Tuesday, and about a week on either side.
    void weekday_of_any_year(const Expression& e) {
        std::vector<DayRange> within;
        for (int year = year_of(all_.from); year <= year_of(all_.to); ++year) {
            const auto day = civil_day(year, e.date.month, e.date.day);
            if (!day || weekday_of(*day) != e.weekday) continue;
            const Looks looks = looks_at(scan_, e.first, e.end);
            const bool back = e.tense == Tense::past && looks != Looks::ahead;
            add_range(within, {looks == Looks::ahead || !back ? *day - days{near_days} : *day,
                               looks == Looks::ahead ? *day : *day + days{near_days}});
        }
        add(e, std::move(within), "names a weekday with its day");
    }

    void add_range(std::vector<DayRange>& within, DayRange range) const {
        range = {std::max(range.from, all_.from), std::min(range.to, all_.to)};
        if (range.to < range.from) return;
        if (!within.empty() && within.back().to >= range.from)
            within.back().to = std::max(within.back().to, range.to);
        else
            within.push_back(range);
    }

    void add(const Expression& e, std::vector<DayRange> within, std::string_view what) {
        if (within.empty()) return;
        DayBound out;
        out.within = std::move(within);
        out.why = "\u00AB" + std::string(document_.text(e.span)) + "\u00BB " + std::string(what);
        out.span = e.span;
        out_.push_back(std::move(out));
    }

    const Document& document_;
    const Scan& scan_;
    const std::vector<Expression>& items_;
    DayRange all_;
    std::vector<DayBound> out_;
};

}  // namespace

DayRange days_known() { return {*civil_day(1990, 1, 1), *civil_day(2035, 12, 31)}; }

std::vector<DayBound> bounds_of_text(const Document& document, const Words& words,
                                     const words::Numerals& numerals, const Knowledge& knowledge,
                                     const Expressions& expressions) {
    const Scan scan(words, numerals, knowledge);
    std::vector<DayBound> out = BoundReader(document, scan, *expressions.items).run();
    std::vector<DayBound> events = bounds_of_events(scan);
    std::move(events.begin(), events.end(), std::back_inserter(out));
    std::stable_sort(out.begin(), out.end(),
                     [](const DayBound& a, const DayBound& b) { return *a.span < *b.span; });
    return out;
}

}  // namespace isnad::times
