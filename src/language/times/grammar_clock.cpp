// Times of day: digits and words, parts of the day, zones, and the day beside them.
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
    if (hour == nullptr || minute == nullptr || hour->digits == 0 || minute->digits != 2 ||
        hour->value > 24 || minute->value > 59)
        return false;
    if (scan_.word(at + 2).space_before && scan_.word(at + 1).space_before) return false;
    accept(e, *hour);
    e.clock = ClockTime{static_cast<std::uint8_t>(hour->value % 24), static_cast<std::uint8_t>(minute->value),
                        false};
    e.end = minute->end;
    if (sign(e) == ':' && scan_.number(e.end + 1) != nullptr && scan_.number(e.end + 1)->digits == 2)
        e.end += 2;
    return true;
}

// "20,00" behind the word for hour or before a zone.
bool Grammar::clock_with_comma(Expression& e) const {
    if (!here(e) || scan_.word(e.end).kind != WordKind::number) return false;
    const std::string_view text = scan_.search(e.end);
    const bool noun = e.end > e.first;
    if (noun && text.size() == 4 && text.find_first_of(",.") == std::string_view::npos) {  // "1736"
        const int time = digits_value(text);
        if (time < 0 || time / 100 > 23 || time % 100 > 59 || !scan_.with(e.end + 1, e.first) ||
            !scan_.has_term(e.end + 1, TermKind::zone))
            return false;
        e.clock =
            ClockTime{static_cast<std::uint8_t>(time / 100), static_cast<std::uint8_t>(time % 100), false};
        ++e.end;
        return true;
    }
    const std::size_t mark = text.find_first_of(",.");
    if (mark == std::string_view::npos || mark > 2 || text.size() != mark + 3) return false;
    if (!noun && !(scan_.with(e.end + 1, e.first) && scan_.has_term(e.end + 1, TermKind::zone))) return false;
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
    particle(copy, Particle::from);
    const bool from = copy.end > e.end;
    const Term* term = peek(copy, TermKind::part);
    const Term* meridiem = peek(copy, TermKind::meridiem);
    if (meridiem != nullptr && (term == nullptr || meridiem->end > term->end)) term = meridiem;
    if (term == nullptr) return false;
    if (term->definite && term->words() == 1 && !from) return false;
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
    clock_zone(e);
    return true;
}

bool Grammar::clock_first(Expression& e) const {
    if (!clock_time(e)) return false;
    e.shape = Shape::clock;
    e.type = TimexType::time;
    e.rule = "times.clock";
    Expression day = e;
    if (!comma(day) && !particle(day, Particle::in) && !particle(day, Particle::from) && sign(day) == '-')
        ++day.end;
    const auto clock = e.clock;
    day.clock.reset();
    day.shape = Shape::calendar;
    day.type = TimexType::date;
    if (here(day) && day_point(day) && !day.clock) {
        e = std::move(day);
        e.clock = clock;
        e.type = TimexType::time;
        if (e.end > e.first) clock_zone(e);
    }
    return true;
}

// A time of day directly behind a day: ", 20:30", "at eight o'clock".
void Grammar::trailing_clock(Expression& e) const {
    if (e.clock || e.type == TimexType::time) return;
    Expression copy = e;
    if (!comma(copy) && !particle(copy, Particle::in) &&
        (sign(copy) == '-' || sign(copy) == l::en_dash || sign(copy) == '|'))
        ++copy.end;
    const Term* at = peek(copy, TermKind::within);
    if (at != nullptr && at->words() == 1 && !scan_.has_term(copy.end, TermKind::unit)) copy.end = at->end;
    Expression clock;
    clock.first = clock.end = copy.end;
    if (!here(copy)) return;
    const bool noun = try_rule(clock, &Grammar::clock_noun);
    const bool digits = try_rule(clock, &Grammar::clock_digits);
    if (!digits && !(noun && try_rule(clock, &Grammar::clock_words))) return;
    if (clock.skip != 0) return;
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
