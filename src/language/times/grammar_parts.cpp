// Parts of the day that stand without a day.
#include "language/times/grammar.h"
#include "text/letters.h"

namespace isnad::times {

// Whether a preposition of time stands in front: in, since, until, before, after.
bool Grammar::behind_preposition(const Expression& e) const {
    for (const Particle word :
         {Particle::in, Particle::until, Particle::since, Particle::before, Particle::after}) {
        if (before_is(e, word)) return true;
    }
    const Term* cue = e.first > 0 && scan_.with(e.first - 1, e.first)
                          ? scan_.term(e.first - 1, TermKind::mod, Lead::any)
                          : nullptr;
    if (cue != nullptr && (cue->meaning->text == "BEFORE" || cue->meaning->text == "AFTER")) return true;
    const Term* during = e.first > 0 && scan_.with(e.first - 1, e.first)
                             ? scan_.term(e.first - 1, TermKind::within, Lead::any)
                             : nullptr;
    const Term* whole = during == nullptr && e.first > 0 && scan_.with(e.first - 1, e.first)
                            ? scan_.term(e.first - 1, TermKind::since, Lead::any)
                            : nullptr;
    return (during != nullptr && during->end == e.first) ||
           (whole != nullptr && whole->end == e.first && whole->meaning->text == "whole");
}

// "at the end of the morning", "early in the night": the part, with what of it is meant.
bool Grammar::part_of_part(Expression& e) const {
    const Term* mod = take(e, TermKind::mod);
    const Term* listed = scan_.term(e.first, TermKind::part, Lead::any);  // "midnight", "midday"
    if (mod == nullptr || mod->definite || mod->words() != 1 || (listed != nullptr && listed->words() > 1))
        return false;
    const std::string_view text = mod->meaning->text;
    if (text != "START" && text != "MID" && text != "END") return false;
    const Term* part = take(e, TermKind::part);
    if (part == nullptr || !part->definite || part->words() != 1 || (here(e) && definite_word(e.end)))
        return false;
    const std::string_view which = part->meaning->text;
    if (part->meaning->weak && which != "MI" && which != "DT") return false;  // prayers and a country
    e.mod = text == "START" ? TimexMod::start : text == "MID" ? TimexMod::mid : TimexMod::end;
    e.part = which;
    e.shape = Shape::part;
    e.type = TimexType::time;
    e.rule = "times.part_of_part";
    return true;
}

// "at dawn", "in the early hours of the morning": a time of the day whose day is not told.
bool Grammar::part_alone(Expression& e) const {
    if (try_rule(e, &Grammar::part_of_part)) return true;
    const Term* term = take(e, TermKind::part);
    if (term == nullptr) return false;
    const bool phrase = term->words() > 1 && scan_.particle(e.end - 1) != Particle::from &&
                        scan_.particle(term->first) != Particle::before &&
                        scan_.particle(term->first) != Particle::after;
    if (phrase && scan_.term(e.end - 1, TermKind::weekday) != nullptr) return false;  // the prayer of Friday
    Expression timed = e;
    timed.shape = Shape::part;
    timed.part = term->meaning->text;
    trailing_clock(timed);
    const bool evening = term->meaning->weak && term->words() == 1 && term->meaning->text == "EV";
    if (timed.clock && term->meaning->text != "DT" && !evening) {  // "in the afternoon at 7:00"
        e = std::move(timed);
        e.shape = Shape::clock;
        e.type = TimexType::time;
        e.rule = "times.part_of_day";
        return true;
    }
    Expression whole = e;
    whole.end = whole.first;
    const bool in = behind_preposition(e);
    if (phrase && part_in_phrase(whole) && whole.end > e.end) {
        e = whole;
    } else if (!phrase && !(term->adverb && !term->meaning->weak)) {
        // "in the morning": the definite part needs its preposition.
        if (!in || !part_in_phrase(whole) || is_bound(whole)) return false;
        e = whole;
    } else {
        e.part = term->meaning->text;
    }
    e.shape = Shape::part;
    e.type = TimexType::time;
    e.rule = "times.part_of_day";
    trailing_clock(e);
    if (e.clock) e.shape = Shape::clock;
    return true;
}

}  // namespace isnad::times
