#include "language/quantities/counting.h"

#include "language/quantities/endings.h"
#include "text/letters.h"

namespace isnad::quantities {
namespace {

namespace l = letters;
using words::Numeral;
using Kind = words::Numerals::Kind;
using namespace endings;

bool is_definite(const TextView& text, std::uint32_t at) {
    return text.has_article(at) || text.word(at).enclitic != 0;
}

bool is_plain_definite(const TextView& text, std::uint32_t at) {
    return text.word(at).kind == WordKind::arabic && text.has_article(at) &&
           !text.has(at, proclitic::preposition | proclitic::conjunction);
}

// Verbs of the third person by their endings; singular verbs that begin with yeh, which few counted nouns do.
bool has_verb_shape(std::string_view word) {
    constexpr std::size_t five_letters = 10;  // shorter ones are nouns: "a member" in the accusative
    if (word.ends_with(past_verb) && word.size() >= five_letters) return true;
    const bool yeh_first = word.starts_with(yeh);
    if (!yeh_first && !word.starts_with(teh)) return false;
    if (word.ends_with(plural_verb)) return !word.ends_with(nisba_plural);
    return yeh_first && !word.ends_with(alef) && !word.ends_with(heh) && !word.ends_with(yeh);  // "a Yemeni"
}

// "by injuries", "to the": a preposition that the likeliest reading left on. Behind a number it is likelier
// than elsewhere.
bool has_preposition(const TextView& text, std::uint32_t at) {
    const std::string_view word = text.search(at);
    const char32_t first = utf8::at(word, 0).value;
    if ((first != l::beh && first != l::lam) || word.ends_with(alef)) return false;  // -an is no genitive
    constexpr double least_share = 0.03, least_alone = 200;
    const double rest = text.knowledge.count(word.substr(yeh.size())), whole = text.knowledge.count(word);
    return whole > 0 ? rest >= least_share * whole : rest >= least_alone;
}

// "deaths", "a rose": a feminine noun that begins with waw and is commoner than what would follow "and".
bool begins_with_waw(const TextView& text, std::uint32_t at) {
    const std::string_view word = text.search(at);
    if (!word.starts_with(waw) || !(word.ends_with(heh) || word.ends_with(feminine_plural)) ||
        text.has_article(at))
        return false;
    if (text.numerals.at(text.words, at)) return false;
    const std::uint32_t whole = text.knowledge.count(word);
    return whole > text.knowledge.count(word.substr(waw.size())) ||
           (whole > 0 && text.words.analysis(text.word(at)).ends_with(teh_marbuta));
}

// "45 [injured on the] day of Sunday", "in 45 [in the] year 2019": a singular unit without the accusative
// ending is no noun of a number above ten when a date follows.
bool begins_date(const TextView& text, const Numeral& number, const UnitAt& unit) {
    if (!unit.unit->time || !unit.unit->singular || number.low <= 10) return false;
    if (!text.inside(unit.end, unit.end - 1)) return false;
    if (text.word(unit.end).kind == WordKind::number) return true;
    return text.is(unit.end, trait::weekday | trait::month);
}

// "m d" for million dinars: a single letter is a unit only when no second one follows.
bool is_abbreviation(const TextView& text, std::uint32_t at, std::uint32_t end) {
    return text.search(at).size() == noon.size() && end == at + 1 && text.inside(end, at) &&
           text.word(end).kind == WordKind::arabic && text.search(end).size() == noon.size() &&
           text.search(end) != waw;
}

// "of them": the preposition with a pronoun of the third person.
bool is_of_them(std::string_view word) {
    constexpr std::size_t longest_pronoun = 6;
    return word.starts_with(min) && word.substr(min.size()).starts_with(heh) &&
           word.size() > min.size() + heh.size() && word.size() <= min.size() + longest_pronoun;
}

struct NounPhrase {
    std::uint32_t first = 0, end = 0;
};

// "and the heavy weapons": a second definite noun, when what follows shows that no new clause begins with it.
std::uint32_t coordinated(const TextView& text, std::uint32_t at) {
    if (!text.inside(at, at - 1) || text.word(at).kind != WordKind::arabic) return at;
    if (!text.has(at, proclitic::conjunction) || !text.has_article(at) ||
        text.has(at, proclitic::preposition))
        return at;
    std::uint32_t end = at + 1;
    if (text.inside(end, at) && is_plain_definite(text, end)) ++end;
    const bool closed = !text.inside(end, at) || text.word(end).kind == WordKind::punctuation ||
                        text.is(end, trait::preposition);
    return closed ? end : at;
}

// A noun that stands in the genitive behind a vague number or "of": with its own genitive, or with a second
// noun. `construct`: an indefinite noun may only be half of it ("dozens of leaders of the world", but not
// "several companies").
NounPhrase genitive_phrase(const TextView& text, std::uint32_t at, bool construct) {
    NounPhrase out{at, at + 1};
    if (!is_definite(text, at)) {
        if (construct && text.inside(at + 1, at) && is_plain_definite(text, at + 1)) ++out.end;
        return out;
    }
    out.end = coordinated(text, out.end);
    return out;
}

Counted of_phrase(Counting how, NounPhrase phrase, const TextView& text) {
    const auto unit = text.knowledge.unit_at(text.words, phrase.first);
    const bool whole = unit && unit->end <= phrase.end;
    return {how, whole ? unit->unit : nullptr, phrase.first, phrase.end, 0};
}

// Behind "of": a definite noun, or a noun that a genitive makes definite.
Counted partitive(const TextView& text, const Numeral& number, std::uint32_t at) {
    if (!text.inside(at, at - 1) || !is_counted_noun(text, at)) return {};
    const NounPhrase phrase = genitive_phrase(text, at, true);
    const bool definite = is_definite(text, at) || phrase.end > at + 1;
    if (!definite && !number.vague) return {};
    return of_phrase(Counting::partitive, phrase, text);
}

Counted unit_counted(const TextView& text, const Numeral& number, const UnitAt& unit, std::uint32_t at) {
    if (unit.definite && !number.vague) return {};
    if (begins_date(text, number, unit) || is_abbreviation(text, at, unit.end)) return {};
    Counted out{Counting::unit, unit.unit, at, unit.end, 0};
    if (unit.unit->percent && text.inside(out.end, at)) {  // "25% per cent"
        const auto again = text.knowledge.unit_at(text.words, out.end);
        if (again && again->unit->name == unit.unit->name) out.end = again->end;
    }
    if (!number.vague && number.low == number.high) {
        const Rest rest = rest_of_unit(text, out.end);
        out.more = rest.value;
        out.end = rest.end;
    }
    return out;
}

}  // namespace

bool is_counted_noun(const TextView& text, std::uint32_t at) {
    const Word& word = text.word(at);
    if (word.kind != WordKind::arabic || word.normal.size() <= 2 * 2) return false;
    if (text.has(at, proclitic::conjunction) && !begins_with_waw(text, at)) return false;
    if (text.has(at, proclitic::future) && !text.search(at).substr(yeh.size()).starts_with(alef))
        return false;
    if (text.has(at, proclitic::preposition) && (text.has_article(at) || !text.search(at).ends_with(alef)))
        return false;
    const std::uint16_t traits = text.traits(at);
    if ((traits & (trait::function | trait::month | trait::weekday | trait::meridiem | trait::saying)) != 0)
        return false;
    return !has_verb_shape(text.search(at)) && !has_preposition(text, at);
}

Rest rest_of_unit(const TextView& text, std::uint32_t at) {
    const Rest none{0, at};
    if (!text.inside(at, at - 1)) return none;
    const bool lone_waw = text.search(at) == waw;
    const std::uint32_t from = lone_waw ? at + 1 : at;
    if (!text.inside(from, at)) return none;
    for (const auto& part : text.numerals.parts_at(text.words, from)) {
        if (part.meaning.kind == Kind::fraction && part.definite == false &&
            (lone_waw ? part.skip == 0 : part.joined)) {
            const std::uint32_t end = part.end;
            if (!text.inside(end, at)) return {part.meaning.low, end};
            const auto unit = text.knowledge.unit_at(text.words, end);
            // "and five minutes" is spelled like "and a fifth".
            if (unit && unit->unit->time && !unit->definite && part.meaning.homograph &&
                !unit->unit->singular)
                return none;
            if (unit && (unit->unit->time || unit->definite)) return {part.meaning.low, unit->end};
            const bool noun = text.numerals.at(text.words, end) ||
                              (is_counted_noun(text, end) && !is_plain_definite(text, end));
            return noun ? none : Rest{part.meaning.low, end};
        }
        if (part.meaning.kind == Kind::point && part.skip == 0 && !lone_waw && text.inside(part.end, at)) {
            const auto behind = text.numerals.at(text.words, part.end);
            if (behind && behind->skip == 0 && behind->low == behind->high && behind->high < 10)
                return {behind->low / 10, behind->end};
        }
    }
    return none;
}

Counted counted_at(const TextView& text, const Numeral& number, std::uint32_t at) {
    if (!text.inside(at, number.first)) return {};
    // "10 and more": no noun.
    const auto bound = text.knowledge.approximator_at(text.words, at, true);
    if (bound && bound->skip == 0 && bound->end == at + 1 && bound->kind != ApproximatorKind::exact &&
        text.search(at).starts_with(feh))
        return {};
    if (const auto unit = text.knowledge.unit_at(text.words, at)) {
        const Counted out = unit_counted(text, number, *unit, at);
        if (out.how != Counting::none) return out;
        if (unit->unit->time) return {};
    }
    const bool ends_in_min = text.search(number.end - 1) == min;
    if (text.search(at) == min && !ends_in_min) return partitive(text, number, at + 1);
    if (!ends_in_min && is_of_them(text.search(at))) return {Counting::others, nullptr, at, at + 1, 0};
    if (text.is(at, trait::other)) return {Counting::others, nullptr, at, at + 1, 0};
    if (!is_counted_noun(text, at)) return {};
    if (number.vague) {
        const NounPhrase phrase = genitive_phrase(text, at, ends_in_min || number.low >= 20);
        return of_phrase(ends_in_min ? Counting::partitive : Counting::noun, phrase, text);
    }
    if (is_definite(text, at) && !number.vague) return {};
    return {Counting::noun, nullptr, at, at + 1, 0};
}

}  // namespace isnad::quantities
