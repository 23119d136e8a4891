#include "language/quantities/amount_parts.h"
#include "language/quantities/endings.h"
#include "language/quantities/veto.h"
#include "language/words/numerals_calculated.h"

namespace isnad::quantities {
namespace {

using words::Numeral;
using words::NumeralForm;
using namespace endings;

constexpr char32_t minus_sign = 0x2212;

// The article alone, directly before digits.
bool is_lone_article(const TextView& text, std::uint32_t at) {
    const std::string_view word = text.search(at);
    return text.word(at).kind == WordKind::arabic && word.ends_with(al) &&
           word.size() <= al.size() + waw.size();
}
bool behind_article(const TextView& text, std::uint32_t at) {
    return at > 0 && text.inside(at - 1, at) && is_lone_article(text, at - 1);
}

}  // namespace

Amount amount_of(const Numeral& number, const Counted& counted, std::string_view rule, float weight) {
    Amount out;
    out.first = number.first;
    out.skip = number.skip;
    out.low = number.low + counted.more;
    out.high = number.high + counted.more;
    out.vague = number.vague;
    out.end = number.end;
    out.rule = rule;
    out.weight = weight;
    if (counted.how == Counting::none) return out;
    if (counted.unit != nullptr) out.unit = counted.unit->name;
    out.end = counted.end;
    out.counted_first = counted.first;
    out.counted_end = counted.end;
    return out;
}

std::optional<Read> number_at(const TextView& text, std::uint32_t at) {
    const bool mark = text.sign(at) == '-' && text.inside(at + 1, at) && text.glued(at + 1) &&
                      text.word(at + 1).kind == WordKind::number;
    if (text.inside(at + 1, at) && (mark || words::is_minus_word(text.search(at)))) {  // "minus five"
        const auto behind = text.numerals.at(text.words, at + 1);
        if (!behind || behind->skip != 0 || behind->vague || behind->ordinal) return std::nullopt;
        Read minus{*behind, behind->end, at};
        minus.number.first = at;
        minus.number.low = -behind->high;
        minus.number.high = -behind->low;
        return minus;
    }
    const bool bracket = text.sign(at) == '(' && text.inside(at + 1, at);
    const auto number = text.numerals.at(text.words, bracket ? at + 1 : at);
    if (!number) return std::nullopt;
    Read out{*number, number->end, number->first};
    if (number->form == NumeralForm::digits && behind_article(text, number->first))
        out.number.definite = true;
    if (!bracket) return out;
    out.first = at;
    const bool closed = text.inside(number->end, at) && text.sign(number->end) == ')';
    if (closed) out.behind = number->end + 1;
    const bool closed_inside = number->end > number->first + 1 && text.sign(number->first + 1) == ')';
    return closed || closed_inside ? std::optional(out) : std::nullopt;
}

namespace {

// A sign of money or per cent before the digits: "$5 billion", "%25", "per cent 25".
std::optional<Amount> signed_amount(const TextView& text, std::uint32_t at) {
    if (!text.inside(at + 1, at) || text.word(at + 1).kind != WordKind::number) return std::nullopt;
    const bool word = text.word(at).kind == WordKind::arabic;
    const auto unit = text.knowledge.unit_at(text.words, at);
    if (word && (!unit || !unit->unit->percent ||
                 (at > 0 && text.inside(at - 1, at) && text.numerals.at(text.words, at - 1))))
        return std::nullopt;
    if (!unit || unit->end != at + 1 || !(unit->unit->currency || unit->unit->percent)) return std::nullopt;
    if (unit->unit->percent && !word && !text.glued(at + 1)) return std::nullopt;
    if (at > 0 && text.inside(at - 1, at) && text.word(at - 1).kind == WordKind::number && text.glued(at))
        return std::nullopt;
    const auto number = text.numerals.at(text.words, at + 1);
    if (!number) return std::nullopt;
    Amount out = amount_of(*number, {}, "quantities.sign_before", 1.0F);
    out.first = at;
    out.unit = unit->unit->name;
    const Counted again = counted_at(text, *number, number->end);
    if (again.how == Counting::unit && (again.unit->currency || again.unit->percent)) out.end = again.end;
    return out;
}

// Noun and adjective of one gender, as far as teh marbuta tells; and no verb.
bool agree(const TextView& text, std::uint32_t noun, std::uint32_t adjective) {
    const auto feminine = [&](std::uint32_t at) {
        return text.words.analysis(text.word(at)).ends_with(teh_marbuta);
    };
    return feminine(noun) == feminine(adjective) && is_counted_noun(text, noun);
}

// "one shell", "two policemen both": a noun and behind it one or two as its adjective; and "the ten
// countries".
// "several times" with the noun in front; "its 64 matches" with a definite plural in front of digits.
std::optional<Amount> noun_before(const TextView& text, const Numeral& number) {
    const bool several = number.vague && !number.homograph && !number.definite && number.skip == 0 &&
                         number.low == 3 && number.end == number.first + 1;
    const bool digits = number.form == NumeralForm::digits && number.definite && number.low >= 3;
    const std::uint32_t back = digits ? 2 : 1;
    if ((!several && !digits) || number.first < back) return std::nullopt;
    std::uint32_t noun = number.first - back;
    // "Arab and regional countries several": two adjectives stand between.
    if (several && noun >= 2 && text.inside(noun - 2, number.first) &&
        text.has(noun, proclitic::conjunction) && text.word(noun - 1).kind == WordKind::arabic &&
        !text.has_article(noun - 1))
        noun -= 2;
    if (!text.inside(noun, number.first) || text.word(noun).kind != WordKind::arabic ||
        text.is(noun, trait::function | trait::other) || text.numerals.at(text.words, noun))
        return std::nullopt;
    std::string_view stem = text.search(noun);
    stem.remove_suffix(std::min<std::size_t>(text.word(noun).enclitic, stem.size()));
    const bool known = text.has_article(noun) || text.word(noun).enclitic != 0;
    // "his match" before a pronoun is spelled with the ending of the plural, but is no word without it.
    const bool plural =
        (stem.ends_with(feminine_plural) || stem.ends_with(sound_plural)) && text.knowledge.count(stem) > 0;
    if (digits ? !(known && plural) : known || !is_counted_noun(text, noun)) return std::nullopt;
    Amount out = amount_of(number, {}, "quantities.noun_before", 0.6F);
    out.first = noun;
    out.skip = text.word(noun).name_begin;
    out.counted_first = noun;
    out.counted_end = noun + 1;
    const auto unit = text.knowledge.unit_at(text.words, noun, Knowledge::Place::alone);
    if (unit && unit->end == noun + 1) out.unit = unit->unit->name;
    return out;
}

std::optional<Amount> noun_first(const TextView& text, const Numeral& number) {
    const std::uint32_t noun = number.first - 1;
    if (number.first == 0 || number.form != NumeralForm::words || number.skip != 0 ||
        number.end > number.first + 2 || number.vague || number.ordinal)
        return std::nullopt;
    if (!text.inside(noun, number.first) || text.word(noun).kind != WordKind::arabic ||
        text.is(noun, trait::function))
        return std::nullopt;
    if (text.numerals.at(text.words, noun)) return std::nullopt;
    const bool definite = text.has_article(noun);
    const std::string_view word = text.search(number.first);
    const bool several = number.definite && definite && number.low >= 3 && number.low < 20 &&
                         !(number.homograph && word.ends_with(yeh));
    const bool dual = number.low == 2 && (text.search(noun).ends_with(sound_plural) ||
                                          text.search(noun).ends_with(nominative_dual));
    const bool one = !number.definite && !definite &&
                     (dual || (number.low == 1 && !number.homograph && agree(text, noun, number.first)));
    if (!several && !one) return std::nullopt;
    if (one && noun > 0 && text.inside(noun - 1, noun) && text.is(noun - 1, trait::preposition) &&
        number.low == 1)
        return std::nullopt;
    const auto unit = text.knowledge.unit_at(text.words, noun, Knowledge::Place::alone);
    Amount out = amount_of(number, {}, "quantities.noun_first", several ? 0.7F : 0.5F);
    out.first = noun;
    out.skip = text.word(noun).name_begin;
    out.counted_first = noun;
    out.counted_end = noun + 1;
    if (unit && unit->end == noun + 1) out.unit = unit->unit->name;
    return out;
}

float weight_of(const Counted& counted, const Numeral& number) {
    if (counted.how == Counting::unit) return 1.0F;
    return number.form == NumeralForm::digits && counted.how == Counting::noun ? 0.8F : 0.9F;
}

Amount age_of(const Numeral& number) {
    Amount out = amount_of(number, {}, "quantities.age", 0.6F);
    out.unit = "year";
    return out;
}

bool is_plain_one(const Numeral& number) {
    return number.form == NumeralForm::words && number.low >= 0 && number.high <= 2 && !number.scaled;
}

// A noun in the accusative or of feminine form: what a number above ten counts.
bool has_ending(const TextView& text, std::uint32_t at) {
    const std::string_view word = text.search(at);
    return word.ends_with(alef) || word.ends_with(heh);
}

// "the fifteen countries (accusative)" counts; "the 33rd", "round of the eight" do not.
bool fits_definite(const TextView& text, const Numeral& number, const Counted& counted) {
    if (!number.definite || number.vague) return true;
    if (number.form == NumeralForm::digits &&
        counted.how != Counting::unit) {  // "his 158th match": an ordinal
        const std::uint32_t before = number.first < 2 ? number.first : number.first - 2;
        if (!text.inside(before, number.first) || !text.is(before, trait::function)) return false;
    }
    return counted.how == Counting::unit ||
           (counted.how == Counting::noun && has_ending(text, counted.first));
}

// "six" is also "lady", and with wa- "west": behind wa- only a clear noun makes it a number.
bool fits_homograph(const TextView& text, const Numeral& number, const Counted& counted) {
    if (!number.homograph || counted.how == Counting::unit) return true;
    if (counted.how == Counting::partitive) return true;
    if (counted.how != Counting::noun || number.definite) return false;
    if (number.skip == 0) return true;
    if (text.is(number.first, trait::function)) return false;  // "I am not"
    const std::string_view word = text.search(counted.first);
    return has_ending(text, counted.first) || word.ends_with(feminine_plural);
}

// "-5 degrees": a minus sign glued to the digits, with space before it.
bool is_negative(const TextView& text, const Numeral& number, const Counted& counted) {
    if (number.form != NumeralForm::digits || number.first == 0 || counted.unit == nullptr ||
        !(counted.unit->percent || counted.unit->signed_scale))
        return false;
    const std::uint32_t sign = number.first - 1;
    return text.inside(sign, number.first) && (text.sign(sign) == '-' || text.sign(sign) == minus_sign) &&
           text.glued(number.first) && !text.glued(sign);
}

// How many of the smaller unit of time the greater one has, 0 when they are no such pair.
double smaller_units(std::string_view greater, std::string_view smaller) {
    if (greater == "year" && smaller == "month") return 12;
    if (greater == "week" && smaller == "day") return 7;
    if (greater == "day" && smaller == "hour") return 24;
    if ((greater == "hour" && smaller == "minute") || (greater == "minute" && smaller == "second")) return 60;
    return 0;
}

// "seven hours and five minutes": one amount, in the smaller unit.
void join_smaller_unit(const TextView& text, Amount& out) {
    if (out.low != out.high || out.unit.empty() || out.vague || !text.inside(out.end, out.first)) return;
    const bool lone = text.search(out.end) == waw && text.inside(out.end + 1, out.first);
    const auto number = text.numerals.at(text.words, out.end + (lone ? 1u : 0u));
    const std::size_t joined = lone ? 0 : waw.size();
    if (!number || number->skip != joined || !text.search(out.end).starts_with(waw) || number->vague ||
        number->ordinal || number->low != number->high || !text.inside(number->end, out.first))
        return;
    const auto unit = text.knowledge.unit_at(text.words, number->end);
    const double factor = unit && !unit->definite ? smaller_units(out.unit, unit->unit->name) : 0;
    if (factor == 0 || number->low >= factor) return;
    out.low = out.high = out.low * factor + number->low;
    out.unit = unit->unit->name;
    out.end = out.counted_end = unit->end;
    out.counted_first = number->end;
    out.rule = "quantities.two_units";
}

// "a share of 10 of the whole": the word for share says that the number is of a hundred, unless it is
// compared with another or counts something.
bool is_share_of_hundred(const TextView& text, const Numeral& number, const Counted& counted) {
    const std::uint32_t at = number.first;
    if (at == 0 || !text.inside(at - 1, at) || number.form != NumeralForm::digits || number.scaled ||
        number.vague)
        return false;
    if (counted.how != Counting::none && counted.how != Counting::partitive) return false;
    if (counted.unit != nullptr || !text.search(at - 1).ends_with(share_word)) return false;
    if (!text.inside(number.end, at)) return true;
    const char32_t c = text.sign(number.end);
    if (c == ':' || c == '/' || c == '-' || text.search(number.end) == ila) return false;
    return counted.how == Counting::partitive || c != 0;
}

std::optional<Amount> plain_amount(const TextView& text, const Read& read, bool sure) {
    const Numeral& number = read.number;
    const Counted counted = counted_at(text, number, read.behind);
    if (is_no_quantity(text, number, counted)) return std::nullopt;
    if (is_share_of_hundred(text, number, counted)) {
        Amount out = amount_of(number, {}, "quantities.share_of_hundred", 0.6F);
        out.unit = "percent";
        return out;
    }
    if (number.vague && (number.homograph ||
                         (text.inside(number.end, number.first) && text.numerals.at(text.words, number.end))))
        return std::nullopt;
    if (counted.how == Counting::none) {
        if (is_age(text, number)) return age_of(number);
        if (!sure && !stands_alone(text, number)) return std::nullopt;
        if (is_plain_one(number)) return std::nullopt;
        return amount_of(number, {}, "quantities.alone", sure ? 0.8F : 0.5F);
    }
    if (is_plain_one(number) && counted.how != Counting::unit && counted.how != Counting::partitive &&
        counted.how != Counting::others)
        return std::nullopt;
    if (!fits_definite(text, number, counted) || !fits_homograph(text, number, counted)) return std::nullopt;
    if (is_plain_one(number) && number.low < 2 && (number.homograph || counted.how == Counting::partitive))
        return std::nullopt;
    Amount out = amount_of(number, counted, number.vague ? "quantities.vague" : "quantities.counted",
                           weight_of(counted, number));
    out.first = read.first;
    if (is_negative(text, number, counted)) {
        out.low = out.high = -out.low;
        --out.first;
    }
    if (read.first != number.first) out.skip = 0;
    join_smaller_unit(text, out);
    return out;
}

// "more than half of the people", "more than 1/2": behind an approximator a bare share counts.
std::optional<Amount> share_amount(const TextView& text, std::uint32_t at) {
    const auto share = words::calculated_at(text.numerals, text.words, at, false);
    if (!share || share->low <= 0 || share->low >= 1 || share->skip != 0) return std::nullopt;
    const auto plain = text.numerals.at(text.words, at);
    // "more than a fifth of the people": the word is also a number.
    if (plain && plain->end >= share->end && !(plain->homograph && plain->low > 1)) return std::nullopt;
    if (text.inside(share->end, at)) {  // "more than half an hour"
        const auto unit = text.knowledge.unit_at(text.words, share->end);
        if (unit && !unit->definite) return std::nullopt;
    }
    Amount out = amount_of(*share, {}, "quantities.share", 0.6F);
    const bool known =
        text.inside(share->end, at) && (text.has_article(share->end) || text.word(share->end).enclitic != 0);
    if (known && is_counted_noun(text, share->end)) {
        out.counted_first = share->end;
        out.end = out.counted_end = share->end + 1;
    }
    return out;
}

}  // namespace

bool may_be_number(const TextView& text, std::uint32_t at) {
    const WordKind kind = text.word(at).kind;
    if (kind != WordKind::arabic) return kind == WordKind::number;
    if (text.numerals.parts_at(text.words, at).all().size() > 0) return true;
    return may_tell_number(text, at) && text.knowledge.unit_at(text.words, at, Knowledge::Place::alone);
}

std::optional<Amount> amount_at(const TextView& text, std::uint32_t at, bool sure) {
    const Word& word = text.word(at);
    if (word.kind == WordKind::foreign || word.kind == WordKind::link) return std::nullopt;
    const bool minus = sure && text.sign(at) == '-';
    if (word.kind == WordKind::punctuation && text.sign(at) != '(' && !minus) return signed_amount(text, at);
    if (word.kind == WordKind::arabic && text.inside(at + 1, at) &&
        text.word(at + 1).kind == WordKind::number) {
        if (auto percent = signed_amount(text, at)) return percent;
    }
    const auto read = number_at(text, at);
    if (sure) {
        if (auto share = share_amount(text, at)) return share;
    }
    if (!read) {
        auto out = fraction_amount(text, at);
        return out ? out : unit_amount(text, at);
    }
    if (auto range = range_of(text, read->number, read->behind, false)) return range;
    if (auto plain = plain_amount(text, *read, sure)) return plain;
    if (auto half = fraction_amount(text, at)) return half;
    if (read->number.ordinal || read->number.homograph) {
        if (auto unit = unit_amount(text, at)) return unit;
    }
    if (auto behind = noun_before(text, read->number)) return behind;
    return noun_first(text, read->number);
}

}  // namespace isnad::quantities
