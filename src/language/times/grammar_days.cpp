// Days told from the day of the report: today, yesterday, weekdays, with parts of the day and the date beside
// them.
#include "language/times/grammar.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::times {

namespace l = letters;

// A part of the day in front of a day: "evening of", "early on".
bool Grammar::part(Expression& e) const {
    try_rule(e, &Grammar::hours_of);
    const Term* term = peek(e, TermKind::part);
    if (term == nullptr || (term->definite && term->words() == 1)) return false;
    accept(e, *term);
    e.part = term->meaning->text;
    // "late in the evening of": the part that stands in the phrase says it better.
    const Term* inside = term->words() > 2 && scan_.particle(term->end - 2) == Particle::from
                             ? scan_.term_of(term->end - 1, TermKind::part, 1)
                             : nullptr;
    if (inside != nullptr) e.part = inside->meaning->text;
    particle(e, Particle::from);
    const Term* second = peek(e, TermKind::part);
    // "late in the evening": the definite part belongs to the phrase, and no day follows it.
    if (second != nullptr && (!second->definite || term->words() > 1)) {
        accept(e, *second);
        e.part = second->meaning->text;
        particle(e, Particle::from);
    }
    return true;
}

// "the early hours of" in front of a part of the day.
bool Grammar::hours_of(Expression& e) const {
    const Term* hours = take(e, TermKind::unit);
    if (hours == nullptr || !hours->definite || hours->meaning->number != 3 ||
        static_cast<Unit>(hours->meaning->value) != Unit::hour)
        return false;
    if (!definite_word(e.end) || !here(e)) return false;
    ++e.end;
    return particle(e, Particle::from);
}

void Grammar::trailing_part(Expression& e) const {
    if (!e.part.empty()) return;
    Expression inside = e;
    comma(inside);
    const bool apart = inside.end > e.end;
    const bool in = particle(inside, Particle::in);
    const Term* term = peek(inside, TermKind::part);
    if (term == nullptr || term->meaning->text.empty() || (apart && !in)) return;
    if (in && (term->definite || term->words() > 1)) {
        if (!part_in_phrase(inside) || is_bound(inside)) return;
        e.part = inside.part;
        e.end = inside.end;
        return;
    }
    if (in || !(term->adverb || term->words() > 1)) return;
    e.part = term->meaning->text;
    e.end = term->end;
}

// "in the morning", "late at night": a definite part, or a phrase with a part behind "of".
bool Grammar::part_in_phrase(Expression& e) const {
    const Term* term = take(e, TermKind::part);
    if (term == nullptr) return false;
    e.part = term->meaning->text;
    if (term->definite && term->words() == 1) return !term->meaning->weak;
    Expression behind = e;
    particle(behind, Particle::from);
    const Term* second = peek(behind, TermKind::part);
    const bool listed = second != nullptr && second->words() > 1 && !second->adverb;
    if (term->words() > 1 && second != nullptr && (second->definite || listed)) {
        e.end = second->end;
        e.part = second->meaning->text;
    }
    return term->words() > 1;
}

// Whether the noun at the end goes on: "in the morning of the feast".
bool Grammar::is_bound(const Expression& e) const {
    if (!here(e) || scan_.word(e.end).kind != WordKind::arabic) return false;
    return scan_.term(e.end, TermKind::weekday) != nullptr || scan_.term(e.end, TermKind::day) != nullptr;
}

// "today" as a noun with its adjective ("the second day", "the day that", "the World Day of") is no deictic
// day.
bool Grammar::is_some_day(const Expression& e) const {
    const Number* number = here(e) ? scan_.number(e.end) : nullptr;
    if (number != nullptr && definite_word(e.end) && scan_.term(e.end, TermKind::weekday) == nullptr)
        return true;
    const Term* next = here(e) ? scan_.term(e.end, TermKind::particle) : nullptr;
    if (next != nullptr && next->meaning->text == "relative" && definite_word(e.end)) return true;
    return definite_word(e.end) && here(e) &&
           utf8::before(scan_.search(e.end), scan_.search(e.end).size()).value == l::yeh &&
           scan_.term(e.end, TermKind::weekday) == nullptr;
}

bool Grammar::deictic_day(Expression& e) const {
    const bool told = peek(e, TermKind::day) == nullptr && try_rule(e, &Grammar::pre_direction);
    const Term* term = take(e, TermKind::day);
    if (term == nullptr || (told && (term->words() != 1 || term->meaning->value != 0 || !term->definite)))
        return false;
    // "with the ball" is spelled like a word for tomorrow.
    if (term->skip == 0 && (scan_.word(term->first).proclitics & proclitic::preposition) != 0 &&
        term->words() == 1)
        return false;
    e.rule = "times.day";
    e.shape = Shape::day;
    e.days = term->meaning->value;
    e.narrative = e.narrative || term->meaning->narrative;
    e.direction.reset();
    for (std::uint32_t at = term->first; at < term->end; ++at) {
        const Term* unit = scan_.term(at, TermKind::unit, Lead::any);
        if (unit != nullptr && static_cast<Unit>(unit->meaning->value) == Unit::night && e.part.empty())
            e.part = "NI";
        if (term->words() == 1) break;
        const Term* word = scan_.term(at, TermKind::particle, Lead::any);
        e.narrative = e.narrative || (word != nullptr && word->meaning->narrative);
        const Term* day_part = scan_.term_of(at, TermKind::part, 1);
        if (day_part != nullptr && e.part.empty() && !day_part->meaning->weak)
            e.part = day_part->meaning->text;
        const Term* direction = scan_.term(at, TermKind::direction, Lead::any);
        const bool counted = direction != nullptr && direction->words() == 1 && at > term->first &&
                             *e.days != 0 && direction->meaning->narrative;
        e.narrative = e.narrative || counted;
    }
    if (*e.days == 0 && term->words() == 1 && term->definite && is_some_day(e)) return false;
    const Term* whole = term->first > 0 && scan_.with(term->first - 1, term->first)
                            ? scan_.term(term->first - 1, TermKind::since, Lead::any)
                            : nullptr;
    if (*e.days == 0 && term->words() == 1 && whole != nullptr && whole->meaning->text == "whole" &&
        whole->end == term->first)
        return false;  // "throughout the day": a length
    return true;
}

bool Grammar::weekday(Expression& e) const {
    const Term* demonstrative = peek(e, TermKind::particle);
    const bool pointed = demonstrative != nullptr && demonstrative->meaning->before &&
                         !demonstrative->meaning->narrative &&
                         demonstrative->meaning->text == "demonstrative" &&
                         scan_.term(demonstrative->end, TermKind::weekday) != nullptr;
    if (pointed) accept(e, *demonstrative);
    const bool noun = take(e, TermKind::day_noun) != nullptr || pointed;
    const std::uint32_t at = e.end;
    const Term* two = noun && !pointed ? scan_.term(at - 1, TermKind::unit, Lead::any) : nullptr;
    if (two != nullptr && two->meaning->number == 3) return false;  // "on Fridays": a set
    const Term* term = peek(e, TermKind::weekday);
    if (term == nullptr) return false;
    const bool foreign = scan_.word(at).kind == WordKind::foreign;
    if (!noun && !term->definite && !foreign) return false;
    accept(e, *term);
    if (foreign && sign(e) == '.') ++e.end;
    e.shape = Shape::weekday;
    e.weekday = static_cast<std::uint8_t>(term->meaning->value);
    e.rule = "times.weekday";
    const Term* next = here(e) ? scan_.term(e.end, TermKind::weekday, Lead::joined) : nullptr;
    if (two != nullptr && two->meaning->number == 2 && next != nullptr) {
        e.weekday_until = static_cast<std::uint8_t>(next->meaning->value);
        e.end = next->end;
    } else if (e.part == "NI") {  // "the night of Tuesday to Wednesday"
        const std::uint32_t second =
            sign(e) == '-' || sign(e) == '/' || sign(e) == l::en_dash ? e.end + 1 : e.end;
        next = scan_.with(second, e.first) ? scan_.term(second, TermKind::weekday) : nullptr;
        if (next != nullptr && next->meaning->value == e.weekday % 7 + 1) e.end = next->end;
    }
    if (pointed) e.direction = 0;
    if (!try_rule(e, &Grammar::weekday_of_week)) try_rule(e, &Grammar::post_direction);
    if (foreign && e.first == at && !e.direction) e.weight = 0;  // counts only with a date behind it
    return true;
}

// "Friday of next week", "Friday this week".
bool Grammar::weekday_of_week(Expression& e) const {
    if (!particle(e, Particle::from)) particle(e, Particle::in);
    Expression week = e;
    if (!unit_point(week) || week.unit != Unit::week || week.narrative) return false;
    e.end = week.end;
    e.direction = week.direction;
    e.unit = Unit::week;
    return true;
}

// The calendar date behind a day: ", 19 June 2024", "(19 June)", "corresponding to 12 May".
bool Grammar::joined_date(Expression& e) const {
    Expression copy = e;
    const bool bracket = sign(copy) == '(';
    if (bracket)
        ++copy.end;
    else
        comma(copy);
    const Term* noun = peek(copy, TermKind::date_noun);
    const Term* hour = noun != nullptr ? scan_.term(noun->end - 1, TermKind::unit, Lead::any) : nullptr;
    if (hour != nullptr && static_cast<Unit>(hour->meaning->value) == Unit::hour) return false;
    take(copy, TermKind::date_noun);
    const float weight = copy.weight;
    copy.date = {};
    const bool dated = full_date(copy) || try_rule(copy, &Grammar::numbered_day) ||
                       (!bracket && try_rule(copy, &Grammar::lone_day));
    if (!dated || (bracket && sign(copy) != ')')) return false;
    if (bracket) ++copy.end;
    e.end = copy.end;
    e.date = copy.date;
    e.until = copy.until;
    if (copy.direction) e.direction = copy.direction;
    e.weight = weight == 0 ? 1.0F : copy.weight;
    e.rule = "times.weekday_and_date";
    e.shape = Shape::calendar;
    return true;
}

// A date that names its day, with or without the noun "day" in front.
bool Grammar::dated_day(Expression& e) const {
    take(e, TermKind::day_noun);
    if (e.end == e.first && scan_.term(e.end, TermKind::date_noun, Lead::any) != nullptr) return false;
    return full_date(e) || try_rule(e, &Grammar::numbered_day) ||
           (e.end > e.first && try_rule(e, &Grammar::lone_day));
}

bool Grammar::day_point(Expression& e) const {
    const bool has_part = try_rule(e, &Grammar::part);
    bool certain = has_part;
    if (try_rule(e, &Grammar::deictic_day)) {
        Expression named = e;
        comma(named);
        Expression day = named;
        day.direction.reset();
        const std::string_view rule = e.rule;
        if (weekday(day) && day.end > named.end && !day.direction && day.weight > 0) {
            e.end = day.end;
            e.weekday = day.weekday;
            e.rule = rule;
            certain = true;
        }
        if (e.weekday != 0 || *e.days == 0) {
            Expression dated = e;
            if (joined_date(dated)) {
                e = dated;
                certain = true;
            }
        }
        trailing_part(e);
    } else if (try_rule(e, &Grammar::weekday)) {
        const Term* noun = scan_.term(e.first, TermKind::day_noun, Lead::any);
        certain = certain || noun != nullptr || e.direction.has_value();
        if (joined_date(e)) certain = true;
        const std::uint32_t end = e.end;
        trailing_part(e);
        certain = certain || e.end > end;
        if (e.weight == 0 || (!certain && is_no_day(e))) return false;
    } else {
        if (!dated_day(e)) return false;
        trailing_part(e);
    }
    trailing_clock(e);
    return true;
}

// The prayer of Friday tells no day. The dual "the two" is spelled like Monday: behind between, both, that;
// or before a verb or adjective in the dual.
bool Grammar::is_no_day(const Expression& e) const {
    const Term* prayer = e.first > 0 && scan_.with(e.first - 1, e.first)
                             ? scan_.term(e.first - 1, TermKind::part, Lead::any)
                             : nullptr;
    if (prayer != nullptr && prayer->words() > 1) return true;
    const Term* day = scan_.term(e.end - 1, TermKind::weekday, Lead::any);
    if (day == nullptr || !day->meaning->weak || e.weekday != 1) return false;
    if (e.first > 0 && scan_.with(e.first - 1, e.first)) {
        for (std::uint32_t back = 1; back <= 2 && e.first >= back; ++back) {
            const Term* cue = scan_.term(e.first - back, TermKind::since, Lead::any);
            if (cue != nullptr && cue->end == e.first && cue->words() > 1) return false;
        }
        for (const Particle word : {Particle::between, Particle::both, Particle::that, Particle::from}) {
            if (before_is(e, word)) return true;
        }
        // Behind a noun or verb it says when; only as a subject of its own it says who.
        if (scan_.word(e.first - 1).kind == WordKind::arabic && scan_.particle(e.first - 1) == Particle::none)
            return false;
    }
    if (!here(e) || scan_.word(e.end).kind != WordKind::arabic) return false;
    const std::string_view next = scan_.search(e.end);
    if (scan_.particle(e.end) != Particle::none || definite_word(e.end) || next.size() < 6) return false;
    const char32_t last = utf8::before(next, next.size()).value,
                   before = utf8::before(next, next.size() - 2).value;
    const char32_t first = utf8::at(next, 0).value;
    const bool dual_verb = (last == l::noon && before == l::alef && (first == l::yeh || first == l::teh)) ||
                           (last == l::alef && before != l::noon);
    return dual_verb && scan_.knowledge().count(next) < 2000 && !scan_.has_term(e.end, TermKind::part);
}

}  // namespace isnad::times
