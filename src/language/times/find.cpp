// The pass over the words: the longest expression at each, left to right.
#include "language/times/grammar.h"
#include "language/times/tense.h"
#include "language/times/times.h"

#include "base/limits.h"

namespace isnad::times {
namespace {

// Span, place and tense of an expression that the grammar found.
void finish(Expression& e, const Scan& scan) {
    const Word& first = scan.word(e.first);
    const Word& last = scan.word(e.end - 1);
    e.span = scan.words().normal->original({first.normal.begin + e.skip, last.normal.end});
    e.sentence = first.sentence;
    e.block = first.block;
    if (e.tense == Tense::unknown) e.tense = tense_around(scan, e);
}

// Whether only "and", "to", "until" or a dash stands between two expressions.
bool linked(const Scan& scan, const Expression& a, const Expression& b) {
    if (a.sentence != b.sentence) return false;
    if (a.end == b.first) return b.skip != 0;
    if (a.end + 1 != b.first) return false;
    const Particle word = scan.particle(a.end);
    const char32_t sign = scan.sign(a.end);
    return word == Particle::and_ || word == Particle::to || word == Particle::until || sign == '-' ||
           sign == 0x2013;
}

// "from May to July 2023": the first month has the year, or the "last", of the second.
void share_years(const Scan& scan, std::vector<Expression>& items) {
    for (std::size_t i = items.size(); i-- > 1;) {
        Expression& first = items[i - 1];
        const Expression& second = items[i];
        const bool open = first.shape == Shape::calendar && first.date.month != 0 && first.date.year == 0 &&
                          !first.direction;
        const bool month = second.shape == Shape::calendar && second.date.month != 0 &&
                           second.date.hijri == first.date.hijri;
        if (!open || !month || !linked(scan, first, second)) continue;
        if (second.date.year != 0)
            first.date.year = second.date.year - (first.date.month > second.date.month ? 1 : 0);
        else if (first.date.month <= second.date.month || second.direction.value_or(0) < 0)
            first.direction = second.direction;
        if (first.until) first.until->year = first.date.year;
    }
}

}  // namespace

Expressions find(const Document&, const Words& words, const words::Numerals& numerals,
                 const Knowledge& knowledge) {
    const Scan scan(words, numerals, knowledge);
    const Grammar grammar(scan);
    std::vector<Expression> out;
    for (std::uint32_t at = 0; at < scan.size() && out.size() < limits::annotations_per_layer;) {
        std::optional<Expression> found;
        if (scan.interesting(at)) found = grammar.at(at);
        if (!found || scan.in_outlet(at)) {
            ++at;
            continue;
        }
        finish(*found, scan);
        at = found->end;
        out.push_back(std::move(*found));
    }
    share_years(scan, out);
    return {std::make_shared<const std::vector<Expression>>(std::move(out))};
}

}  // namespace isnad::times
