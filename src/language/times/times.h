// Times in two steps: expressions are found without a date (find), the article gets its reference date from
// the page and from the expressions themselves (anchor), and then each expression gets its TIMEX3 value
// (resolve). A wrong order does not compile.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "language/words/numerals.h"
#include "lexicon/lexicon.h"
#include "model/annotations.h"
#include "model/document.h"
#include "model/words.h"

namespace isnad::times {

class Knowledge;
std::shared_ptr<const Knowledge> make_knowledge(lexicon::LexiconPtr lexicon);

struct Expression;  // language/times/expression.h: what the words say, before any date is known

struct Expressions {
    std::shared_ptr<const std::vector<Expression>> items;  // sorted by span, disjoint
};

// Every time expression of the document.
Expressions find(const Document& document, const Words& words, const words::Numerals& numerals,
                 const Knowledge& knowledge);

// What the words beside a date make of it. `today`: the page prints the day on which it was shown.
enum class DateRole : std::uint8_t { stated, published, modified, today };

// A date that the page states somewhere outside the running text (a date line, a caption, the address, the
// time of fetch).
struct PageDate {
    std::string value;  // EDTF day, month or interval
    std::string basis;  // "stated", "metadata", "address", "fetch"
    std::string why;
    std::optional<Span> span;
    DateRole role = DateRole::stated;
    std::string moment{};                       // with time of day and zone as stated, or empty
    unsigned weekday = 0;                       // that the words name, 1 Monday; 0 for none
    bool relative = false;                      // counted from the moment of fetch
    bool open_year = false;                     // the year is not named
    std::vector<std::string> other_readings{};  // day and month exchanged, year first: less likely
};

// When the page was fetched, as far as known; `moment` with its time of day, or empty.
struct FetchedAt {
    std::optional<Day> day{};
    std::string moment{};
};

// What PageDate::why says of a date line.
constexpr std::string_view why_published = "the page names it as the date of publication";
constexpr std::string_view why_updated = "the page names it as the date of the last change";
constexpr std::string_view why_stated = "the page states it";
constexpr std::string_view why_today = "the page names it as the day of the visit";
constexpr std::string_view why_dateline = "the dateline of the report states it";

// Dates in one line of chrome, glued counters allowed ("13 August 2025105 views"). For date lines of every
// layout.
std::vector<PageDate> dates_in_line(const Document& line, const Words& words, const words::Numerals& numerals,
                                    const Knowledge& knowledge, const FetchedAt& fetched = {});

// The time of day of a line that states no day ("23:30", "11:25 pm"), in minutes; nothing when it has none.
std::optional<int> minutes_in_line(const Document& line, const Words& words, const words::Numerals& numerals,
                                   const Knowledge& knowledge);

// What the running text says about the day it was written on.
struct SaidDays {
    unsigned weekday = 0;  // of the report, by "today Wednesday": 1 Monday; 0 when it does not say
    std::optional<Day> latest_past{};  // the report is not older than that
    std::vector<PageDate> dates;       // datelines, full dates beside "today" or "yesterday", of captions
};

SaidDays days_said(const Document& document, const Expressions& expressions);

// The reference date of an article, or nothing when the page does not tell: unknown rather than wrong.
// `stated` are the dates that belong to this article (never those of another article of the page).
std::optional<DatedBy> anchor(const Document& document, const Expressions& expressions,
                              const std::vector<PageDate>& stated);

// TIMEX3 values against the reference date; relative expressions without one keep an empty value.
Layer<Time> resolve(const Words& words, const Expressions& expressions,
                    const std::optional<DatedBy>& reference, const Knowledge& knowledge);

}  // namespace isnad::times
