// The pass over the words: the longest expression at each, left to right.
#include "language/times/grammar.h"
#include "language/times/tense.h"
#include "language/times/times.h"

#include <cmath>

#include "base/limits.h"
#include "text/letters.h"

namespace isnad::times {
namespace {

// Span, place and tense of an expression that the grammar found.
void finish(Expression& e, const Scan& scan) {
    const Word& first = scan.word(e.first);
    const Word& last = scan.word(e.end - 1);
    e.span = scan.words().normal->original({first.normal.begin + e.skip, last.normal.end});
    e.sentence = first.sentence;
    e.block = first.block;
    if (e.tense == Tense::unknown) e.tense = tense_around(scan, e);
}

// "after 40 years" in a story, "a day before the match": not counted from the report, so only the length is
// told.
void measure_in_story(Expression& e, const Scan& scan) {
    const bool story = e.narrative || (e.amount > 0 && e.tense != Tense::future && !e.vague);
    if (e.shape != Shape::shift || !story || e.cue_end == 0 || e.cue_end >= e.end) return;
    e.first = e.cue_end;
    e.skip = 0;
    e.amount = std::abs(e.amount);
    e.shape = Shape::duration;
    e.type = TimexType::duration;
    e.narrative = false;
    e.rule = "times.duration.in_story";
    e.span =
        scan.words().normal->original({scan.word(e.first).normal.begin, scan.word(e.end - 1).normal.end});
}

// Whether only "and", "to", "until" or a dash stands between two expressions.
bool linked(const Scan& scan, const Expression& a, const Expression& b) {
    if (a.sentence != b.sentence) return false;
    if (a.end == b.first) return b.skip != 0;
    if (a.end + 1 != b.first) return false;
    const Particle word = scan.particle(a.end);
    const char32_t sign = scan.sign(a.end);
    return word == Particle::and_ || word == Particle::or_ || word == Particle::to ||
           word == Particle::until || sign == '-' || sign == 0x2013;
}

// "from May to July 2023": the first month has the year, or the "last", of the second.
void share_years(const Scan& scan, std::vector<Expression>& items) {
    for (std::size_t i = items.size(); i-- > 1;) {
        Expression& first = items[i - 1];
        const Expression& second = items[i];
        const bool open = first.shape == Shape::calendar && first.date.month != 0 && first.date.year == 0 &&
                          !first.direction;
        const bool month = second.shape == Shape::calendar && second.date.month != 0 &&
                           second.date.hijri == first.date.hijri;
        if (!open || !month || !linked(scan, first, second)) continue;
        if (second.date.year != 0)
            first.date.year = second.date.year - (first.date.month > second.date.month ? 1 : 0);
        else if (first.date.month <= second.date.month || second.direction.value_or(0) < 0)
            first.direction = second.direction;
        if (first.until) first.until->year = first.date.year;
    }
}

// Whether only a preposition or a comma stands between a day and a time of day.
bool day_of_clock(const Scan& scan, const Expression& day, const Expression& clock) {
    if (day.sentence != clock.sentence || clock.skip != 0) return false;
    if (day.end + 1 != clock.first) return false;
    const Particle word = scan.particle(day.end);
    const char32_t sign = scan.sign(day.end);
    return word == Particle::between || word == Particle::from || word == Particle::in || sign == ',' ||
           sign == letters::comma;
}

bool names_day(const Expression& e) {
    if (e.until || e.weekday_until != 0 || e.type == TimexType::set) return false;
    return e.shape == Shape::day || e.shape == Shape::weekday ||
           (e.shape == Shape::calendar && e.date.day != 0 && e.date.month != 0);
}

// The clock time takes the day of another expression.
void take_day(Expression& clock, const Expression& day) {
    Expression out = day;
    out.span = clock.span;
    out.first = clock.first;
    out.end = clock.end;
    out.skip = clock.skip;
    out.type = TimexType::time;
    out.clock = clock.clock;
    out.clock_until = clock.clock_until;
    out.part.clear();
    out.rule = "times.clock.day_beside";
    clock = std::move(out);
}

// "next week on Tuesday", "next week between Wednesday and Friday": weekdays of that week.
void share_week(const Scan& scan, const Expression& first, Expression& second) {
    const bool week =
        first.shape == Shape::unit && first.unit == Unit::week && first.direction && !first.narrative;
    const bool beside =
        second.first == first.end || (second.first == first.end + 1 && day_of_clock(scan, first, second));
    const bool behind = week && beside && second.skip == 0 && first.sentence == second.sentence;
    const bool both = first.shape == Shape::weekday && first.unit == Unit::week && first.direction &&
                      linked(scan, first, second);
    if (second.shape != Shape::weekday || second.direction || (!behind && !both)) return;
    second.unit = Unit::week;
    second.direction = first.direction;
}

// "on Friday between 1 and 4 in the afternoon", "from 3:00 to 4:00 tomorrow": both times are of that day. An
// open second hour is read behind the first.
void share_days(const Scan& scan, std::vector<Expression>& items) {
    for (std::size_t i = 1; i < items.size(); ++i) {
        Expression &first = items[i - 1], &second = items[i];
        if (first.text.starts_with("XXXX-WXX") && second.shape == Shape::weekday &&
            linked(scan, first, second)) {
            second.shape = Shape::fixed;  // "on Saturdays and Sundays"
            second.type = TimexType::set;
            second.text =
                first.text.substr(0, first.text.size() - 1) + static_cast<char>('0' + second.weekday);
            continue;
        }
        share_week(scan, first, second);
        const bool plain = second.shape == Shape::clock && second.clock;
        if (plain && !first.clock && names_day(first) && day_of_clock(scan, first, second))
            take_day(second, first);
        if (!first.clock || !second.clock || !linked(scan, first, second)) continue;
        if (!first.clock->open && second.clock->open && second.clock->hour <= 12) {
            const bool later = second.clock->hour <= first.clock->hour;
            second.clock->hour = static_cast<std::uint8_t>((second.clock->hour + (later ? 12 : 0)) % 24);
            second.clock->open = false;
        }
        const bool behind_noon = first.clock->half && !second.clock->half && first.clock->hour > 12 &&
                                 second.clock->hour + 12 > first.clock->hour && second.clock->hour < 12;
        if (behind_noon) second.clock->hour = static_cast<std::uint8_t>(second.clock->hour + 12);
        if (second.shape == Shape::clock && names_day(first)) take_day(second, first);
        if (first.shape == Shape::clock && names_day(second)) take_day(first, second);
    }
}

// "I move the appointment at 10 in the morning to 4": two times of day.
void split_moved(const Scan& scan, Expression& first, std::vector<Expression>& out) {
    Expression second = first;
    second.first = first.cue_end;
    second.skip = 0;
    second.shape = Shape::clock;
    second.clock = first.clock_until;
    second.clock->open = second.clock->hour >= 1 && second.clock->hour <= 12;
    first.end = first.cue_end - 1;
    for (Expression* e : {&first, &second}) {
        e->moved = false;
        e->clock_until.reset();
        finish(*e, scan);
    }
    out.push_back(first);
    first = std::move(second);
}

}  // namespace

Expressions find(const Document&, const Words& words, const words::Numerals& numerals,
                 const Knowledge& knowledge) {
    const Scan scan(words, numerals, knowledge);
    const Grammar grammar(scan);
    std::vector<Expression> out;
    for (std::uint32_t at = 0; at < scan.size() && out.size() < limits::annotations_per_layer;) {
        std::optional<Expression> found;
        if (scan.interesting(at)) found = grammar.at(at);
        if (!found || scan.in_outlet(at)) {
            ++at;
            continue;
        }
        finish(*found, scan);
        measure_in_story(*found, scan);
        at = found->end;
        if (found->moved) split_moved(scan, *found, out);
        out.push_back(std::move(*found));
    }
    share_years(scan, out);
    share_days(scan, out);
    return {std::make_shared<const std::vector<Expression>>(std::move(out))};
}

}  // namespace isnad::times
