// Dates in lines of chrome, where counters may be glued to the year.
#include "language/times/date_lines.h"

#include <algorithm>

#include "base/digit_dates.h"
#include "language/times/grammar.h"
#include "language/times/resolver.h"

namespace isnad::times {
namespace {

constexpr int first_web_year = 1990, last_web_year = 2100;
constexpr std::size_t dates_of_line = 12;  // further ones of one line are not read
constexpr std::uint32_t numeric_bytes = 40;

// "2025105 views": the first four digits of a longer number, when they can be a year.
int glued_year(std::string_view digits) {
    if (digits.size() < 5) return 0;
    int year = 0;
    for (const char c : digits.substr(0, 4)) {
        if (c < '0' || c > '9') return 0;
        year = year * 10 + (c - '0');
    }
    return year >= first_web_year && year <= last_web_year ? year : 0;
}

// One date found in a line, with the words that it takes.
struct LineDate {
    PageDate date;
    std::uint32_t first = 0, end = 0;
    bool hijri = false;
    bool open_year = false;  // the words name no year
};

class LineReader {
  public:
    LineReader(const Words& words, const Scan& scan, const FetchedAt& fetched)
        : words_(words), scan_(scan), grammar_(scan), fetched_(fetched) {}

    std::vector<PageDate> run() {
        for (std::uint32_t at = 0; at < scan_.size() && dates_.size() < dates_of_line;) at = read(at);
        if (dates_.empty()) read_months();
        drop_converted();
        attach_clocks();
        attach_weekdays();
        std::vector<PageDate> out;
        for (LineDate& found : dates_) out.push_back(std::move(found.date));
        return out;
    }

  private:
    // Reads what begins at a word; the word behind it.
    std::uint32_t read(std::uint32_t at) {
        if (const Term* role = scan_.term(at, TermKind::date_role, Lead::any)) {
            take_role(role->meaning->text);
            return role->end;
        }
        const bool digit = scan_.word(at).kind == WordKind::number || scan_.word(at).kind == WordKind::link;
        if (digit && digits(at)) return dates_.back().end;
        if (auto clock = line_clock(scan_, at)) {
            clocks_.push_back(*clock);
            return clock->end;
        }
        if (named(at)) return dates_.back().end;
        if (relative(at)) return dates_.back().end;
        if (const Term* weekday = scan_.term(at, TermKind::weekday, Lead::any)) {
            weekdays_.push_back({at, static_cast<unsigned>(weekday->meaning->value)});
            return weekday->end;
        }
        return at + 1;
    }

    void take_role(std::string_view name) {
        role_ = name == "modified" ? DateRole::modified
                : name == "today"  ? DateRole::today
                                   : DateRole::published;
    }

    // Adds a date at words [first, end) of the line, up to the byte `last` of the normal text.
    void add(std::string value, std::uint32_t first, std::uint32_t end, std::uint32_t skip,
             std::uint32_t last) {
        LineDate out;
        out.first = first;
        out.end = end;
        out.date.value = std::move(value);
        out.date.basis = "stated";
        out.date.role = role_;
        out.date.why = role_ == DateRole::published  ? why_published
                       : role_ == DateRole::modified ? why_updated
                       : role_ == DateRole::today    ? why_today
                                                     : why_stated;
        out.date.span = words_.normal->original({scan_.word(first).normal.begin + skip, last});
        const Term* before = first > 0 ? scan_.term(first - 1, TermKind::day, Lead::any) : nullptr;
        if (role_ == DateRole::stated && before != nullptr && before->meaning->value == 0) {
            out.date.role = DateRole::today;
            out.date.why = why_today;
        }
        dates_.push_back(std::move(out));
        if (role_ == DateRole::today) role_ = DateRole::stated;
    }

    // "2025-08-13T10:20", "13/8/2025", "23/09/18".
    bool digits(std::uint32_t at) {
        const std::uint32_t begin = scan_.word(at).normal.begin;
        const auto found = digit_date(words_.normal->search().substr(begin, numeric_bytes));
        if (!found || found->month_only) return false;
        const auto last = begin + static_cast<std::uint32_t>(found->end);
        std::uint32_t end = at + 1;
        while (end < scan_.size() && scan_.word(end).normal.begin < last) ++end;
        if (scan_.word(end - 1).normal.end < last) return false;  // the line ends inside it
        add(iso_day(found->days[0]), at, end, 0, last);
        PageDate& date = dates_.back().date;
        for (std::size_t i = 1; i < found->count; ++i) date.other_readings.push_back(iso_day(found->days[i]));
        clock_behind(last);
        return true;
    }

    // "T10:20:00+03:00" directly behind a date.
    void clock_behind(std::uint32_t at) {
        const std::string_view text = words_.normal->search();
        if (at + 1 >= text.size() || text[at] != 't') return;
        const auto clock = digit_clock(text.substr(at + 1, numeric_bytes));
        if (!clock) return;
        LineDate& date = dates_.back();
        const auto end = at + 1 + static_cast<std::uint32_t>(clock->end);
        while (date.end < scan_.size() && scan_.word(date.end).normal.begin < end) ++date.end;
        set_moment(date.date, {0, 0, clock->hour, clock->minute, clock->second, clock->zone});
    }

    // "13 August 2025", "17th, September 2023", "9 Rabi al-awwal 1444", "13 August" with the year of the
    // fetch.
    bool named(std::uint32_t at) {
        auto date = grammar_.date_at(at);
        if (!date || date->until) return false;
        std::uint32_t last = scan_.word(date->end - 1).normal.end;
        if (date->date.year == 0 && date->end < scan_.size() &&
            scan_.word(date->end).kind == WordKind::number) {
            date->date.year = glued_year(scan_.search(date->end));
            if (date->date.year != 0) last = scan_.word(date->end).normal.begin + 4;
        }
        const bool open = date->date.year == 0;
        if (open && !(date->date.year = year_by_fetch(date->date))) return false;
        const std::string value = Resolver(std::nullopt).value(*date, {}).text.substr(0, 10);
        if (!parse_iso_day(value)) return false;
        add(value, date->first, date->end, date->skip, last);
        dates_.back().hijri = date->date.hijri;
        dates_.back().date.open_year = open;
        return true;
    }

    // The latest year that puts a day without year at or before the fetch.
    int year_by_fetch(const NamedDate& date) const {
        if (!fetched_.day || date.hijri || date.month == 0) return 0;
        const int year = year_of(*fetched_.day);
        const auto day = civil_day(year, date.month, date.day);
        return day && *day <= *fetched_.day ? year : year - 1;
    }

    bool relative(std::uint32_t at) {
        auto found = relative_day(scan_, at, fetched_);
        if (!found) return false;
        add(std::move(found->value), at, found->end, 0, scan_.word(found->end - 1).normal.end);
        PageDate& date = dates_.back().date;
        date.relative = true;
        date.moment = std::move(found->moment);
        return true;
    }

    // Lines that name no day: "2023-11", "November 2023".
    void read_months() {
        for (std::uint32_t at = 0; at < scan_.size(); ++at) {
            const std::uint32_t begin = scan_.word(at).normal.begin;
            const bool inner = at >= 2 && scan_.word(at - 2).kind == WordKind::number &&
                               scan_.word(at - 1).kind == WordKind::punctuation;
            const auto found = scan_.word(at).kind == WordKind::number && !inner
                                   ? digit_date(words_.normal->search().substr(begin, numeric_bytes))
                                   : std::nullopt;
            if (found && found->month_only) {
                const auto last = begin + static_cast<std::uint32_t>(found->end);
                std::uint32_t end = at + 1;
                while (end < scan_.size() && scan_.word(end).normal.begin < last) ++end;
                return add(iso_day(found->days[0]).substr(0, 7), at, end, 0, last);
            }
            if (!scan_.has_term(at, TermKind::month)) continue;
            const auto month = grammar_.at(at);
            if (!month || month->shape != Shape::calendar || month->date.month == 0 || month->date.day != 0 ||
                month->date.year < first_web_year || month->date.hijri || month->until)
                continue;
            return add(iso_month(month->date.year, month->date.month), at, month->end, month->skip,
                       scan_.word(month->end - 1).normal.end);
        }
    }

    // A line that gives its day in both calendars means the Gregorian one: the Hijri month begins where the
    // moon is seen, a day or two beside the computed calendar.
    void drop_converted() {
        const auto hijri =
            std::count_if(dates_.begin(), dates_.end(), [](const LineDate& d) { return d.hijri; });
        if (hijri == 0 || static_cast<std::size_t>(hijri) == dates_.size()) return;
        dates_.erase(std::remove_if(dates_.begin(), dates_.end(), [](const LineDate& d) { return d.hijri; }),
                     dates_.end());
    }

    static void set_moment(PageDate& date, const LineClock& clock) {
        if (!parse_iso_day(date.value)) return;
        char time[24];
        if (clock.second >= 0)
            std::snprintf(time, sizeof time, "T%02d:%02d:%02d", clock.hour, clock.minute, clock.second);
        else
            std::snprintf(time, sizeof time, "T%02d:%02d", clock.hour, clock.minute);
        date.moment = date.value + time + clock.zone;
    }

    // The nearest date on either side; the one in front where two are as near.
    LineDate* nearest(std::uint32_t first, std::uint32_t end) {
        LineDate* best = nullptr;
        std::uint32_t best_gap = UINT32_MAX;
        for (LineDate& date : dates_) {
            const std::uint32_t gap = date.end <= first   ? first - date.end
                                      : date.first >= end ? date.first - end
                                                          : 0;
            if (gap < best_gap) {
                best = &date;
                best_gap = gap;
            }
        }
        return best;
    }

    void attach_clocks() {
        for (const LineClock& clock : clocks_) {
            LineDate* date = nearest(clock.first, clock.end);
            if (date != nullptr && date->date.moment.empty()) set_moment(date->date, clock);
        }
    }

    void attach_weekdays() {
        for (const auto& [at, weekday] : weekdays_) {
            LineDate* date = nearest(at, at + 1);
            if (date != nullptr && date->date.weekday == 0) date->date.weekday = weekday;
        }
    }

    const Words& words_;
    const Scan& scan_;
    Grammar grammar_;
    const FetchedAt& fetched_;
    DateRole role_ = DateRole::stated;
    std::vector<LineDate> dates_;
    std::vector<LineClock> clocks_;
    std::vector<std::pair<std::uint32_t, unsigned>> weekdays_;
};

}  // namespace

std::vector<PageDate> dates_in_line(const Document&, const Words& words, const words::Numerals& numerals,
                                    const Knowledge& knowledge, const FetchedAt& fetched) {
    const Scan scan(words, numerals, knowledge);
    return LineReader(words, scan, fetched).run();
}

}  // namespace isnad::times
