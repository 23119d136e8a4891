// Times in two steps: expressions are found without a date (find), the article gets its reference date from
// the page and from the expressions themselves (anchor), and then each expression gets its TIMEX3 value
// (resolve). A wrong order does not compile.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// A date that the page states somewhere outside the running text (a date line, a caption, the address, the
// time of fetch).
struct PageDate {
    std::string value;  // EDTF day, or month
    std::string basis;  // "stated", "address", "fetch"
    std::string why;
    std::optional<Span> span;
};

// What PageDate::why says of a date line.
constexpr std::string_view why_published = "the page names it as the date of publication";
constexpr std::string_view why_updated = "the page names it as the date of the last change";
constexpr std::string_view why_stated = "the page states it";

// Dates in one line of chrome, glued counters allowed ("13 August 2025105 views"). For date lines of every
// layout.
std::vector<PageDate> dates_in_line(const Document& line, const Words& words, const words::Numerals& numerals,
                                    const Knowledge& knowledge);

// The reference date of an article, or nothing when the page does not tell: unknown rather than wrong.
// `stated` are the dates that belong to this article (never those of another article of the page).
std::optional<DatedBy> anchor(const Document& document, const Expressions& expressions,
                              const std::vector<PageDate>& stated);

// TIMEX3 values against the reference date; relative expressions without one keep an empty value.
Layer<Time> resolve(const Words& words, const Expressions& expressions,
                    const std::optional<DatedBy>& reference, const Knowledge& knowledge);

}  // namespace isnad::times
