// Minutes of a time of day: behind the hour ("and a half", "less five minutes") and in front of it ("three
// minutes before eight").
#include <cmath>

#include "language/times/grammar.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::times {
namespace {

constexpr int minutes_of_hour = 60, hours_of_clock = 12;

Unit unit_told(const Term* unit) {
    return unit == nullptr ? Unit::none : static_cast<Unit>(unit->meaning->value);
}

// Moves a clock by minutes; an hour before one is twelve.
void move(ClockTime& clock, int minutes) {
    int total = clock.hour * minutes_of_hour + clock.minute + minutes;
    if (total < minutes_of_hour && clock.hour >= 1) total += hours_of_clock * minutes_of_hour;
    constexpr int day = 24 * minutes_of_hour;
    total = (total + day) % day;
    clock.hour = static_cast<std::uint8_t>(total / minutes_of_hour);
    clock.minute = static_cast<std::uint8_t>(total % minutes_of_hour);
}

}  // namespace

// A number with the word for minutes, or a fraction with that for hour: how many minutes, 0 for none. A
// number alone counts before "in the evening" only.
int Grammar::minutes_counted(Expression& e, Lead how, bool alone) const {
    const Number* number = here(e) ? scan_.number(e.end, how) : nullptr;
    if (number != nullptr && number->value >= 1 && number->value < minutes_of_hour && !number->ordinal) {
        const Term* unit =
            scan_.with(number->end, e.first) ? scan_.term(number->end, TermKind::unit) : nullptr;
        if (unit_told(unit) == Unit::minute && !unit->definite) {
            e.end = unit->end;
            return number->value;
        }
        Expression behind = e;
        behind.end = number->end;
        if (alone && unit == nullptr && clock_half_of_day(behind)) {  // "eleven and twenty in the evening"
            e.end = number->end;
            return number->value;
        }
    }
    return 0;
}

// "and a half", "and twenty minutes": what is added to the hour.
bool Grammar::minutes_added(Expression& e) const {
    Expression copy = e;
    const bool lone = scan_.particle(e.end) == Particle::and_ && scan_.search(e.end).size() == 2;
    if (lone) ++copy.end;
    const Lead how = lone ? Lead::plain : Lead::joined;
    // "between 5 and 6 in the evening": two hours.
    const bool alone = !e.clock->half && !before_is(e, Particle::between);
    if (const int minutes = minutes_counted(copy, how, alone)) {
        move(*e.clock, minutes);
        e.end = copy.end;
        Expression rest = e;  // seconds are not told in the value
        const bool waw = here(rest) && scan_.particle(rest.end) == Particle::and_;
        if (waw && scan_.search(rest.end).size() == 2) ++rest.end;
        const Number* seconds = here(rest) ? scan_.number(rest.end, Lead::any) : nullptr;
        const Term* unit = seconds != nullptr && scan_.with(seconds->end, e.first)
                               ? scan_.term(seconds->end, TermKind::unit)
                               : nullptr;
        if (unit_told(unit) == Unit::second && (waw || seconds->joined)) e.end = unit->end;
        return true;
    }
    const Term* fraction = here(copy) ? scan_.term(copy.end, TermKind::fraction, how) : nullptr;
    if (fraction == nullptr || (!e.clock->half && lone && fraction->meaning->amount > 0.5)) return false;
    // "nine in the evening and half an hour" counts something else.
    if (e.clock->half && scan_.with(fraction->end, e.first) &&
        (definite_word(fraction->end) || scan_.term(fraction->end, TermKind::unit) != nullptr))
        return false;
    const double minutes = fraction->meaning->amount * minutes_of_hour;
    if (std::fmod(std::lround(minutes), 5) != 0) return false;
    move(*e.clock, static_cast<int>(std::lround(minutes)));
    e.end = fraction->end;
    return true;
}

// "less a quarter", "less five minutes".
bool Grammar::minutes_taken(Expression& e) const {
    const Term* except = here(e) ? scan_.term(e.end, TermKind::particle) : nullptr;
    if (except == nullptr || static_cast<Particle>(except->meaning->value) != Particle::other ||
        !scan_.with(except->end, e.first))
        return false;
    Expression copy = e;
    copy.end = except->end;
    int minutes = minutes_counted(copy, Lead::plain, true);
    const Term* fraction = minutes == 0 ? scan_.term(copy.end, TermKind::fraction) : nullptr;
    const Number* number = minutes == 0 ? scan_.number(copy.end) : nullptr;
    constexpr double third = 1.0 / 3;
    if (fraction != nullptr &&
        (fraction->meaning->amount == 0.25 || std::abs(fraction->meaning->amount - third) < 0.01)) {
        minutes = static_cast<int>(std::lround(fraction->meaning->amount * minutes_of_hour));
        copy.end = fraction->end;
    } else if (number != nullptr && !number->ordinal && (number->value == 5 || number->value == 10)) {
        minutes = number->value;  // "less five", as people say it
        copy.end = number->end;
    }
    if (minutes == 0) return false;
    move(*e.clock, -minutes);
    e.end = copy.end;
    return true;
}

// "and a half", "less a quarter", "and a half less five minutes".
void Grammar::clock_minutes(Expression& e) const {
    constexpr int most = 2;  // parts of the minutes
    for (int part = 0; part < most && here(e); ++part) {
        if (!minutes_added(e) && !minutes_taken(e)) return;
    }
}

// "three minutes before eight", "a quarter of an hour to nine in the evening", and "before eight by three
// minutes".
bool Grammar::clock_counted(Expression& e) const {
    const auto way_at = [&](std::uint32_t at) {
        const Particle word = scan_.particle(at, Lead::plain);
        return word == Particle::after                                                       ? 1
               : word == Particle::before || word == Particle::until || word == Particle::to ? -1
                                                                                             : 0;
    };
    int way = here(e) ? way_at(e.end) : 0;
    int minutes = 0;
    const bool before =
        way != 0 && scan_.particle(e.end) != Particle::to && scan_.particle(e.end) != Particle::until;
    if (before) {
        ++e.end;
    } else {
        minutes = minutes_counted(e, Lead::any, false);
        if (minutes == 0 && !quarter_hour(e, minutes)) return false;
        if (!here(e) || (way = way_at(e.end)) == 0) return false;
        ++e.end;
    }
    const bool noun = try_rule(e, &Grammar::clock_noun);
    const Number* hour = here(e) ? scan_.number(e.end) : nullptr;
    if (hour == nullptr || (!noun && hour->digits != 0) || !clock_words(e)) return false;
    const bool half = try_rule(e, &Grammar::clock_half_of_day);
    if (before) {
        const Number* by = here(e) ? scan_.number(e.end, Lead::any) : nullptr;
        if (by == nullptr || by->skip != 2 || by->joined) return false;
        minutes = minutes_counted(e, Lead::any, false);
        if (minutes == 0) return false;
    }
    move(*e.clock, way * minutes);
    e.clock->open = !half && e.clock->hour >= 1 && e.clock->hour <= hours_of_clock;
    e.clock->half = half;
    return true;
}

// "a quarter of an hour", "half an hour", as minutes.
bool Grammar::quarter_hour(Expression& e, int& minutes) const {
    const Term* fraction = take(e, TermKind::fraction);
    if (fraction == nullptr || fraction->definite) return false;
    const Term* unit = take(e, TermKind::unit);
    if (unit_told(unit) != Unit::hour || unit->definite || unit->meaning->number != 1) return false;
    minutes = static_cast<int>(std::lround(fraction->meaning->amount * minutes_of_hour));
    return minutes > 0;
}

}  // namespace isnad::times
