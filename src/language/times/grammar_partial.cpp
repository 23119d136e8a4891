// Dates in digits that leave a part out: "22/4", "2015/3".
#include <utility>

#include "language/times/grammar.h"
#include "text/letters.h"

namespace isnad::times {
namespace {

constexpr int first_month_year = 1900, last_month_year = 2100;

// Two numbers in digits around a sign, nothing between them, and no third behind.
struct TwoNumbers {
    int first = 0, second = 0;
    std::uint8_t digits_first = 0, digits_second = 0;
    char32_t sign = 0;
};

std::optional<TwoNumbers> two_numbers(const Scan& scan, std::uint32_t at) {
    if (!scan.with(at + 2, at) || scan.word(at).kind != WordKind::number) return std::nullopt;
    const char32_t sign = scan.sign(at + 1);
    if (sign != '/' && sign != '-') return std::nullopt;
    const Number *first = scan.number(at, Lead::any), *second = scan.number(at + 2);
    if (first == nullptr || second == nullptr || first->digits == 0 || second->digits == 0 ||
        first->end != at + 1 || second->end != at + 3)
        return std::nullopt;
    if (scan.word(at + 1).space_before || scan.word(at + 2).space_before) return std::nullopt;
    if (scan.with(at + 3, at)) {
        const Word& next = scan.word(at + 3);
        const char32_t behind = scan.sign(at + 3);
        if (behind == sign || behind == '%' || behind == ':') return std::nullopt;
        if (!next.space_before && next.kind != WordKind::punctuation) return std::nullopt;
    }
    return TwoNumbers{first->value, second->value, first->digits, second->digits, sign};
}

}  // namespace

// "22/4", "04/22": a day and a month where a date is meant: behind a noun or preposition of time, or plain by
// its noughts.
bool Grammar::numbered_day(Expression& e) const {
    const auto two = two_numbers(scan_, e.end);
    if (!two || two->digits_first > 2 || two->digits_second > 2) return false;
    const bool swapped = two->second > 12 && two->first <= 12;
    const int day = swapped ? two->second : two->first, month = swapped ? two->first : two->second;
    if (day < 1 || day > 31 || month < 1 || month > 12) return false;
    const Term* part =
        two->sign == '-' && scan_.with(e.end + 3, e.first) ? scan_.term(e.end + 3, TermKind::part) : nullptr;
    if (part != nullptr && part->adverb) return false;  // "8-9 in the morning"
    const bool noun = e.end > e.first;
    bool bound = noun || before_is(e, Particle::since);
    for (const Particle word : {Particle::in, Particle::until}) bound = bound || before_is(e, word);
    const bool closed =
        !scan_.with(e.end + 3, e.first) || scan_.word(e.end + 3).kind == WordKind::punctuation;
    for (const Particle word : {Particle::before, Particle::after})
        bound = bound || (closed && before_is(e, word));
    const bool beside = e.first > 0 && scan_.with(e.first - 1, e.first);
    bound = bound || (beside && scan_.has_term(e.first - 1, TermKind::date_noun)) ||
            (beside && two->sign == '-' && scan_.has_term(e.first - 1, TermKind::within)) ||
            (beside && day > 12 && scan_.sign(e.first - 1) == '(' && scan_.sign(e.end + 3) == ')');
    const bool plain = two->sign == '/' && (day > 12 || two->digits_second == 2) && two->digits_first == 2 &&
                       two->digits_second == 2;
    if (!bound && !plain) return false;
    if (here(e) && scan_.with(e.end + 3, e.first) && definite_word(e.end + 3) && !noun && day <= 12)
        return false;  // "in 3/4 of the towns"
    e.date.day = static_cast<std::uint8_t>(day);
    e.date.month = static_cast<std::uint8_t>(month);
    e.end += 3;
    e.weight = 0.7F;
    e.rule = "times.date.numeric";
    return true;
}

// "the month of November between 19 and 20": the days stand behind their month.
bool Grammar::month_with_days(Expression& e) const {
    if (!month_group(e)) return false;
    const bool bound = particle(e, Particle::between) || particle(e, Particle::from);
    const std::uint8_t month = e.date.month;
    const bool hijri = e.date.hijri;
    if (!day_number(e) || !e.until || (here(e) && scan_.has_term(e.end, TermKind::unit))) return false;
    if (peek(e, TermKind::month) != nullptr) return false;
    if (!bound && here(e) && scan_.word(e.end).kind != WordKind::punctuation) return false;
    try_rule(e, &Grammar::year_of_month);
    e.date.month = e.until->month = month;
    e.date.hijri = e.until->hijri = hijri;
    e.until->year = e.date.year;
    e.rule = "times.days_behind_month";
    return true;
}

// "Friday 22", "the day 27": a day of the month that nothing is counted by, behind its noun or weekday.
bool Grammar::lone_day(Expression& e) const {
    particle(e, Particle::in);
    const Number* day = here(e) ? scan_.number(e.end) : nullptr;
    if (day == nullptr || day->value < 1 || day->value > 31 || day->digits > 2 ||
        (day->digits == 0 && (!day->ordinal || day->value < 5)))
        return false;
    const bool noun = e.end == e.first + 1 && e.weekday == 0;
    const bool joined = noun && scan_.with(day->end, e.first) &&
                        (scan_.word(day->end).proclitics & proclitic::conjunction) != 0 &&
                        scan_.number(day->end, Lead::any) == nullptr;  // "on the 19th, and ..."
    const bool closed =
        joined || !scan_.with(day->end, e.first) || scan_.word(day->end).kind == WordKind::punctuation;
    const char32_t c = scan_.with(day->end, e.first) ? scan_.sign(day->end) : 0;
    if (!closed || c == '-' || c == '/' || c == ':' || c == '%' || c == letters::en_dash) return false;
    e.date.day = static_cast<std::uint8_t>(day->value);
    e.end = day->end;
    e.weight = 0.5F;
    e.rule = "times.day_of_open_month";
    return true;
}

// "2015/3", "3-2015": a month of a year; "2011-12" is a season.
bool Grammar::numbered_month(Expression& e) const {
    auto two = two_numbers(scan_, e.end);
    if (two && two->digits_first <= 2 && two->digits_second == 4) {
        std::swap(two->first, two->second);
        std::swap(two->digits_first, two->digits_second);
    }
    if (!two || two->digits_first != 4 || two->digits_second > 2 || two->second < 1 || two->second > 12 ||
        two->first < first_month_year || two->first > last_month_year ||
        (two->digits_second == 2 && two->second == (two->first + 1) % 100))
        return false;
    if (e.first > 0 && scan_.with(e.first - 1, e.first) && definite_word(e.first - 1)) return false;
    e.date.year = two->first;
    e.date.month = static_cast<std::uint8_t>(two->second);
    e.end += 3;
    e.weight = 0.6F;
    e.rule = "times.month.numeric";
    return true;
}

}  // namespace isnad::times
