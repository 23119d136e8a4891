// Stretches of a year or month: "the first three months of this year", "the third week of 2021", "the week of
// 16 September".
#include "language/times/grammar.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::times {
namespace {

Unit unit_in(const Term& term) { return static_cast<Unit>(term.meaning->value); }

constexpr int months_of_year = 12;

}  // namespace

// "during the year": the current one, behind a word that means the inside of it.
bool Grammar::unit_inside(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit->meaning->number != 1 || unit->skip != 0 || e.first == 0 ||
        !scan_.with(e.first - 1, e.first))
        return false;
    const Unit what = unit_in(*unit);
    if (what != Unit::week && what != Unit::month && what != Unit::year) return false;
    const Term* cue = scan_.term(e.first - 1, TermKind::within, Lead::any);
    const Particle word = scan_.particle(e.first - 1);
    if (cue == nullptr || cue->end != e.first || word == Particle::after || word == Particle::before)
        return false;
    if (here(e) && (definite_word(e.end) || scan_.number(e.end) != nullptr)) return false;
    e.unit = what;
    e.direction = 0;
    e.shape = Shape::unit;
    e.rule = "times.unit.current";
    e.weight = 0.6F;
    return true;
}

// The year behind a part of it: "of 2023", "of last year", "for the year 2023" (li-), "2023" alone.
bool Grammar::year_behind(Expression& e) const {
    if (particle(e, Particle::from) || particle(e, Particle::in)) return year_any(e);
    if (!here(e)) return false;
    const Number* number = scan_.number(e.end);
    if (number != nullptr && number->digits == 4 && number->value >= 1900 && number->value <= 2100) {
        e.date.year = number->value;
        e.end = number->end;
        return true;
    }
    if (try_rule(e, &Grammar::year_with_li)) return true;
    Expression said = e;
    if (!try_rule(said, &Grammar::unit_point) || said.unit != Unit::year || said.narrative) return false;
    e.end = said.end;
    e.direction = said.direction;
    e.date.year = said.date.year;
    return true;
}

// "for the year 2016", "for last year".
bool Grammar::year_with_li(Expression& e) const {
    const Term* noun = scan_.term(e.end, TermKind::year_noun, Lead::any);
    if (noun == nullptr || noun->skip == 0 || noun->words() > 2 ||
        utf8::at(scan_.search(e.end), 0).value != letters::lam)
        return false;
    e.end = noun->end;
    Expression year = e;
    if (year_number(year, true)) {
        e.end = year.end;
        e.date = year.date;
        return !e.date.hijri;
    }
    if (!noun->definite || !post_direction(e) || e.narrative) return false;
    year_in_digits(e);
    return true;
}

// "2016, the third quarter".
bool Grammar::quarter_behind_year(Expression& e) const {
    const Number* year = here(e) ? scan_.number(e.end, Lead::any) : nullptr;
    if (year == nullptr || year->digits != 4 || year->value < 1900 || year->value > 2100) return false;
    accept(e, *year);
    comma(e);
    const Term* part = peek(e, TermKind::fraction);
    const bool half = part != nullptr && part->meaning->amount == 0.5;
    if (part == nullptr || !part->definite || (!half && part->meaning->amount != 0.25)) return false;
    e.end = part->end;
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    if (which == nullptr || !which->ordinal || which->value < 1 || which->value > (half ? 2 : 4))
        return false;
    e.end = which->end;
    if (here(e) && scan_.particle(e.end) == Particle::from) return false;
    e.date.year = year->value;
    e.shape = Shape::unit;
    e.unit = Unit::quarter;
    e.amount = which->value;
    e.text = half ? "H" : "Q";
    e.rule = "times.quarter";
    return true;
}

// A year by any words: its number, "this year", or "the year" alone.
bool Grammar::year_any(Expression& e) const {
    Expression out = e;
    out.date = {};
    const Term* bare = peek(out, TermKind::unit);
    if (!try_rule(out, &Grammar::year) && !(try_rule(out, &Grammar::unit_point) && out.unit == Unit::year)) {
        if (bare == nullptr || !bare->definite || unit_in(*bare) != Unit::year || bare->meaning->number != 1)
            return false;
        out.end = bare->end;
        out.direction = 0;
    }
    e.end = out.end;
    e.date.year = out.date.year;
    e.date.hijri = out.date.hijri;
    e.direction = out.direction;
    e.narrative = out.narrative;
    return true;
}

// "the first three months of", "the last six months of", "first 9 months of": how many, and from which end.
bool Grammar::months_counted(Expression& e, bool& last) const {
    const Term* first = peek(e, TermKind::mod);
    if (first != nullptr && !first->definite && first->words() == 1 &&
        (first->meaning->text == "START" || first->meaning->text == "END")) {
        last = first->meaning->text == "END";
        accept(e, *first);
        const Term* dual = peek(e, TermKind::unit);
        if (dual != nullptr && dual->meaning->number == 2 && unit_in(*dual) == Unit::month) {
            e.amount = 2;  // "the first two months"
            e.end = dual->end;
            return true;
        }
        const Number* number = here(e) ? scan_.number(e.end) : nullptr;
        if (number == nullptr || number->ordinal || number->value < 2) return false;
        e.amount = number->value;
        e.end = number->end;
        const Term* unit = take(e, TermKind::unit);
        return unit != nullptr && unit_in(*unit) == Unit::month && unit->meaning->number != 2;
    }
    const Number* many = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (many != nullptr && !many->ordinal && many->value >= 3 && definite_word(e.end)) {
        accept(e, *many);  // "the nine months"
        const Term* months = take(e, TermKind::unit);
        if (months == nullptr || months->definite || unit_in(*months) != Unit::month) return false;
        e.amount = many->value;
        return months_end(e, last);
    }
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit_in(*unit) != Unit::month || unit->meaning->number == 1)
        return false;
    e.amount = 2;
    if (unit->meaning->number == 3) {
        const Number* number = here(e) ? scan_.number(e.end) : nullptr;
        if (number == nullptr || number->value < 2) return false;
        e.amount = number->value;
        e.end = number->end;
    }
    return months_end(e, last);
}

// Behind the months: "first" or "last".
bool Grammar::months_end(Expression& e, bool& last) const {
    const Term* which = here(e) ? scan_.term(e.end, TermKind::direction) : nullptr;
    const Number* ordinal = here(e) ? scan_.number(e.end) : nullptr;
    if (which != nullptr && which->meaning->value == -1 && which->meaning->weak && which->definite) {
        last = true;
        e.end = which->end;
        return true;
    }
    if (ordinal == nullptr || ordinal->value != 1 || !definite_word(e.end)) return false;
    e.end = ordinal->end;
    return true;
}

// "the third month of 2018".
bool Grammar::month_counted(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit->meaning->number != 1 || unit_in(*unit) != Unit::month)
        return false;
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    if (which == nullptr || !which->ordinal || which->value < 1 || which->value > months_of_year)
        return false;
    e.end = which->end;
    if (!year_behind(e) || e.narrative || e.date.hijri) return false;
    e.date.month = static_cast<std::uint8_t>(which->value);
    if (e.date.year == 0) e.unit = Unit::year;
    if (e.date.year != 0) e.direction.reset();
    e.rule = "times.month.counted";
    return true;
}

bool Grammar::months_of_the_year(Expression& e) const {
    bool last = false;
    if (try_rule(e, &Grammar::month_counted)) return true;
    if (!months_counted(e, last) || e.amount >= months_of_year || !year_behind(e)) return false;
    if (e.date.hijri) return false;
    const int months = static_cast<int>(e.amount);
    const int first = last ? months_of_year - months + 1 : 1;
    if (months == 3 || months == 6) {  // a quarter or half by another name
        e.shape = Shape::unit;
        e.unit = Unit::quarter;
        e.text = months == 3 ? "Q" : "H";
        e.amount = last ? months_of_year / months : 1;
        e.rule = "times.months_of_year";
        return !e.narrative;
    }
    e.date.month = static_cast<std::uint8_t>(first);
    e.date.day = 0;
    e.until = NamedDate{e.date.year, static_cast<std::uint8_t>(first + months - 1), 0, false};
    e.shape = Shape::calendar;
    e.unit = Unit::year;
    if (e.date.year != 0) e.direction.reset();
    e.rule = "times.months_of_year";
    return !e.narrative;
}

// "the third week of 2021", "the last week of 2021", "first week of": ISO counts them.
bool Grammar::week_of_the_year(Expression& e) const {
    const Term* ahead = peek(e, TermKind::mod);
    const bool construct = ahead != nullptr && ahead->words() == 1 && !ahead->definite &&
                           (ahead->meaning->text == "START" || ahead->meaning->text == "END");
    if (construct) accept(e, *ahead);
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->definite == construct || unit_in(*unit) != Unit::week ||
        unit->meaning->number != 1)
        return false;
    constexpr int last_week = -1;
    if (construct) {
        e.amount = ahead->meaning->text == "END" ? last_week : 1;
    } else if (!week_counted(e)) {
        return false;
    }
    if (!year_behind(e) || e.narrative || e.date.hijri) return false;
    e.unit = Unit::quarter;
    e.text = "W";
    e.shape = Shape::unit;
    e.rule = "times.week_of_year";
    return true;
}

// Behind the word for week: "third", or "last" (-1).
bool Grammar::week_counted(Expression& e) const {
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    if (which != nullptr && which->ordinal && which->value >= 1 && which->value <= 53) {
        e.amount = which->value;
        e.end = which->end;
        return true;
    }
    const Term* last = peek(e, TermKind::direction);
    if (last == nullptr || last->meaning->value != -1 || !last->meaning->weak || !last->definite)
        return false;
    e.amount = -1;
    e.end = last->end;
    return true;
}

// "the last quarter", "the current financial quarter": of the calendar, counted from the report.
bool Grammar::quarter_told(Expression& e) const {
    const Term* quarter = take(e, TermKind::fraction);
    if (quarter == nullptr || !quarter->definite || quarter->meaning->amount != 0.25) return false;
    if (here(e) && definite_word(e.end) && peek(e, TermKind::direction) == nullptr &&
        scan_.number(e.end) == nullptr && scan_.particle(e.end) == Particle::none)
        ++e.end;
    const Term* direction = here(e) ? scan_.term(e.end, TermKind::direction) : nullptr;
    if (direction == nullptr || !direction->definite || direction->meaning->narrative || !post_direction(e))
        return false;
    // "the last quarter" of something is the fourth.
    if (direction->meaning->weak && *e.direction < 0) return false;
    e.shape = Shape::unit;
    e.unit = Unit::quarter;
    e.text = "Q";
    e.amount = 0;
    e.rule = "times.quarter";
    return true;
}

// "the week of 16 September".
bool Grammar::week_of_day(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->meaning->number != 1 || unit_in(*unit) != Unit::week) return false;
    const bool in = particle(e, Particle::in) || particle(e, Particle::from);
    if (in != unit->definite) return false;  // "the week in 15 September"
    if (!full_date(e) || e.until || e.date.hijri) return false;
    e.text = "week";
    e.rule = "times.week_of_day";
    return true;
}

// "earlier this month", "later on Tuesday": the period is the value.
bool Grammar::earlier_in(Expression& e) const {
    const Term* term = nullptr;
    for (std::uint32_t words = 1; words <= 3; ++words) {
        if (const Term* shorter = scan_.term_of(e.end, TermKind::ref, words)) term = shorter;
    }
    if (term == nullptr || term->definite) return false;
    const bool past = term->meaning->text == "PAST_REF";
    if (!past && term->meaning->text != "FUTURE_REF") return false;
    if (term->words() > 1 && scan_.particle(term->first) != Particle::none) return false;
    Expression inner = e;
    accept(inner, *term);
    if (term->words() < 2) {  // "later this week", "later in this month"
        if (!term->adverb) return false;
        particle(inner, Particle::in);
        if (here(inner) && scan_.demonstrative(inner.end, Lead::plain) == nullptr) return false;
    }
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

// "in the autumn", "the middle of the summer": the season of the year of the report, or of any year.
bool Grammar::season_alone(Expression& e) const {
    const Term* term = take(e, TermKind::season);
    if (term != nullptr && (term->meaning->weak || term->words() > 1) && e.mod == TimexMod::none &&
        !behind_preposition(e))
        return false;
    if (term == nullptr || !term->definite || (here(e) && definite_word(e.end))) return false;
    e.shape = Shape::season;
    e.text = term->meaning->text;
    if (e.mod != TimexMod::none) e.direction = 0;
    e.rule = "times.season";
    return true;
}

}  // namespace isnad::times
