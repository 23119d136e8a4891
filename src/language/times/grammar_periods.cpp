// Weeks, months, years, seasons, decades and vague references.
#include "language/times/grammar.h"
#include "language/times/tense.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::times {

TimexMod mod_of(std::string_view text) {
    if (text == "START") return TimexMod::start;
    if (text == "MID") return TimexMod::mid;
    if (text == "END" || text == "REST") return TimexMod::end;
    if (text == "APPROX") return TimexMod::approx;
    if (text == "BEFORE") return TimexMod::before;
    if (text == "AFTER") return TimexMod::after;
    return TimexMod::none;
}

// "last", "next", "current", "same" behind a noun. Indefinite forms are adjectives of other things.
bool Grammar::post_direction(Expression& e) const {
    const Term* this_or_that = here(e) ? scan_.term(e.end, TermKind::particle) : nullptr;
    const Term* term = peek(e, TermKind::direction);
    if (term == nullptr || e.end == e.first) return false;
    const bool told =
        this_or_that != nullptr && this_or_that->meaning->before && this_or_that->meaning->narrative;
    if (!term->definite && term->words() == 1 && term->meaning->value != 0) return false;
    if (this_or_that != nullptr && this_or_that->meaning->before && this_or_that->meaning->text == "particle")
        return false;  // "same" stands in front
    e.direction = term->meaning->value;
    e.narrative = told || term->meaning->narrative ||
                  (term->meaning->value == 0 && !term->definite &&
                   (this_or_that == nullptr || !this_or_that->meaning->before));
    e.end = term->end;
    return true;
}

// "this", "that", "the same" in front of a noun.
bool Grammar::pre_direction(Expression& e) const {
    const Term* term = here(e) ? scan_.demonstrative(e.end, lead(e)) : nullptr;
    if (term == nullptr) return false;
    accept(e, *term);
    e.direction = 0;
    e.narrative = term->meaning->narrative;
    return true;
}

// "this year", "last week", "the coming school year".
bool Grammar::unit_point(Expression& e) const {
    const bool pre = try_rule(e, &Grammar::pre_direction);
    const std::uint32_t at = e.end;
    const Term* unit = peek(e, TermKind::unit);
    const Term* year_noun = peek(e, TermKind::year_noun);
    if (year_noun != nullptr && year_noun->words() > 1 && year_noun->definite) {
        accept(e, *year_noun);
        e.unit = Unit::year;
    } else if (unit != nullptr && unit->definite && unit->meaning->number == 1) {
        accept(e, *unit);
        e.unit = static_cast<Unit>(unit->meaning->value);
    } else {
        return false;
    }
    e.shape = Shape::unit;
    e.rule = "times.unit";
    if (e.unit < Unit::week || e.unit == Unit::weekend || e.unit == Unit::quarter) return false;
    if (e.unit == Unit::season && unit->meaning->weak) return false;  // "this chapter"
    if (pre) {
        year_in_digits(e);
        return e.unit != Unit::decade || !e.narrative;
    }
    const Term* direction = here(e) ? scan_.term(e.end, TermKind::direction) : nullptr;
    if (!post_direction(e)) {  // "the school year" alone is the current one
        const bool alone = year_noun != nullptr && year_noun->words() > 1 && !year_noun->meaning->weak &&
                           (year_noun->meaning->text == "school" || year_noun->meaning->text == "fiscal");
        if (!alone) return false;
        e.direction = 0;
        year_in_digits(e);
        return true;
    }
    year_in_digits(e);
    if (unit == nullptr || !unit->meaning->weak || year_noun == unit) return true;
    if (!direction->meaning->weak || (e.unit == Unit::decade && direction->meaning->value > 0) ||
        e.unit == Unit::season)
        return true;
    // "the secretary general": the word for year is an adjective too.
    return e.unit == Unit::year && (at != e.first || unit->skip != 0 || !scan_.in_office(at));
}

// "the current year 2018": the digits tell.
void Grammar::year_in_digits(Expression& e) const {
    const Number* number = here(e) ? scan_.number(e.end) : nullptr;
    if (e.unit != Unit::year || number == nullptr || number->digits != 4 || number->value < 1900 ||
        number->value > 2100)
        return;
    e.date.year = number->value;
    e.end = number->end;
    calendar_mark(e);
    e.shape = Shape::calendar;
    e.direction.reset();
    e.narrative = false;
}

// "in the second quarter", of the year of the report.
bool Grammar::quarter_of_report(Expression& e) const {
    if (here(e) && (scan_.particle(e.end) == Particle::from || definite_word(e.end))) return false;
    const Term* during = e.first > 0 && scan_.with(e.first - 1, e.first)
                             ? scan_.term(e.first - 1, TermKind::within, Lead::any)
                             : nullptr;
    if (!before_is(e, Particle::in) && (during == nullptr || during->end != e.first)) return false;
    e.direction = 0;
    e.weight = 0.5F;
    return true;
}

// "the first quarter of 2023", "the second half of this year".
bool Grammar::quarter_point(Expression& e) const {
    const Term* quarter = peek(e, TermKind::fraction);
    const Term* named = peek(e, TermKind::quarter);  // as the Maghreb says it
    if (named != nullptr && named->definite) quarter = named;
    if (quarter == nullptr || !quarter->definite) return false;
    const bool half = quarter == named ? named->meaning->text == "H" : quarter->meaning->amount == 0.5;
    if (!half && quarter != named && quarter->meaning->amount != 0.25) return false;
    accept(e, *quarter);
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    if (which == nullptr || !which->ordinal || which->value < 1 || which->value > (half ? 2 : 4))
        return false;
    e.end = which->end;
    const int value = which->value;
    if (!try_rule(e, &Grammar::year_behind) && (half || !quarter_of_report(e))) return false;
    e.shape = Shape::unit;
    e.unit = Unit::quarter;
    e.amount = value;
    e.text = half ? "H" : "Q";
    e.rule = "times.quarter";
    return true;
}

// "the first week of October", "the second half of this month": the month, with the part that is meant.
bool Grammar::stretch_of_month(Expression& e) const {
    const Term* half = take(e, TermKind::fraction);
    const Term* unit = half == nullptr ? take(e, TermKind::unit) : nullptr;
    const bool week = unit != nullptr && unit->definite &&
                      static_cast<Unit>(unit->meaning->value) == Unit::week && unit->meaning->number == 1;
    if (!week && (half == nullptr || !half->definite || half->meaning->amount != 0.5)) return false;
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    const Term* last = peek(e, TermKind::direction);
    int part = which != nullptr && which->ordinal ? which->value : 0;
    if (part == 0 && (last == nullptr || last->meaning->value != -1 || !week)) return false;
    e.end = part != 0 ? which->end : last->end;
    if (part > (week ? 5 : 2) || !particle(e, Particle::from)) return false;
    if (!try_rule(e, &Grammar::month_date) && !(try_rule(e, &Grammar::unit_point) && e.unit == Unit::month))
        return false;
    const bool final = part == 0 || part == (week ? 4 : 2) || part == 5;
    e.mod = final ? TimexMod::end : part == 1 ? TimexMod::start : TimexMod::mid;
    e.rule = "times.stretch_of_month";
    return true;
}

// Start, middle or end of a period. A period without "this" or "last" is the current one: "the end of the
// year".
bool Grammar::period_point(Expression& e) const {
    const Term* mod = take(e, TermKind::mod);
    if (mod == nullptr) return false;
    e.mod = mod_of(mod->meaning->text);
    e.rest_of = mod->meaning->text == "REST";
    if (e.mod != TimexMod::start && e.mod != TimexMod::mid && e.mod != TimexMod::end) return false;
    const Term* cue = scan_.term(mod->first, TermKind::since, Lead::any);
    if (cue != nullptr && cue->words() > mod->words()) return false;  // "beginning from" is a preposition
    particle(e, Particle::from);
    if (e.rest_of && try_rule(e, &Grammar::day_point)) {  // "the rest of the day"
        if (e.shape != Shape::day) return e.shape == Shape::weekday;
        if (e.end < scan_.size() && *e.days == 0) try_rule(e, &Grammar::post_direction);
        e.direction.reset();
        return *e.days == 0 && !e.narrative;
    }
    const Term* period = peek(e, TermKind::date_noun);  // "the end of the period of the fifties"
    if (period != nullptr && period->words() == 1 && scan_.has_term(period->end, TermKind::decade))
        accept(e, *period);
    for (const Rule rule : {&Grammar::month_date, &Grammar::named_year, &Grammar::unit_point,
                            &Grammar::decade, &Grammar::century, &Grammar::season, &Grammar::season_alone}) {
        if (try_rule(e, rule)) return true;
    }
    const Number* number = here(e) ? scan_.number(e.end) : nullptr;
    if (number != nullptr && number->digits == 4 && number->value >= 1800 && number->value <= 2100) {
        e.rule = "times.year";
        return year_number(e, false);
    }
    const Term* unit = peek(e, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit->meaning->number != 1) return false;
    e.unit = static_cast<Unit>(unit->meaning->value);
    if (e.unit != Unit::week && e.unit != Unit::month && e.unit != Unit::year && e.unit != Unit::century &&
        e.unit != Unit::season)
        return false;
    e.end = unit->end;
    e.direction = 0;
    e.shape = Shape::unit;
    e.rule = "times.unit.current";
    e.weight = 0.8F;
    return true;
}

bool Grammar::season(Expression& e) const {
    const bool pre = try_rule(e, &Grammar::pre_direction);
    const Term* term = take(e, TermKind::season);
    if (term == nullptr || (pre && !term->definite)) return false;
    e.shape = Shape::season;
    e.text = term->meaning->text;
    e.rule = "times.season";
    particle(e, Particle::from);
    if (pre) return true;
    if (try_rule(e, &Grammar::year)) {  // "the winter of 2010-2011"
        const Number* last = scan_.with(e.end + 1, e.first) ? scan_.number(e.end + 1) : nullptr;
        if (last != nullptr && letters::is_dash(sign(e)) &&
            (last->value == e.date.year + 1 || (last->digits == 2 && last->value == (e.date.year + 1) % 100)))
            e.end = last->end;
        return true;
    }
    if (scan_.particle(e.end - 1) == Particle::from) return false;
    Expression unit = e;
    if (unit_point(unit) && unit.unit == Unit::year) {
        e.end = unit.end;
        e.date.year = unit.date.year;
        e.direction = unit.direction;
        e.narrative = unit.narrative;
        e.unit = Unit::year;
        return true;
    }
    if (term->words() == 1 || e.end > term->end) return post_direction(e);
    try_rule(e, &Grammar::post_direction);
    return true;
}

bool Grammar::weekend(Expression& e) const {
    const Term* term = take(e, TermKind::weekend);
    if (term == nullptr) return false;
    e.shape = Shape::weekend;
    e.direction = term->meaning->value;
    e.rule = "times.weekend";
    const int listed = *e.direction;
    try_rule(e, &Grammar::post_direction);
    if (listed != 0) e.direction = listed;
    return true;
}

bool Grammar::holiday(Expression& e) const {
    const Term* term = take(e, TermKind::holiday);
    if (term == nullptr ||
        (term->meaning->value == 0 && term->meaning->text != "?" &&
         term->meaning->text.find(':') == std::string_view::npos) ||
        (term->meaning->weak && term->words() == 1))
        return false;
    e.text = term->meaning->value == 0 ? term->meaning->text : std::string_view{};
    e.shape = Shape::holiday;
    e.date.month = static_cast<std::uint8_t>(term->meaning->value / 100);
    e.date.day = static_cast<std::uint8_t>(term->meaning->value % 100);
    e.rule = "times.holiday";
    try_rule(e, &Grammar::year);
    e.date.hijri = term->meaning->hijri;
    if (e.date.year == 0) try_rule(e, &Grammar::post_direction);
    return true;
}

// "the eightieth anniversary": a day that only knowledge of the event could tell.
bool Grammar::anniversary(Expression& e) const {
    const Term* term = take(e, TermKind::date_noun);
    if (term == nullptr || !term->definite || term->meaning->text != "anniversary") return false;
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    if (which == nullptr ||
        !(which->ordinal || (which->digits == 0 && definite_word(e.end) && which->value >= 20)))
        return false;
    e.end = which->end;
    e.shape = Shape::fixed;
    e.rule = "times.anniversary";
    return true;
}

// "that will be clear then".
bool Grammar::behind_future(std::uint32_t at) const {
    for (std::uint32_t back = 1; back <= 2 && at >= back && scan_.with(at - back, at); ++back) {
        if (says_future(scan_, at - back)) return true;
    }
    return false;
}

// Behind an indefinite accusative: "a last resort" is spelled like "finally".
bool Grammar::behind_accusative(std::uint32_t at) const {
    if (at == 0 || !scan_.with(at - 1, at) || scan_.word(at - 1).kind != WordKind::arabic) return false;
    const std::string_view word = scan_.search(at - 1);
    const char32_t last = utf8::before(word, word.size()).value;
    return word.size() >= 6 && last == letters::alef && scan_.word(at - 1).enclitic == 0 &&
           scan_.particle(at - 1) == Particle::none &&
           utf8::before(word, word.size() - 2).value != letters::waw &&
           scan_.knowledge().verb_form(word) == Knowledge::VerbForm::none;
}

// "now", "recently", "later". Prepositions of the listed phrase stay outside, but before and after make the
// point.
bool Grammar::reference(Expression& e) const {
    const Term* term = take(e, TermKind::ref);
    if (term == nullptr || term->meaning->weak) return false;
    // "finally" at the head of a clause, "lately" behind a verb.
    const bool head = term->joined || term->first == 0 || !scan_.with(term->first - 1, term->first) ||
                      scan_.word(term->first - 1).kind == WordKind::punctuation;
    if (term->meaning->narrative && (head || behind_accusative(term->first))) return false;
    e.shape = Shape::fixed;
    e.text = term->meaning->text;
    e.rule = "times.reference";
    if (term->words() == 1 && e.text == "PAST_REF" && behind_future(e.first)) e.text = "FUTURE_REF";
    const Term* later = scan_.term(term->end - 1, TermKind::direction);
    e.listed_weak = scan_.particle(term->first) == Particle::later ||
                    (later != nullptr && later->meaning->value == 1 && !later->definite);
    while (e.first + 1 < e.end) {
        const Particle word = scan_.particle(e.first);
        const Term* cue = scan_.term(e.first, TermKind::since);
        if (cue == nullptr && word != Particle::before && word != Particle::after)
            cue = scan_.term_of(e.first, TermKind::within, 1);
        if (word != Particle::in && word != Particle::from && word != Particle::to &&
            word != Particle::until && word != Particle::since && cue == nullptr)
            break;
        ++e.first;
        e.skip = 0;
    }
    // "until now" in any words: only the last word refers.
    const Term* last = scan_.term_of(e.end - 1, TermKind::ref, 1);
    if (e.end > e.first + 1 && last != nullptr && !last->meaning->weak && last->meaning->text == e.text &&
        scan_.particle(e.first) != Particle::before) {
        e.first = e.end - 1;
        e.skip = 0;
    }
    const Particle only = scan_.particle(e.first);
    // "near to" is spelled like soon.
    if (only == Particle::soon && here(e) && scan_.particle(e.end, Lead::plain) == Particle::from)
        return false;
    return e.end > e.first + 1 || (only != Particle::before && only != Particle::after);
}

}  // namespace isnad::times
