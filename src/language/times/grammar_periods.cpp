// Weeks, months, years, seasons, decades and vague references.
#include "language/times/grammar.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::times {
namespace {

TimexMod mod_of(std::string_view text) {
    if (text == "START") return TimexMod::start;
    if (text == "MID") return TimexMod::mid;
    if (text == "END") return TimexMod::end;
    if (text == "APPROX") return TimexMod::approx;
    if (text == "BEFORE") return TimexMod::before;
    if (text == "AFTER") return TimexMod::after;
    return TimexMod::none;
}

}  // namespace

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

// "the first quarter of 2023", "the second half of this year".
bool Grammar::quarter_point(Expression& e) const {
    const Term* quarter = peek(e, TermKind::fraction);
    if (quarter == nullptr || !quarter->definite) return false;
    const bool half = quarter->meaning->amount == 0.5;
    if (!half && quarter->meaning->amount != 0.25) return false;
    accept(e, *quarter);
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    if (which == nullptr || !which->ordinal || which->value < 1 || which->value > (half ? 2 : 4))
        return false;
    e.end = which->end;
    const int value = which->value;
    if (!particle(e, Particle::from)) return false;
    if (!year_any(e)) return false;
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
    if (e.mod != TimexMod::start && e.mod != TimexMod::mid && e.mod != TimexMod::end) return false;
    const Term* cue = scan_.term(mod->first, TermKind::since, Lead::any);
    if (cue != nullptr && cue->words() > mod->words()) return false;  // "beginning from" is a preposition
    particle(e, Particle::from);
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
    if (pre || try_rule(e, &Grammar::year)) return true;
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
        (term->meaning->value == 0 && term->meaning->text.find(':') == std::string_view::npos) ||
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

// "the first decade of the last century".
bool Grammar::decade_of_century(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit->meaning->number != 1 ||
        static_cast<Unit>(unit->meaning->value) != Unit::decade)
        return false;
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    if (which == nullptr || !which->ordinal || which->value < 1 || which->value > 10) return false;
    e.end = which->end;
    const int nth = which->value;
    if (!particle(e, Particle::from) || !century(e) || e.text.size() != 2) return false;
    e.text += static_cast<char>('0' + nth - 1);
    e.rule = "times.decade";
    return true;
}

bool Grammar::decade(Expression& e) const {
    if (try_rule(e, &Grammar::decade_of_century)) return true;
    const Term* term = take(e, TermKind::decade);
    if (term == nullptr || term->meaning->text.empty()) return false;
    e.shape = Shape::fixed;
    e.text = term->meaning->text;
    e.rule = "times.decade";
    Expression behind = e;
    if (particle(behind, Particle::from)) {
        if (here(behind) && scan_.has_term(behind.end, TermKind::age)) return false;
        if (here(behind) && !definite_word(behind.end)) return false;  // "in the thirties of his life"
    }
    if (century(behind) && behind.text.size() == 2) {
        e.end = behind.end;
        e.text = behind.text + e.text.substr(2);
    }
    // "in his thirties" is not told from the thirties of a century without more.
    return !term->meaning->weak || term->words() > 1 || e.end > term->end || e.mod != TimexMod::none;
}

bool Grammar::century(Expression& e) const {
    const Term* term = take(e, TermKind::century);
    if (term == nullptr) return false;
    e.shape = Shape::fixed;
    e.rule = "times.century";
    e.text = term->meaning->text;
    if (!e.text.empty()) {
        if (term->meaning->weak && e.mod == TimexMod::none) return false;
        century_mark(e);
        return true;
    }
    const Number* number = here(e) ? scan_.number(e.end) : nullptr;
    if (number == nullptr || !term->definite || number->value < 1 || number->value > 21 ||
        (!number->ordinal && number->digits == 0))
        return false;
    e.end = number->end;
    const int hundreds = number->value - 1;
    e.text = {static_cast<char>('0' + hundreds / 10), static_cast<char>('0' + hundreds % 10)};
    century_mark(e);
    return true;
}

// Centuries of another count: before Christ with a mark, of the Hijra as the Christian one that holds its
// middle.
void Grammar::century_mark(Expression& e) const {
    const Term* mark = peek(e, TermKind::calendar);
    if (mark == nullptr || e.text.size() != 2) return;
    e.end = mark->end;
    const int hundreds = (e.text[0] - '0') * 10 + (e.text[1] - '0');
    if (mark->meaning->hijri) {
        constexpr double first_year = 622, year = 0.9702;  // of the Hijra, and its length in solar years
        const int century = static_cast<int>(first_year + (hundreds + 0.5) * 100 * year) / 100;
        e.text = {static_cast<char>('0' + century / 10), static_cast<char>('0' + century % 10)};
    } else if (scan_.particle(mark->first) == Particle::before || scan_.search(mark->first).size() == 2) {
        const bool alone = mark->words() == 1;  // the letter of "AD"
        if (!alone) e.text = "BC" + e.text;
    }
}

// "earlier this month", "later on Tuesday": the period is the value.
bool Grammar::earlier_in(Expression& e) const {
    const Term* term = nullptr;
    for (std::uint32_t words = 1; words <= 3; ++words) {
        if (const Term* shorter = scan_.term_of(e.end, TermKind::ref, words)) term = shorter;
    }
    if (term == nullptr || term->words() < 2 || term->definite) return false;
    const bool past = term->meaning->text == "PAST_REF";
    if (!past && term->meaning->text != "FUTURE_REF") return false;
    if (scan_.particle(term->first) != Particle::none) return false;
    Expression inner = e;
    accept(inner, *term);
    particle(inner, Particle::from);
    for (const Rule rule : {&Grammar::unit_point, &Grammar::day_point}) {
        if (!try_rule(inner, rule)) continue;
        inner.rule = past ? "times.earlier_in" : "times.later_in";
        inner.tense = past ? Tense::past : Tense::future;
        e = inner;
        return true;
    }
    const Term* unit = peek(inner, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit->meaning->number != 1) return false;
    inner.unit = static_cast<Unit>(unit->meaning->value);
    if (inner.unit != Unit::week && inner.unit != Unit::month && inner.unit != Unit::year) return false;
    inner.end = unit->end;
    inner.direction = 0;
    inner.shape = Shape::unit;
    inner.rule = "times.earlier_in";
    e = inner;
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

// "now", "recently", "later". Prepositions of the listed phrase stay outside, but before and after make the
// point.
bool Grammar::reference(Expression& e) const {
    const Term* term = take(e, TermKind::ref);
    if (term == nullptr || term->meaning->weak) return false;
    // "finally" at the head of a clause, "lately" behind a verb.
    const bool head = term->joined || term->first == 0 || !scan_.with(term->first - 1, term->first) ||
                      scan_.word(term->first - 1).kind == WordKind::punctuation;
    if (term->meaning->narrative && head) return false;
    e.shape = Shape::fixed;
    e.text = term->meaning->text;
    e.rule = "times.reference";
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
