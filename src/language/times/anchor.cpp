// The reference date of an article: what the page states, checked against the weekdays that the text names.
#include <algorithm>
#include <array>

#include "base/civil.h"
#include "base/day_range.h"
#include "language/times/expression.h"
#include "language/times/resolver.h"
#include "language/times/times.h"

namespace isnad::times {
namespace {

using std::chrono::days;

// The weekday of the report, by "today Wednesday", "yesterday Tuesday"; 0 when the text does not say, or says
// two.
struct WeekdayOfReport {
    unsigned weekday = 0;
    std::optional<Span> span;
};

WeekdayOfReport weekday_of_report(const std::vector<Expression>& items) {
    std::array<int, 8> votes{};
    std::array<std::optional<Span>, 8> spans;
    for (const Expression& e : items) {
        if (!e.days || e.narrative || e.weekday == 0) continue;
        const unsigned weekday = static_cast<unsigned>(((e.weekday - 1 - *e.days) % 7 + 7) % 7 + 1);
        ++votes[weekday];
        if (!spans[weekday]) spans[weekday] = e.span;
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    if (*best == 0 || std::count(votes.begin(), votes.end(), *best) > 1) return {};
    const auto weekday = static_cast<unsigned>(best - votes.begin());
    return {weekday, spans[weekday]};
}

int rank_of(const PageDate& date) {
    if (date.basis == "stated" || date.basis == "metadata" || date.basis == "text")
        return date.role == DateRole::published || date.why == why_published ? 0
               : date.why == why_updated                                     ? 2
                                                                             : 1;
    return date.basis == "address" ? 3 : 4;
}

// Of the days that the page states, the one that agrees with the text, then the one named publication, then
// the earliest.
std::optional<DatedBy> stated_day(const std::vector<PageDate>& stated, const WeekdayOfReport& report,
                                  bool from_page) {
    const PageDate* best = nullptr;
    bool best_agrees = false, clash = false;
    for (const PageDate& date : stated) {
        const auto day = parse_iso_day(date.value);
        if (!day || (rank_of(date) < 3) != from_page) continue;
        const bool agrees = report.weekday != 0 && weekday_of(*day) == report.weekday;
        if (date.basis == "fetch" && !agrees) continue;  // a page may be fetched years later
        clash = clash || (best != nullptr && best->value != date.value);
        const bool ahead = best != nullptr && (rank_of(date) < rank_of(*best) ||
                                               (rank_of(date) == rank_of(*best) && date.value < best->value));
        const bool better = best == nullptr || agrees > best_agrees || (agrees == best_agrees && ahead);
        if (!better) continue;
        best = &date;
        best_agrees = agrees;
    }
    if (best == nullptr) return std::nullopt;
    DatedBy out{best->value, best->basis, best->why, best->span};
    if (best->why.find("the weekday in the text") != std::string::npos) return out;
    if (report.weekday != 0 && best_agrees) {
        out.why += clash ? "; of several dates, the one that the weekday in the text confirms"
                         : "; the weekday in the text confirms it";
    }
    if (report.weekday != 0 && !best_agrees) out.why += "; the weekday in the text does not agree";
    return out;
}

// The day that an expression with day, month and year names.
std::optional<Day> full_day(const Expression& e) {
    if (e.shape != Shape::calendar || e.until || e.date.day == 0 || e.date.year == 0) return std::nullopt;
    const Value value = Resolver(std::nullopt).value(e, {});
    return parse_iso_day(value.text.substr(0, 10));
}

int latest_year(const Document& document, const std::vector<Expression>& items) {
    int year = 0;
    for (const Expression& e : items) {
        if (document.blocks()[e.block].kind == BlockKind::caption || e.shape != Shape::calendar ||
            e.date.hijri || e.tense == Tense::future)
            continue;
        if (e.date.year > year && e.date.month != 0) year = e.date.year;
    }
    return year;
}

std::optional<DatedBy> caption_day(const Document& document, const std::vector<Expression>& items) {
    std::optional<Day> latest;
    const Expression* from = nullptr;
    for (const Expression& e : items) {
        if (document.blocks()[e.block].kind != BlockKind::caption) continue;
        const auto day = full_day(e);
        if (day && (!latest || *day > *latest)) {
            latest = day;
            from = &e;
        }
    }
    // An older picture: the text tells of a later year.
    if (from == nullptr || latest_year(document, items) > year_of(*latest)) return std::nullopt;
    return DatedBy{iso_day(*latest), "caption", "the date of a picture of the article", from->span};
}

std::optional<DatedBy> text_day(const std::vector<Expression>& items) {
    for (const Expression& e : items) {
        const auto day = full_day(e);
        if (!day || !e.days || e.narrative || (e.weekday != 0 && weekday_of(*day) != e.weekday)) continue;
        return DatedBy{iso_day(*day - days{*e.days}), "text",
                       "the text joins today or yesterday to a full date", e.span};
    }
    return std::nullopt;
}

// A full date that opens the first paragraph, in front of the agency or a dash: "Gaza 31 July 2024 (Agency)
// -".
std::optional<PageDate> dateline(const Document& document, const std::vector<Expression>& items) {
    constexpr std::uint32_t place_bytes = 60;
    std::size_t first = 0;
    while (first < document.blocks().size() && document.blocks()[first].kind != BlockKind::paragraph) ++first;
    for (const Expression& e : items) {
        if (e.block != first || e.days) continue;
        const Span block = document.blocks()[first].span;
        if (e.span.begin - block.begin > place_bytes) return std::nullopt;
        const auto day = full_day(e);
        std::uint32_t at = e.span.end;
        while (at < block.end && document.page().text[at] == ' ') ++at;
        const std::string_view rest = document.text({at, block.end});
        const bool sign = rest.starts_with('(') || rest.starts_with('-') || rest.starts_with("\u2013") ||
                          rest.starts_with("\u2014") || rest.starts_with('/') || rest.starts_with(':');
        if (day && sign) return PageDate{iso_day(*day), "text", std::string(why_dateline), e.span};
    }
    return std::nullopt;
}

// The latest day that the text tells as past, from the first day of what it names.
std::optional<Day> latest_past(const Document& document, const std::vector<Expression>& items) {
    std::optional<Day> latest;
    for (const Expression& e : items) {
        if (document.blocks()[e.block].kind == BlockKind::caption || e.shape != Shape::calendar ||
            e.tense != Tense::past || e.date.year == 0 || e.date.hijri)
            continue;
        const auto range = day_range(Resolver(std::nullopt).value(e, {}).text);
        if (range && (!latest || range->from > *latest)) latest = range->from;
    }
    return latest;
}

}  // namespace

SaidDays days_said(const Document& document, const Expressions& expressions) {
    const std::vector<Expression>& items = *expressions.items;
    SaidDays out;
    out.weekday = weekday_of_report(items).weekday;
    out.latest_past = latest_past(document, items);
    if (auto date = dateline(document, items)) out.dates.push_back(std::move(*date));
    if (const auto day = text_day(items)) out.dates.push_back({day->value, "text", day->why, day->span});
    if (const auto day = caption_day(document, items))
        out.dates.push_back({day->value, "caption", day->why, day->span});
    return out;
}

std::optional<DatedBy> anchor(const Document& document, const Expressions& expressions,
                              const std::vector<PageDate>& stated) {
    const std::vector<Expression>& items = *expressions.items;
    const WeekdayOfReport report = weekday_of_report(items);
    if (auto day = stated_day(stated, report, true)) return day;
    if (auto day = text_day(items)) return day;
    if (auto day = caption_day(document, items)) return day;
    if (auto day = stated_day(stated, report, false)) return day;
    for (const PageDate& date : stated) {
        if (date.basis != "fetch" && reference_of(date.value))
            return DatedBy{date.value, date.basis, date.why, date.span};
    }
    return std::nullopt;
}

}  // namespace isnad::times
