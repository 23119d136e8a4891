#include "language/quantities/veto.h"

#include <cmath>

#include "language/quantities/endings.h"
#include "text/letters.h"

namespace isnad::quantities {
namespace {

namespace l = letters;
using words::Numeral;
using words::NumeralForm;
using namespace endings;

using letters::is_dash;
bool joins_digits(char32_t c) {
    return is_dash(c) || c == '/' || c == ':' || c == '+' || c == '#' || c == '_' || c == '*';
}

bool is_number(const TextView& text, std::uint32_t at) { return text.word(at).kind == WordKind::number; }

// Glued to a sign and another number or foreign word: a date, a code, a telephone number, a score.
bool in_longer_number(const TextView& text, const Numeral& number) {
    const std::uint32_t first = number.first, end = number.end;
    if (first > 0 && text.inside(first - 1, first) && text.glued(first)) {
        const std::uint32_t sign = first - 1;
        if (text.word(sign).kind == WordKind::foreign || text.word(sign).kind == WordKind::link) return true;
        if (text.sign(sign) == '#' || text.sign(sign) == '+') return true;
        if (joins_digits(text.sign(sign)) && sign > 0 && text.inside(sign - 1, first) && text.glued(sign) &&
            text.word(sign - 1).kind != WordKind::punctuation)
            return true;
    }
    if (!text.inside(end, first) || !text.glued(end) || !is_number(text, end - 1)) return false;
    if (text.word(end).kind == WordKind::foreign) return !text.knowledge.unit_at(text.words, end);
    return joins_digits(text.sign(end)) && text.inside(end + 1, first) && text.glued(end + 1) &&
           text.word(end + 1).kind != WordKind::punctuation;
}

// Two numbers around a dash, spaces or not: a score or a span without a noun.
bool in_score(const TextView& text, const Numeral& number) {
    const auto number_behind = [&](std::uint32_t at) {
        return text.inside(at + 1, number.first) &&
               (is_dash(text.sign(at)) || text.sign(at) == ':' || text.sign(at) == '/') &&
               is_number(text, at + 1);
    };
    if (text.inside(number.end, number.first) && number_behind(number.end)) return true;
    const std::uint32_t sign = number.first - 1;
    return number.first >= 2 && text.inside(sign - 1, number.first) && joins_digits(text.sign(sign)) &&
           is_number(text, sign - 1);
}

bool is_day_of_month(const TextView& text, const Numeral& number) {
    if (number.low > 31 || number.low < 1 || number.low != std::floor(number.low) ||
        !text.inside(number.end, number.first))
        return false;
    std::uint32_t at = number.end;
    if (text.search(at) == min) ++at;
    return text.inside(at, number.first) && text.is(at, trait::month);
}

bool is_list_number(const TextView& text, const Numeral& number) {
    const std::uint32_t first = number.first, end = number.end;
    if (first > 0 && text.word(first - 1).block == text.word(first).block) return false;
    if (end >= text.size() || text.word(end).block != text.word(first).block) return true;
    const char32_t c = text.sign(end);
    return is_dash(c) || c == ')' || c == '.' || c == ':' || c == '/';
}

// The digits of a number are one word without separators, and begin with a nought ("05", "007").
bool is_code(const TextView& text, const Numeral& number) {
    const std::string_view digits = text.search(number.first);
    return is_number(text, number.first) && digits.size() > 1 && digits[0] == '0' && digits[1] != '.' &&
           digits[1] != ',' && l::is_digit(static_cast<unsigned char>(digits[1]));
}

bool behind_date_noun(const TextView& text, const Numeral& number, const Counted& counted) {
    if (number.first == 0 || !text.inside(number.first - 1, number.first)) return false;
    const std::uint32_t before = number.first - 1;
    const std::uint16_t traits = text.traits(before);
    if ((traits & trait::time_unit) != 0 && text.has_article(before) && number.form == NumeralForm::digits)
        return true;  // "minute 85"
    if ((traits & trait::century) != 0) return true;
    if ((traits & trait::year_noun) != 0 && looks_like_year(text, number)) return true;
    const bool measured = counted.how == Counting::unit || number.vague;
    return (traits & (trait::year_noun | trait::day_noun)) != 0 && number.form == NumeralForm::digits &&
           !measured;
}

// "F 35 fighters": digits behind the letters of a type.
bool is_type(const TextView& text, const Numeral& number, const Counted& counted) {
    if (number.form != NumeralForm::digits || counted.how == Counting::unit || number.first == 0)
        return false;
    std::uint32_t before = number.first - 1;
    if (is_dash(text.sign(before)) && text.glued(number.first) && before > 0) --before;  // "B -1"
    constexpr std::size_t two_letters = 4;
    return text.inside(before, number.first) && text.word(before).kind == WordKind::arabic &&
           text.search(before).size() <= two_letters && text.search(before).size() > two_letters / 2 &&
           !text.is(before, trait::function) && !text.search(before).ends_with(al);
}

// Whether the noun behind four digits is in the form that the number asks for, and no "in Russia" behind a
// year.
bool agrees_with_year(const TextView& text, const Numeral& number, std::uint32_t noun) {
    const std::string_view word = text.search(noun), written = text.words.analysis(text.word(noun));
    const bool in_name = utf8::at(word, 0).value == l::beh &&
                         text.knowledge.count(word.substr(2)) > text.knowledge.count(word);
    if (in_name) return false;
    return written.ends_with(alef) || written.ends_with(teh_marbuta) || std::fmod(number.low, 100) == 0;
}

// "Article 5 of the law": digits behind a definite noun, and behind "of" no plural that could be counted.
bool is_label(const TextView& text, const Numeral& number, const Counted& counted) {
    if (counted.how != Counting::partitive || number.form != NumeralForm::digits || number.first == 0)
        return false;
    const std::uint32_t before = number.first - 1;
    if (!text.inside(before, number.first) || !text.has_article(before)) return false;
    const std::string_view noun = text.search(counted.first);
    return !noun.ends_with(sound_plural) && !noun.ends_with(feminine_plural);
}

}  // namespace

bool looks_like_year(const TextView& text, const Numeral& number) {
    return number.end == number.first + 1 && is_number(text, number.first) &&
           text.search(number.first).size() == 4 && number.low >= 1900 && number.low <= 2100;
}

bool is_no_quantity(const TextView& text, const Numeral& number, const Counted& counted) {
    if (number.ordinal) return true;
    if (number.form != NumeralForm::words && (in_longer_number(text, number) || is_code(text, number)))
        return true;
    if (is_day_of_month(text, number) && number.form != NumeralForm::mixed && counted.how != Counting::unit)
        return true;
    if (counted.how == Counting::partitive && counted.unit != nullptr && counted.unit->time &&
        counted.unit->singular)
        return true;  // "the 25th of the month"
    if (behind_date_noun(text, number, counted) || is_label(text, number, counted) ||
        is_type(text, number, counted))
        return true;
    if (text.inside(number.end, number.first) && text.is(number.end, trait::meridiem) &&
        counted.how != Counting::unit)
        return true;
    if (looks_like_year(text, number)) {
        const bool behind_preposition = number.first > 0 && text.inside(number.first - 1, number.first) &&
                                        text.is(number.first - 1, trait::preposition);
        if (counted.how == Counting::none) return true;
        // "2004 AD": the sign of the count is spelled like that of the metre.
        const bool sign = counted.how == Counting::unit && text.search(counted.first).size() == 2;
        if (counted.how == Counting::unit) return sign && text.word(counted.first).kind == WordKind::arabic;
        return behind_preposition || !agrees_with_year(text, number, counted.first);
    }
    return counted.how == Counting::none && number.form == NumeralForm::digits &&
           (in_score(text, number) || is_list_number(text, number));
}

namespace {

// A particle other than a preposition, or a comma: a verb may follow.
bool opens_clause(const TextView& text, std::uint32_t at) {
    const char32_t c = text.sign(at);
    return c == ',' || c == l::comma || c == l::semicolon || c == ':' ||
           (text.is(at, trait::function) && !text.is(at, trait::preposition));
}

// "reached 300", "the number of guests reached 300": a word for "amounting to" not far before.
bool behind_amounting(const TextView& text, std::uint32_t at) {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t back = 1; back <= reach && back <= at && text.inside(at - back, at); ++back) {
        if (text.word(at - back).kind != WordKind::arabic) return false;
        const auto exact = text.knowledge.approximator_at(text.words, at - back, false);
        if (exact && exact->kind == ApproximatorKind::exact && exact->end <= at) return true;
    }
    return false;
}

}  // namespace

bool stands_alone(const TextView& text, const Numeral& number) {
    if (number.vague) return !number.homograph && number.low >= 20 && text.search(number.end - 1) != min;
    if (number.homograph || number.definite || number.low < 2) return false;
    if (number.scaled || number.form != NumeralForm::digits) return true;
    const auto after = text.inside(number.end, number.first)
                           ? text.knowledge.approximator_at(text.words, number.end, true)
                           : std::nullopt;
    if (after && after->kind != ApproximatorKind::exact) return true;
    if (number.first == 0 || !text.inside(number.first - 1, number.first)) return false;
    const std::uint32_t before = number.first - 1;
    if (text.word(before).kind != WordKind::arabic || text.word(before).enclitic != 0) return false;
    if (text.search(before) == ila) return true;
    if (behind_amounting(text, number.first)) return true;
    // A verb or verbal noun at the beginning of its clause, with the number as its object.
    constexpr std::uint16_t no_verb = trait::function | trait::class_noun | trait::year_noun |
                                      trait::day_noun | trait::month | trait::weekday | trait::dated;
    if (text.has_article(before) || text.is(before, no_verb)) return false;
    constexpr std::uint32_t common = 80;  // rarer ones are names: "and Sukhoi 24"
    if (text.knowledge.count(text.bare(before)) < common) return false;
    const bool clause = text.has(before, proclitic::conjunction) || before == 0 ||
                        !text.inside(before - 1, before) || opens_clause(text, before - 1);
    return clause && text.inside(number.end, number.first) && text.word(number.end).kind == WordKind::arabic;
}

bool is_age(const TextView& text, const Numeral& number) {
    if (number.form != NumeralForm::digits || number.low < 5 || number.low > 110 ||
        number.low != std::floor(number.low) || number.first < 3)
        return false;
    const std::uint32_t comma = number.first - 1;
    const auto is_comma = [&](std::uint32_t at) { return text.sign(at) == ',' || text.sign(at) == l::comma; };
    if (!text.inside(comma - 2, number.first) || !is_comma(comma)) return false;
    if (text.word(comma - 1).kind != WordKind::arabic || text.word(comma - 2).kind != WordKind::arabic)
        return false;
    if (text.is(comma - 1, trait::function | trait::month | trait::weekday)) return false;
    return !text.inside(number.end, number.first) || is_comma(number.end) || text.sign(number.end) == '.';
}

}  // namespace isnad::quantities
