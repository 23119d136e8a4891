// Times of day: digits and words, parts of the day, zones, and the day beside them.
#include <cmath>
#include <utility>

#include "language/times/grammar.h"
#include "text/letters.h"

namespace isnad::times {
namespace {

namespace l = letters;

// The hour of a 24-hour clock, given a part of the day; an hour beyond 12 is left as it is.
std::uint8_t hour_in(std::uint8_t hour, std::string_view part) {
    const bool afternoon = part == "AF" || part == "EV" || part == "PM" || (part == "MI" && hour < 10) ||
                           (part == "NI" && hour >= 6);
    if (afternoon && hour < 12) return static_cast<std::uint8_t>(hour + 12);
    if ((part == "MO" || part == "AM" || part == "NI") && hour == 12) return 0;
    return hour;
}

int digits_value(std::string_view digits) {
    int out = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return -1;
        out = out * 10 + (c - '0');
    }
    return out;
}

}  // namespace

bool Grammar::clock_noun(Expression& e) const {
    const Term* phrase = peek(e, TermKind::date_noun);
    if (phrase != nullptr && phrase->words() > 1 && scan_.particle(phrase->first) == Particle::none) {
        const Term* last = scan_.term(phrase->end - 1, TermKind::unit);
        if (last != nullptr && static_cast<Unit>(last->meaning->value) == Unit::hour && last->definite) {
            if (e.end == e.first) e.first = phrase->end - 1;  // "at about", "exactly at" stay outside
            e.end = phrase->end;
            return true;
        }
    }
    const Term* hour = peek(e, TermKind::unit);
    if (hour == nullptr || static_cast<Unit>(hour->meaning->value) != Unit::hour || !hour->definite ||
        hour->meaning->number != 1)
        return false;
    accept(e, *hour);
    return true;
}

bool Grammar::clock_digits(Expression& e) const {
    const std::uint32_t at = e.end;
    if (try_rule(e, &Grammar::clock_with_comma)) return true;
    if (!here(e) || !scan_.with(at + 2, e.first) || scan_.sign(at + 1) != ':') return false;
    const Number* hour = scan_.number(at, lead(e));
    const Number* minute = scan_.number(at + 2);
    // "30:8", as digits come out when a line is set from the wrong side.
    const bool swapped = hour != nullptr && minute != nullptr && hour->value > 24 && hour->value <= 59 &&
                         minute->value >= 1 && minute->value <= 12 && hour->digits == 2;
    if (swapped) std::swap(hour, minute);
    if (hour == nullptr || minute == nullptr || hour->digits == 0 || minute->digits != 2 ||
        hour->value > 24 || minute->value > 59)
        return false;
    if (scan_.word(at + 2).space_before && scan_.word(at + 1).space_before) return false;
    accept(e, swapped ? *minute : *hour);
    e.clock = ClockTime{static_cast<std::uint8_t>(hour->value % 24), static_cast<std::uint8_t>(minute->value),
                        false};
    e.end = swapped ? hour->end : minute->end;
    if (sign(e) == ':' && scan_.number(e.end + 1) != nullptr && scan_.number(e.end + 1)->digits == 2)
        e.end += 2;
    return true;
}

// "20,00" behind the word for hour or before a zone.
bool Grammar::clock_with_comma(Expression& e) const {
    if (!here(e) || scan_.word(e.end).kind != WordKind::number) return false;
    const std::string_view text = scan_.search(e.end);
    const bool noun = e.end > e.first;
    if ((text.size() == 4 || (text.size() == 3 && !noun)) &&
        text.find_first_of(",.") == std::string_view::npos) {  // "1736", "1140 in the morning"
        const int time = digits_value(text);
        const bool behind = scan_.with(e.end + 1, e.first);
        const Term* part = behind ? scan_.term(e.end + 1, TermKind::part) : nullptr;
        const bool part_follows = part != nullptr && part->adverb && !part->meaning->weak && time / 100 <= 12;
        if (time < 100 || time / 100 > 23 || time % 100 > 59 || !behind ||
            !(part_follows || (noun && scan_.has_term(e.end + 1, TermKind::zone))))
            return false;
        e.clock =
            ClockTime{static_cast<std::uint8_t>(time / 100), static_cast<std::uint8_t>(time % 100), false};
        ++e.end;
        return true;
    }
    const std::size_t mark = text.find_first_of(",.");
    if (mark == std::string_view::npos || mark > 2 || text.size() != mark + 3) return false;
    const Term* part = scan_.with(e.end + 1, e.first) ? scan_.term(e.end + 1, TermKind::part) : nullptr;
    const bool told = part != nullptr && part->adverb && !part->meaning->weak;  // "8,30 in the evening"
    if (!noun && !told && !(scan_.with(e.end + 1, e.first) && scan_.has_term(e.end + 1, TermKind::zone)))
        return false;
    const int hour = digits_value(text.substr(0, mark)), minute = digits_value(text.substr(mark + 1));
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return false;
    e.clock = ClockTime{static_cast<std::uint8_t>(hour % 24), static_cast<std::uint8_t>(minute), false};
    ++e.end;
    return true;
}

// "and a half", "less a quarter", "and twenty minutes".
void Grammar::clock_minutes(Expression& e) const {
    const Number* minutes = here(e) ? scan_.number(e.end, Lead::joined) : nullptr;
    if (minutes == nullptr && here(e) && scan_.particle(e.end) == Particle::and_)
        minutes = scan_.with(e.end + 1, e.first) ? scan_.number(e.end + 1) : nullptr;
    const bool fits = minutes != nullptr && minutes->value >= 1 && minutes->value <= 59 && !minutes->ordinal;
    const Term* unit =
        fits && scan_.with(minutes->end, e.first) ? scan_.term(minutes->end, TermKind::unit) : nullptr;
    if (unit != nullptr && static_cast<Unit>(unit->meaning->value) == Unit::minute) {
        e.clock->minute = static_cast<std::uint8_t>(minutes->value);
        e.end = unit->end;
        return;
    }
    Expression behind = e;
    if (fits) behind.end = minutes->end;
    if (fits && unit == nullptr && clock_half_of_day(behind)) {  // "eleven and twenty in the evening"
        e.clock->minute = static_cast<std::uint8_t>(minutes->value);
        e.end = minutes->end;
        return;
    }
    const Term* fraction = here(e) ? scan_.term(e.end, TermKind::fraction, Lead::joined) : nullptr;
    if (fraction != nullptr) {
        e.clock->minute = static_cast<std::uint8_t>(fraction->meaning->amount * 60);
        e.end = fraction->end;
        return;
    }
    fraction = scan_.with(e.end + 1, e.first) ? scan_.term(e.end + 1, TermKind::fraction) : nullptr;
    const Term* except = here(e) ? scan_.term(e.end, TermKind::particle) : nullptr;
    if (fraction != nullptr && except != nullptr &&
        static_cast<Particle>(except->meaning->value) == Particle::other && fraction->meaning->amount < 0.5) {
        e.clock->minute = static_cast<std::uint8_t>(60 - static_cast<int>(fraction->meaning->amount * 60));
        e.clock->hour = static_cast<std::uint8_t>(e.clock->hour == 1 ? 12 : e.clock->hour - 1);
        e.end = fraction->end;
        return;
    }
}

bool Grammar::clock_words(Expression& e) const {
    const Number* hour = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (hour != nullptr && hour->value < 0 && !hour->vague && hour->amount >= 1 && hour->amount < 13 &&
        hour->amount == hour->amount_until) {  // "8 and a half"
        const int minutes = static_cast<int>(std::lround(hour->amount * 60));
        if (minutes % 15 != 0) return false;
        accept(e, *hour);
        e.clock = ClockTime{static_cast<std::uint8_t>(minutes / 60), static_cast<std::uint8_t>(minutes % 60)};
        return true;
    }
    if (hour == nullptr || hour->value < 1 || hour->value > 24 ||
        (hour->digits == 0 && (!hour->ordinal || hour->value > 12)) || hour->digits > 2)
        return false;
    accept(e, *hour);
    e.clock = ClockTime{static_cast<std::uint8_t>(hour->value % 24), 0, false};
    clock_minutes(e);
    return true;
}

// "in the evening", "p.m.": turns the hour and stays in the expression.
bool Grammar::clock_half_of_day(Expression& e) const {
    Expression copy = e;
    if (!particle(copy, Particle::from)) particle(copy, Particle::in);
    const bool from = copy.end > e.end;
    const Term* term = peek(copy, TermKind::part);
    const Term* meridiem = from ? nullptr : peek(copy, TermKind::meridiem);
    if (meridiem != nullptr && (term == nullptr || meridiem->end > term->end)) term = meridiem;
    if (term == nullptr) return false;
    if (term->definite && term->words() == 1 && !from) return false;
    const bool in = from && scan_.particle(e.end) == Particle::in;
    if (in && is_bound(copy)) return false;
    e.clock->hour = hour_in(e.clock->hour, term->meaning->text);
    e.end = term->end;
    return true;
}

void Grammar::clock_zone(Expression& e) const {
    const bool bracket = sign(e) == '(';
    const std::uint32_t at = e.end + (bracket ? 1u : 0u);
    const Term* zone = scan_.with(at, e.first) ? scan_.term(at, TermKind::zone, Lead::any) : nullptr;
    if (zone == nullptr || (bracket && scan_.sign(zone->end) != ')')) return;
    e.end = zone->end + (bracket ? 1u : 0u);
    e.clock->utc = zone->meaning->text == "+00:00";
}

bool Grammar::clock_time(Expression& e) const {
    const bool noun = try_rule(e, &Grammar::clock_noun);
    const bool digits = try_rule(e, &Grammar::clock_digits);
    if (!digits && !try_rule(e, &Grammar::clock_words)) return false;
    const bool spelled = !digits && scan_.number(e.first, Lead::any) != nullptr &&
                         scan_.number(e.first, Lead::any)->digits == 0;
    const std::uint32_t end = e.end;
    const bool half = try_rule(e, &Grammar::clock_half_of_day);
    const bool minutes = spelled && e.clock->minute != 0;  // "half past eight" needs no word for hour
    if (!noun && !digits) {
        if (!half && !minutes) return false;
        const bool short_mark = scan_.search(e.end - 1).size() <= 2;
        if (!spelled && (short_mark || e.clock->hour > 23)) return false;
        if (spelled && scan_.number(e.first, Lead::any)->value > 12) return false;
        if (end == e.end && !minutes) return false;
    }
    // Twelve hours without morning or evening: which one is not told.
    e.clock->open = !digits && !half && e.clock->hour >= 1 && e.clock->hour <= 12;
    e.clock->half = half;
    clock_zone(e);
    if (half || digits) try_rule(e, &Grammar::clock_until);
    return true;
}

bool Grammar::clock_first(Expression& e) const {
    if (!try_rule(e, &Grammar::clock_range) && !clock_time(e)) return false;
    e.shape = Shape::clock;
    e.type = TimexType::time;
    e.rule = "times.clock";
    Expression day = e;
    if (!comma(day) && !particle(day, Particle::in) && !particle(day, Particle::from) && sign(day) == '-')
        ++day.end;
    const auto clock = e.clock, clock_until = e.clock_until;
    day.clock.reset();
    day.shape = Shape::calendar;
    day.type = TimexType::date;
    if (here(day) && day_point(day) && !day.clock) {
        e = std::move(day);
        e.clock = clock;
        e.clock_until = clock_until;
        if (e.clock->open && !e.part.empty()) {  // "at 8 this evening"
            e.clock->hour = hour_in(e.clock->hour, e.part);
            e.clock->open = false;
        }
        e.type = TimexType::time;
        if (e.end > e.first) clock_zone(e);
    }
    return true;
}

// "5 to 6 in the evening": the first hour takes the half of the day from the second.
bool Grammar::clock_range(Expression& e) const {
    const Number* first = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (first == nullptr || first->value < 1 || first->value > 12 || first->digits > 2 ||
        (first->digits == 0 && !first->ordinal))
        return false;
    accept(e, *first);
    const char32_t c = sign(e);
    const bool between = before_is(e, Particle::between);
    if (!particle(e, Particle::to) && !particle(e, Particle::until) &&
        !(between && particle(e, Particle::and_)) && !(c == '-' || c == l::en_dash))
        return false;
    if (c == '-' || c == l::en_dash) ++e.end;
    Expression second;
    second.first = second.end = e.end;
    if (!here(e) || !clock_time(second) || second.skip != 0 || second.clock->open || second.clock_until)
        return false;
    const std::uint8_t hour = second.clock->hour, start = static_cast<std::uint8_t>(first->value);
    const bool later = hour > 12 && start + 12 < hour;
    e.clock = ClockTime{static_cast<std::uint8_t>(later ? start + 12 : start % 12), 0, second.clock->utc};
    e.clock_until = second.clock;
    e.end = second.end;
    return true;
}

// "from half past one in the afternoon to 4": a bare hour closes the stretch when nothing is counted by it.
bool Grammar::clock_until(Expression& e) const {
    if (e.clock_until) return false;
    if (!particle(e, Particle::to) && !particle(e, Particle::until)) return false;
    const Number* last = here(e) ? scan_.number(e.end) : nullptr;
    if (last == nullptr || last->value < 1 || last->value > 24 || last->digits > 2) return false;
    e.end = last->end;
    const bool closed = !here(e) || scan_.word(e.end).kind == WordKind::punctuation;
    if (!closed || sign(e) == ':') return false;
    const int hour = last->value <= e.clock->hour ? last->value + 12 : last->value;
    if (hour > 24) return false;
    e.clock_until = ClockTime{static_cast<std::uint8_t>(hour % 24), 0, e.clock->utc};
    return true;
}

// A time of day directly behind a day: ", 20:30", "at eight o'clock".
void Grammar::trailing_clock(Expression& e) const {
    if (e.clock || (e.type == TimexType::time && e.shape != Shape::part)) return;
    Expression copy = e;
    if (!comma(copy) && !particle(copy, Particle::in) &&
        (sign(copy) == '-' || sign(copy) == l::en_dash || sign(copy) == '|'))
        ++copy.end;
    const Term* at = peek(copy, TermKind::within);
    if (at != nullptr && at->words() == 1 && !scan_.has_term(copy.end, TermKind::unit)) copy.end = at->end;
    const bool bound = copy.end > e.end;
    const Term* about = peek(copy, TermKind::mod);
    if (about != nullptr && about->meaning->text == "APPROX" && !about->adverb) copy.end = about->end;
    Expression clock;
    clock.first = clock.end = copy.end;
    if (!here(copy)) return;
    const bool noun = try_rule(clock, &Grammar::clock_noun);
    const bool digits = try_rule(clock, &Grammar::clock_digits);
    if (!digits && !((noun || (bound && !e.part.empty())) && try_rule(clock, &Grammar::clock_words))) return;
    if (clock.skip != 0) return;
    if (!noun && !digits && scan_.word(clock.first).kind == WordKind::number) return;
    const bool half = try_rule(clock, &Grammar::clock_half_of_day);
    clock_zone(clock);
    e.clock = clock.clock;
    e.clock->open = !digits && !half && e.part.empty() && e.clock->hour >= 1 && e.clock->hour <= 12;
    if (!e.part.empty()) e.clock->hour = hour_in(e.clock->hour, e.part);
    e.part.clear();
    e.type = TimexType::time;
    e.end = clock.end;
}

}  // namespace isnad::times
