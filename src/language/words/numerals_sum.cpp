#include "language/words/numerals_sum.h"

#include <cmath>
#include <string>

#include "language/words/numerals_digits.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

namespace l = letters;
using spellings::waw;

constexpr std::string_view from_among = spelled<l::meem, l::noon>;

bool has_tanween(const NormalText& normal, const Word& word) {
    return word.span.size() > normal.analysis(word.normal).size();
}

// The step within which something smaller may be added: a hundred leaves room for tens, a unit for none.
double step_below(const Numerals::Meaning& meaning) {
    if (meaning.kind == Numerals::Kind::hundred) return 100;
    if (meaning.kind == Numerals::Kind::vague) return 0;
    return 1;
}

}  // namespace

NumeralSum::NumeralSum(const Numerals& numerals, const Words& words, std::uint32_t first)
    : numerals_(numerals),
      words_(words),
      first_(first),
      sentence_end_(words.sentences[words.words[first].sentence].end) {}

std::optional<Numeral> NumeralSum::run() {
    if (!begin()) return std::nullopt;
    while (!out_.ordinal && at_ < sentence_end_ && step()) {
    }
    return finish();
}

bool NumeralSum::begin() {
    const Word& word = words_.words[first_];
    if (word.kind == WordKind::number) return begin_digits();
    if (word.kind != WordKind::arabic) return false;
    const Part* best = nullptr;
    const Numerals::Parts parts = numerals_.parts_at(words_, first_);
    for (const Part& part : parts) {
        if (rank(part) > (best == nullptr ? 0 : rank(*best))) best = &part;
    }
    if (best != nullptr && best->meaning.kind == Kind::dual &&
        (has_tanween(*words_.normal, word) || !before_genitive(best->end))) {
        for (const Part& part :
             parts) {  // "one thousand" in the accusative is spelled like "two thousand" of something
            if (part.meaning.kind == Kind::scale && part.end == best->end && part.skip == best->skip)
                best = &part;
        }
    }
    return best != nullptr && begin_word(*best);
}

// Which reading of a number word counts at the beginning of a number: the longest, and a plain number before
// others.
int NumeralSum::rank(const Part& part) const {
    const int length = 10 * static_cast<int>(part.end - first_);
    switch (part.meaning.kind) {
        case Kind::none:
        case Kind::parts:
        case Kind::point: return 0;
        case Kind::fraction: return length + 1;
        case Kind::ordinal: return length + 2;
        case Kind::scale: return length + 4;
        case Kind::vague: return length + 5;
        case Kind::dual: return length + 6;
        default: return length + 7;
    }
}

// Whether a noun may follow in the genitive, as it must behind a dual without its noon ("two thousand
// workers"): the same letters before "and", "of" or a full stop are one thousand in the accusative.
bool NumeralSum::before_genitive(std::uint32_t at) const {
    if (at >= sentence_end_ || words_.words[at].kind != WordKind::arabic || is_lone_waw(at)) return false;
    if (words_.search(words_.words[at]) == from_among) return false;
    for (const Part& part : numerals_.parts_at(words_, at)) {
        if (part.joined && part.meaning.kind != Kind::ordinal) return false;
    }
    return true;
}

bool NumeralSum::begin_digits() {
    const std::uint32_t next = first_ + 1;
    const bool bracket = next + 1 < sentence_end_ && first_ > 0 && sign_at(next) == ')' &&
                         sign_at(first_ - 1) == '(' && scale_at(next + 1) > 0;
    const bool scaled = next < sentence_end_ && (bracket || scale_at(next) > 0 || sign_at(next) == '%');
    const auto value = digits_value(words_.analysis(words_.words[first_]), scaled);
    if (!value) return false;
    out_.form = NumeralForm::digits;
    add(*value, 1, bracket ? next + 1 : next);
    return bracket || !may_lead_groups(words_.search(words_.words[first_])) || groups_of_three();
}

// "1 414 021": thousands divided by spaces.
bool NumeralSum::groups_of_three() {
    for (int groups = 0; groups < 4 && at_ < sentence_end_; ++groups) {
        const Word& word = words_.words[at_];
        if (word.kind != WordKind::number || !word.space_before) break;
        if (groups > 0 && is_decimal_group(words_.search(word))) {  // "1 234 567.89"
            group_low_ = group_high_ =
                group_high_ * 1000 + digits_value(words_.search(word), true).value_or(0);
            ++at_;
            break;
        }
        if (!is_group_of_three(words_.search(word))) break;
        const double value = group_high_ * 1000 + digits_value(words_.search(word), false).value_or(0);
        group_low_ = group_high_ = value;
        ++at_;
    }
    return true;
}

bool NumeralSum::begin_word(const Part& part) {
    const Numerals::Meaning& meaning = part.meaning;
    out_.form = NumeralForm::words;
    out_.skip = part.skip;
    out_.definite = part.definite;
    out_.homograph = meaning.homograph;
    out_.ordinal = meaning.kind == Kind::ordinal;
    out_.vague = meaning.kind == Kind::vague;
    at_ = first_part_end_ = part.end;
    if (meaning.kind == Kind::fraction) return begin_fraction(meaning.low);
    group_low_ = meaning.low;
    group_high_ = meaning.high;
    in_group_ = true;
    below_ = step_below(meaning);
    if (meaning.kind == Kind::scale) close_group(meaning.low);
    if (meaning.kind == Kind::dual) close_group(meaning.low / 2);
    return true;
}

// "half a million": a fraction counts only before a scale.
bool NumeralSum::begin_fraction(double fraction) {
    const double scale = at_ < sentence_end_ ? scale_at(at_) : 0;
    if (scale <= 0) return false;
    total_low_ = total_high_ = fraction * scale;
    last_scale_ = scale;
    ++at_;
    return true;
}

// What stood before is so many thousands, millions ...
void NumeralSum::close_group(double scale) {
    total_low_ += group_low_;
    total_high_ += group_high_;
    group_low_ = group_high_ = 0;
    in_group_ = false;
    last_scale_ = below_ = scale;
}

bool NumeralSum::step() {
    if (words_.words[at_].kind == WordKind::number) return follow_digits();
    if (words_.words[at_].kind != WordKind::arabic) return false;
    if (is_lone_waw(at_)) {
        if (at_ + 1 >= sentence_end_) return false;
        if (words_.words[at_ + 1].kind == WordKind::number) return join_digits(at_ + 1);
        for (const Part& part : numerals_.parts_at(words_, at_ + 1)) {
            if (part.skip == 0 && join(part)) return true;
        }
        return false;
    }
    for (const Part& part : numerals_.parts_at(words_, at_)) {
        if (part.joined ? join(part) : follow(part)) return true;
    }
    return false;
}

// Directly behind: a scale, or a decimal point in words.
bool NumeralSum::follow(const Part& part) {
    if (part.skip != 0) return false;
    if (part.meaning.kind == Kind::point) return decimal(part);
    // "a thousand five hundred": without "and".
    if (part.meaning.kind == Kind::hundred && !in_group_ && !out_.vague && !part.definite &&
        last_scale_ >= 1000 && below_ == last_scale_ && total_high_ > 0)
        return add(part.meaning.low, 100, part.end);
    return multiply(part);
}

// "4 thousand 3 hundred": digits behind a scale, with a smaller scale of their own behind them.
bool NumeralSum::follow_digits() {
    if (in_group_ || out_.vague || last_scale_ < 1000 || below_ != last_scale_ || at_ + 1 >= sentence_end_)
        return false;
    const auto value = digits_value(words_.analysis(words_.words[at_]), false);
    if (!value || *value < 1 || *value >= 1000) return false;
    for (const Part& part : numerals_.parts_at(words_, at_ + 1)) {
        const bool hundreds = part.meaning.kind == Kind::hundred && part.meaning.low == 100 && *value < 10;
        const bool scaled = part.meaning.kind == Kind::scale && *value * part.meaning.low < below_;
        if (part.skip != 0 || part.definite || (!hundreds && !scaled)) continue;
        mix(NumeralForm::mixed);
        return add(*value, 1, at_ + 1);
    }
    return false;
}

// "five million", and of vague numbers "several hundreds".
bool NumeralSum::multiply(const Part& part) {
    if (part.definite && !out_.definite && !out_.vague) return false;
    if (out_.vague && words_.search(words_.words[at_ - 1]) == from_among)
        return false;  // "a number of a thousand pages"
    if (!in_group_) return multiply_all(part);
    if (part.meaning.kind == Kind::hundred) return times_hundred(part);
    const bool hundreds =
        out_.vague && part.meaning.kind == Kind::vague && total_high_ == 0 && group_low_ < 10;
    if (!hundreds && part.meaning.kind != Kind::scale) return false;
    const double scale = hundreds ? part.meaning.low / 2 : part.meaning.low;
    if (last_scale_ > 0 && scale >= last_scale_ && total_high_ > 0) return false;
    group_low_ *= scale;
    group_high_ = hundreds ? part.meaning.high : group_high_ * scale;
    close_group(scale);
    mix(NumeralForm::words);
    at_ = part.end;
    return true;
}

// "3 hundred", the 3 in digits.
bool NumeralSum::times_hundred(const Part& part) {
    if (part.meaning.low != 100 || out_.form == NumeralForm::words || out_.vague || below_ == 100 ||
        group_high_ >= 100)
        return false;
    group_low_ = group_high_ = group_high_ * 100;
    below_ = 100;
    mix(NumeralForm::words);
    at_ = part.end;
    return true;
}

// "a thousand milliard".
bool NumeralSum::multiply_all(const Part& part) {
    const double scale = part.meaning.low;
    if (part.meaning.kind != Kind::scale || total_high_ <= 0 || scale <= last_scale_) return false;
    total_low_ *= scale;
    total_high_ *= scale;
    last_scale_ = below_ = scale;
    at_ = part.end;
    return true;
}

// "five point three", "two point thirty-seven": a whole number of one or two digits behind the point.
bool NumeralSum::decimal(const Part& point) {
    if (!in_group_ || out_.vague || point.end >= sentence_end_ || group_high_ != std::floor(group_high_))
        return false;
    const auto behind = numerals_.at(words_, point.end);
    if (!behind || behind->skip != 0 || behind->vague || behind->ordinal || behind->definite ||
        behind->high >= 100 || behind->scaled)
        return false;
    if (behind->low != std::floor(behind->low)) return false;
    double digits = behind->low, place = behind->low < 10 ? 10 : 100;
    at_ = behind->end;
    // "point three five": digit by digit.
    for (int more = 0; more < 4 && behind->low < 10 && at_ < sentence_end_; ++more) {
        const auto next = numerals_.at(words_, at_);
        if (!next || next->skip != 0 || next->vague || next->ordinal || next->definite || next->scaled ||
            next->form != NumeralForm::words || next->high > 9 || next->low != std::floor(next->low))
            break;
        digits = digits * 10 + next->low;
        place *= 10;
        at_ = next->end;
    }
    group_low_ = group_high_ = group_high_ + digits / place;
    below_ = 0;
    return true;
}

// Behind wa-: something smaller than the last step, a ten behind a unit, or a fraction of the last scale.
bool NumeralSum::join(const Part& part) {
    if (out_.vague) return false;
    switch (part.meaning.kind) {
        case Kind::fraction: return join_fraction(part);
        case Kind::ten: return join_ten(part) || join_smaller(part);
        case Kind::unit:
        case Kind::hundred: return join_smaller(part);
        case Kind::dual:
            if (part.meaning.low >= below_ || in_group_) return false;
            group_low_ = group_high_ = part.meaning.low;
            close_group(part.meaning.low / 2);
            at_ = part.end;
            return true;
        case Kind::scale:  // "a million and a thousand"
            if (part.meaning.low >= below_ || in_group_ || part.definite) return false;
            group_low_ = group_high_ = part.meaning.low;
            close_group(part.meaning.low);
            at_ = part.end;
            return true;
        case Kind::ordinal:  // "the hundred and twenty-fifth"
            if (!out_.definite || part.meaning.high >= below_) return false;
            out_.ordinal = true;
            return add(part.meaning.low, 0, part.end);
        default: return false;
    }
}

// "five and twenty".
bool NumeralSum::join_ten(const Part& part) {
    const double unit = std::fmod(group_high_, 100);
    const bool open = in_group_ && out_.form != NumeralForm::digits && below_ == 1 && unit > 0 && unit < 10 &&
                      unit == std::floor(unit);
    return open && (unit != group_high_ || part.definite == out_.definite || total_high_ > 0) &&
           add(part.meaning.low, 0, part.end);
}

bool NumeralSum::join_smaller(const Part& part) {
    const Numerals::Meaning& meaning = part.meaning;
    const double scale = part.end < sentence_end_ ? scale_at(part.end) : 0;
    const bool smaller = scale > 0 && !in_group_ ? meaning.low * scale < below_ : meaning.high < below_;
    return smaller && meaning.low > 0 && add(meaning.low, step_below(meaning), part.end);
}

bool NumeralSum::join_digits(std::uint32_t at) {
    if (out_.vague || (in_group_ && below_ < 100)) return false;
    const double scale = at + 1 < sentence_end_ ? scale_at(at + 1) : 0;
    const auto value = digits_value(words_.analysis(words_.words[at]), scale > 0);
    if (!value || *value * (scale > 0 ? scale : 1) >= below_) return false;
    mix(NumeralForm::digits);
    return add(*value, 0, at + 1);
}

bool NumeralSum::join_fraction(const Part& part) {
    if (in_group_) {  // "three and a half million", "23 and three fifths"
        const bool phrase = part.end > at_ + (is_lone_waw(at_) ? 2u : 1u);
        if (part.meaning.homograph || (below_ != 1 && !phrase) || group_high_ != std::floor(group_high_))
            return false;
        return add(part.meaning.low, 0, part.end);
    }
    if (last_scale_ <= 0) return false;
    total_low_ += part.meaning.low * last_scale_;
    total_high_ += part.meaning.low * last_scale_;
    at_ = part.end;
    if (at_ < sentence_end_ && scale_at(at_) == last_scale_) ++at_;
    below_ = 0;
    return true;
}

bool NumeralSum::add(double value, double below, std::uint32_t end) {
    group_low_ += value;
    group_high_ += value;
    in_group_ = true;
    below_ = below;
    at_ = end;
    return true;
}

void NumeralSum::mix(NumeralForm form) {
    if (out_.form != form) out_.form = NumeralForm::mixed;
}

// The scale word at `at`, with or without article but with nothing else before it; 0 when there is none.
double NumeralSum::scale_at(std::uint32_t at) const {
    for (const Part& part : numerals_.parts_at(words_, at)) {
        if (part.meaning.kind == Kind::scale && part.skip == 0) return part.meaning.low;
    }
    return 0;
}

char32_t NumeralSum::sign_at(std::uint32_t at) const {
    const Word& word = words_.words[at];
    return word.kind == WordKind::punctuation ? utf8::at(words_.normal->analysis(), word.normal.begin).value
                                              : 0;
}

bool NumeralSum::is_lone_waw(std::uint32_t at) const { return words_.search(words_.words[at]) == waw; }

std::optional<Numeral> NumeralSum::finish() {
    out_.first = first_;
    out_.end = at_;
    out_.low = total_low_ + group_low_;
    out_.high = total_high_ + group_high_;
    out_.scaled = last_scale_ > 0;
    out_.scale = out_.scaled ? last_scale_ : 1;
    if (at_ > first_part_end_) out_.homograph = false;
    const NormalSpan normal{words_.words[first_].normal.begin + out_.skip, words_.words[at_ - 1].normal.end};
    out_.span = words_.normal->original(normal);
    return out_;
}

}  // namespace isnad::words
