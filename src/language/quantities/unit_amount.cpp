#include "language/quantities/amount_parts.h"
#include "language/quantities/endings.h"

namespace isnad::quantities {
namespace {

using words::Numeral;
using Kind = words::Numerals::Kind;
using namespace endings;

// "the two centuries, the 20th and the 21st": an ordinal behind a dual counts along and not how many.
bool before_ordinal(const TextView& text, std::uint32_t at) {
    if (!text.inside(at, at - 1)) return false;
    const auto number = text.numerals.at(text.words, at);
    return number && (number->ordinal || number->definite);
}

// "two thirds of the voters", "half of its value"; of half and what is also a number or noun
// ("quarter-final") only before a noun that is plural or has a pronoun.
bool is_share(const TextView& text, std::uint32_t at, const words::Numerals::Part& part) {
    const std::uint32_t noun = part.end;
    const bool thirds = part.meaning.low == 2.0 / 3 || (part.meaning.low != 0.5 && !part.meaning.homograph);
    if (!is_counted_noun(text, noun)) return false;
    if (part.end > at + 1) return true;
    if (part.meaning.homograph && !thirds)
        return text.has_article(noun) && text.search(noun).ends_with(sound_plural);
    const std::string_view word = text.search(noun);
    const bool many =
        text.word(noun).enclitic != 0 || word.ends_with(feminine_plural) || word.ends_with(sound_plural);
    return many || (thirds && text.has_article(noun));
}

// One spelling is both "a third" in the accusative and "two thirds" of something: before its noun it is the
// latter.
bool is_dual_share(const TextView& text, std::uint32_t at, const words::Numerals::Part& part) {
    for (const auto& other : text.numerals.parts_at(text.words, at)) {
        if (other.meaning.kind == Kind::fraction && other.end == part.end &&
            other.meaning.low == 2 * part.meaning.low)
            return true;
    }
    return false;
}

}  // namespace

// The ending of a dual, or "and" with a fraction behind the word or behind the second of two.
bool may_tell_number(const TextView& text, std::uint32_t at) {
    const std::string_view word = text.search(at);
    if (word.ends_with(noon) || word.ends_with(alef) || word.ends_with(yeh)) return true;
    return text.inside(at + 1, at) && text.search(at + 1).starts_with(waw);
}

std::optional<Amount> unit_amount(const TextView& text, std::uint32_t at) {
    if (text.word(at).kind != WordKind::arabic || !may_tell_number(text, at)) return std::nullopt;
    const auto unit = text.knowledge.unit_at(text.words, at, Knowledge::Place::alone);
    if (!unit) return std::nullopt;
    const Rest rest = unit->definite ? Rest{0, unit->end} : rest_of_unit(text, unit->end);
    const bool one = rest.value > 0 && !unit->dual && unit->unit->singular && unit->end == at + 1;
    if (!one && (!unit->dual || (unit->unit->time && unit->unit->homograph))) return std::nullopt;
    if (unit->unit->time && text.inside(unit->end, at) && text.word(unit->end).kind == WordKind::number)
        return std::nullopt;
    if (unit->definite && (!unit->unit->time || before_ordinal(text, unit->end))) return std::nullopt;
    Amount out;
    out.first = at;
    out.end = rest.end;
    out.skip = unit->skip;
    out.low = out.high = (one ? 1 : 2) + rest.value;
    out.unit = unit->unit->name;
    out.counted_first = at;
    out.counted_end = unit->end;
    out.rule = one ? "quantities.and_a_half" : "quantities.dual";
    out.weight = unit->unit->homograph || unit->unit->counted ? 0.6F : 0.9F;
    const auto again = text.inside(out.end, at) ? text.numerals.at(text.words, out.end) : std::nullopt;
    if (again && again->low == 2 && again->high == 2 && again->skip == 0) out.end = again->end;
    return out;
}

std::optional<Amount> fraction_amount(const TextView& text, std::uint32_t at) {
    if (text.word(at).kind != WordKind::arabic) return std::nullopt;
    for (const auto& part : text.numerals.parts_at(text.words, at)) {
        if (part.meaning.kind != Kind::fraction || part.definite || !text.inside(part.end, at)) continue;
        const auto unit = text.knowledge.unit_at(text.words, part.end);
        Numeral number;
        number.first = at;
        number.end = part.end;
        number.skip = part.skip;
        number.low = number.high = part.meaning.low;
        if (unit && !unit->definite && !unit->dual &&
            (unit->unit->singular || (!unit->unit->time && !unit->unit->homograph))) {
            return amount_of(number, {Counting::unit, unit->unit, part.end, unit->end, 0},
                             "quantities.fraction", 0.9F);
        }
        if (is_share(text, at, part) && !is_dual_share(text, at, part))
            return amount_of(number, {Counting::noun, nullptr, part.end, part.end + 1, 0}, "quantities.share",
                             0.6F);
    }
    return std::nullopt;
}

}  // namespace isnad::quantities
