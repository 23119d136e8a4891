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
        const Number* number = here(e) ? scan_.number(e.end) : nullptr;
        if (number == nullptr || number->ordinal || number->value < 2) return false;
        e.amount = number->value;
        e.end = number->end;
        const Term* unit = take(e, TermKind::unit);
        return unit != nullptr && unit_in(*unit) == Unit::month && unit->meaning->number != 2;
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

bool Grammar::months_of_the_year(Expression& e) const {
    bool last = false;
    if (!months_counted(e, last) || e.amount >= months_of_year || !particle(e, Particle::from) ||
        !year_any(e))
        return false;
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

// "the third week of 2021": ISO counts them.
bool Grammar::week_of_the_year(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit_in(*unit) != Unit::week || unit->meaning->number != 1)
        return false;
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    if (which == nullptr || !which->ordinal || which->value < 1 || which->value > 53) return false;
    e.end = which->end;
    particle(e, Particle::from);
    if (!year_any(e) || e.narrative || e.date.hijri) return false;
    e.amount = which->value;
    e.unit = Unit::quarter;
    e.text = "W";
    e.shape = Shape::unit;
    e.rule = "times.week_of_year";
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
    if (unit == nullptr || unit->definite || unit->meaning->number != 1 || unit_in(*unit) != Unit::week)
        return false;
    if (!full_date(e) || e.until || e.date.hijri) return false;
    e.text = "week";
    e.rule = "times.week_of_day";
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
