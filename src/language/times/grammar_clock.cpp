// Times of day: digits and words, parts of the day, zones, and the day beside them.
#include <cmath>
#include <utility>

#include "language/times/grammar.h"
#include "text/letters.h"
#include "text/utf8.h"

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
    if (!is_hour(e, hour)) return false;
    accept(e, *hour);
    e.clock = ClockTime{static_cast<std::uint8_t>(hour->value % 24), 0, false};
    clock_minutes(e);
    return true;
}

// Whether a number may be an hour: digits, "the third", "the one"; plain number words only behind the word
// for hour ("hour five", as people say it).
bool Grammar::is_hour(const Expression& e, const Number* hour) const {
    constexpr int half_day = 12, whole_day = 24;
    if (hour == nullptr || hour->value < 1 || hour->value > whole_day || hour->digits > 2) return false;
    if (hour->digits != 0) return true;
    if (hour->value > half_day) return false;
    if (hour->ordinal) return true;
    const std::string_view word = scan_.search(e.end);
    if (hour->value == 1 && definite_word(e.end))
        return utf8::before(word, word.size()).value == l::heh;  // feminine, as hours are
    const Term* noun = e.end > e.first ? scan_.term(e.end - 1, TermKind::unit, Lead::any) : nullptr;
    return noun != nullptr && noun->definite && static_cast<Unit>(noun->meaning->value) == Unit::hour;
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
    e.clock->half = half;
    if (half && !digits && e.clock->minute == 0) clock_minutes(e);  // "nine in the evening and a half"
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
    if (half || digits) try_rule(e, &Grammar::clock_until);
    return true;
}

bool Grammar::clock_first(Expression& e) const {
    if (!try_rule(e, &Grammar::clock_range) && !try_rule(e, &Grammar::clock_counted) && !clock_time(e))
        return false;
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

// The first time of a range, which has no half of the day of its own.
bool Grammar::clock_start(Expression& e) const {
    const bool noun = try_rule(e, &Grammar::clock_noun);
    if (try_rule(e, &Grammar::clock_digits) || try_rule(e, &Grammar::clock_words)) {
        e.clock->open = noun || e.end > e.first + 1;
        return e.clock->hour <= 12;
    }
    const Number* hour = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    const bool bound = before_is(e, Particle::from) || before_is(e, Particle::between);
    if (!bound || hour == nullptr || hour->digits != 0 || hour->value < 1 || hour->value > 12) return false;
    accept(e, *hour);
    e.clock = ClockTime{static_cast<std::uint8_t>(hour->value), 0};
    e.clock->open = true;
    return true;
}

// Behind "from two to": "five in the evening".
bool Grammar::clock_cardinal(Expression& e) const {
    const Number* hour = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (hour == nullptr || hour->digits != 0 || hour->value < 1 || hour->value > 12) return false;
    accept(e, *hour);
    e.clock = ClockTime{static_cast<std::uint8_t>(hour->value), 0};
    return e.clock->half = clock_half_of_day(e);
}

// "5 to 6 in the evening": the first hour takes the half of the day from the second.
bool Grammar::clock_range(Expression& e) const {
    if (!clock_start(e)) return false;
    const ClockTime first = *e.clock;
    const char32_t c = sign(e);
    const bool between = before_is(e, Particle::between);
    const bool dash = c == '-' || c == l::en_dash;
    Expression second;
    if (dash || (between && here(e) && scan_.particle(e.end, Lead::plain) == Particle::and_))
        ++e.end;
    else if (!particle(e, Particle::to) && !particle(e, Particle::until) && !between)
        return false;
    second.first = second.end = e.end;
    if (!here(e)) return false;
    Expression cardinal = second;
    if (!clock_time(second)) {
        if (!clock_cardinal(cardinal)) return false;
        second = cardinal;
    }
    const bool joined = second.skip != 0 && scan_.search(second.first).starts_with(utf8::encode(l::waw));
    const bool apart = second.skip == 0 && second.first > e.first;
    if (!(apart && (dash || !between || scan_.particle(second.first - 1) != Particle::none)) &&
        !(between && joined && second.skip == 2))
        return false;
    if (second.clock->open || second.clock_until || (first.open && !second.clock->half)) return false;
    const int start = first.hour % 12, hour = second.clock->hour;
    const bool later = hour >= 12 && (start + 12) * 60 + first.minute < hour * 60 + second.clock->minute;
    e.clock = ClockTime{static_cast<std::uint8_t>(later              ? start + 12
                                                  : first.hour == 12 ? 12
                                                                     : start),
                        first.minute, second.clock->utc};
    e.clock->half = second.clock->half;
    e.clock_until = second.clock;
    e.end = second.end;
    return true;
}

// "from half past one in the afternoon to 4": a bare hour closes the stretch when nothing is counted by it.
bool Grammar::clock_until(Expression& e) const {
    if (e.clock_until) return false;
    if (!particle(e, Particle::to) && !particle(e, Particle::until)) return false;
    const Number* last = here(e) ? scan_.number(e.end) : nullptr;
    if (last == nullptr || last->value < 0 || last->value > 24 || last->digits > 2) return false;
    e.cue_end = e.end;
    e.end = last->end;
    const bool closed = !here(e) || scan_.word(e.end).kind == WordKind::punctuation;
    if (!closed || sign(e) == ':') return false;
    // "I move the appointment at 10 to 4": two times, and no stretch between them.
    e.moved = !before_is(e, Particle::from) && !before_is(e, Particle::between) && e.first > 0 &&
              scan_.has_term(e.first - 1, TermKind::date_noun);
    const int hour = last->value <= e.clock->hour && !e.moved ? last->value + 12 : last->value;
    if (hour > 24) return false;
    e.clock_until = ClockTime{static_cast<std::uint8_t>(hour % 24), 0, e.clock->utc};
    return true;
}

// "9 in the morning", "1-3 in the afternoon" behind a day: what follows the hour says that it is one.
void Grammar::clock_told(Expression& e, std::uint32_t at) const {
    Expression clock;
    clock.first = clock.end = at;
    if (!scan_.with(at, e.first) || scan_.number(at) == nullptr) return;
    const bool range = try_rule(clock, &Grammar::clock_range);
    if (!range && !(try_rule(clock, &Grammar::clock_words) && try_rule(clock, &Grammar::clock_half_of_day)))
        return;
    if (clock.skip != 0 || (range && !clock.clock->half) || scan_.search(clock.end - 1).size() <= 2) return;
    clock_zone(clock);
    e.clock = clock.clock;
    e.clock_until = clock.clock_until;
    e.part.clear();
    e.type = TimexType::time;
    e.end = clock.end;
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
    if (!digits && !((noun || (bound && !e.part.empty())) && try_rule(clock, &Grammar::clock_words))) {
        clock_told(e, copy.end);
        return;
    }
    if (clock.skip != 0) return;
    if (!noun && !digits && scan_.word(clock.first).kind == WordKind::number) {
        clock_told(e, copy.end);
        return;
    }
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
