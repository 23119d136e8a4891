// Points a duration away from the report ("three days ago"), and repeated times.
#include "language/times/grammar.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::times {
namespace {

Unit unit_of_set(const Term& term) { return static_cast<Unit>(term.meaning->value); }

}  // namespace

// "three days ago", "before months". The cue belongs to the point.
bool Grammar::shift(Expression& e) const {
    const Term* cue = peek(e, TermKind::ago);
    e.shape = Shape::shift;
    e.rule = "times.shift";
    if (cue != nullptr && scan_.term(e.end, TermKind::since, Lead::any) == nullptr &&
        scan_.particle(cue->first) == Particle::before) {
        accept(e, *cue);
        e.after_cue = true;
        e.cue_end = cue->first + 1;
        if (!duration(e) || e.several) return false;
        e.amount = -e.amount;
        const Term* about = cue->words() > 1 ? scan_.term(cue->first + 1, TermKind::mod) : nullptr;
        if (about != nullptr && about->meaning->text == "APPROX") e.mod = TimexMod::approx;
        const Term* past = here(e) ? scan_.term(e.end, TermKind::direction) : nullptr;
        if (past != nullptr && past->meaning->value == -1 && !past->definite) e.end = past->end;
    } else {
        // "3 hours ago", as English pages write it.
        if (!counted_units(e) || scan_.word(e.end - 1).kind != WordKind::foreign ||
            peek(e, TermKind::ago) == nullptr)
            return false;
        take(e, TermKind::ago);
        e.amount = -e.amount;
    }
    shift_origin(e);
    e.rule = "times.shift.ago";
    return true;
}

// What a shift counts from: "from now", or "from" an event of the story.
void Grammar::shift_origin(Expression& e) const {
    e.shape = Shape::shift;
    e.type = TimexType::date;
    // An adjective may stand between: "a few days before".
    const std::uint32_t at =
        e.vague && here(e) && scan_.particle(e.end) == Particle::none && !scan_.interesting(e.end) ? e.end + 1
                                                                                                   : e.end;
    if (!scan_.with(at, e.first)) return;
    const Particle next = scan_.particle(at, Lead::plain);
    if (next == Particle::in && at == e.end &&
        scan_.with(at + 1, e.first)) {  // "after 4 weeks in the future"
        const Term* ahead = scan_.term_of(at, TermKind::ref, 2);
        const bool future = ahead != nullptr && ahead->meaning->text == "FUTURE_REF" && e.amount > 0;
        if (future) e.end = ahead->end;
        if (future) e.tense = Tense::future;
        return;
    }
    if (next != Particle::from && next != Particle::on) return;
    const Term* now =
        at == e.end && scan_.with(at + 1, e.first) ? scan_.term(at + 1, TermKind::ref) : nullptr;
    if (now != nullptr && now->meaning->text == "PRESENT_REF") {
        e.end = now->end;
        if (e.amount > 0) e.tense = Tense::future;
    } else {
        e.narrative = true;
    }
}

// "after two months": from the report when the clause looks ahead, from the story otherwise.
bool Grammar::shift_after(Expression& e) const {
    const Term* cue = peek(e, TermKind::particle);
    if (cue == nullptr || static_cast<Particle>(cue->meaning->value) != Particle::after || cue->words() != 1)
        return false;
    // "year after year".
    const Term* same = e.end > 0 && scan_.with(e.end - 1, e.end)
                           ? scan_.term(e.end - 1, TermKind::unit, Lead::any)
                           : nullptr;
    const Term* unit = scan_.term(cue->end, TermKind::unit);
    if (same != nullptr && unit != nullptr && same->meaning->value == unit->meaning->value) return false;
    accept(e, *cue);
    e.after_cue = true;
    e.cue_end = cue->end;
    if (!duration(e) || e.several) return false;
    shift_origin(e);
    e.rule = "times.shift.after";
    return true;
}

bool Grammar::every(Expression& e) const {
    const Term* cue = take(e, TermKind::every);
    if (cue == nullptr || cue->skip > 2) return false;
    e.type = TimexType::set;
    e.rule = "times.set";
    Expression unit = e;
    if (try_rule(unit, &Grammar::counted_units) || try_rule(unit, &Grammar::dual_unit)) {
        e = unit;
        e.shape = Shape::duration;
        return !e.several;
    }
    const Term* one = peek(e, TermKind::unit);
    if (one == nullptr || one->definite || one->meaning->number != 1 || unit_of_set(*one) == Unit::quarter ||
        unit_of_set(*one) == Unit::season)
        return false;
    if (unit_of_set(*one) == Unit::decade) return false;
    e.end = one->end;
    e.unit = unit_of_set(*one);
    e.amount = 1;
    e.shape = Shape::duration;
    return true;
}

bool Grammar::set(Expression& e) const {
    const Term* term = take(e, TermKind::set);
    if (term == nullptr || !(term->meaning->text.starts_with("P") || term->meaning->text.starts_with("X")))
        return false;
    const bool phrase = term->words() > 1 && (term->skip == 0 || term->joined) &&
                        scan_.particle(term->first) != Particle::in && !term->definite;
    // "daily", "annual" as adjectives repeat too.
    if (term->meaning->weak && !phrase && !term->adverb && term->words() > 1) return false;
    e.shape = Shape::fixed;
    e.type = TimexType::set;
    e.text = term->meaning->text;
    e.rule = "times.set";
    return true;
}

}  // namespace isnad::times
