// Durations, points a duration away from the report ("three days ago"), and repeated times.
#include "language/times/grammar.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::times {
namespace {

namespace l = letters;

Unit unit_of(const Term& term) { return static_cast<Unit>(term.meaning->value); }

}  // namespace

// "3 to 5", "3 and 5": the greater number behind, when a unit follows it.
void Grammar::range_of_numbers(Expression& e, const Number& number) const {
    std::uint32_t second = e.end;
    Lead how = Lead::joined;
    const Particle word = here(e) ? scan_.particle(e.end) : Particle::none;
    if (word == Particle::and_ || word == Particle::to || word == Particle::or_ || sign(e) == '-' ||
        sign(e) == l::en_dash) {
        ++second;
        how = Lead::plain;
    }
    const Number* last = scan_.with(second, e.first) ? scan_.number(second, how) : nullptr;
    const bool range = last != nullptr && !last->ordinal && !number.ordinal && last->amount > number.amount;
    if (range && scan_.with(last->end, e.first) && scan_.term(last->end, TermKind::unit) != nullptr) {
        e.amount_until = last->amount;
        e.end = last->end;
    }
}

// A number, or a word for several, with a unit.
bool Grammar::counted_units(Expression& e) const {
    const Term* several = peek(e, TermKind::several);
    if (several != nullptr) {
        accept(e, *several);
        const Term* unit = take(e, TermKind::unit);
        if (unit == nullptr || unit->meaning->number != 3 || unit->definite) return false;
        e.unit = unit_of(*unit);
        e.vague = true;
        return e.unit != Unit::quarter && e.unit != Unit::season;
    }
    const Number* number = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (number == nullptr || (number->ordinal && number->digits == 0)) return false;
    accept(e, *number);
    e.amount = number->amount;
    e.vague = number->vague;
    range_of_numbers(e, *number);
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->meaning->number == 2 || unit->definite) return false;
    e.unit = unit_of(*unit);
    if (e.unit == Unit::quarter || (e.unit == Unit::season && unit->meaning->weak)) return false;
    if (e.unit == Unit::decade && (e.amount > 10 || unit->meaning->number == 1))
        return false;  // "20 contracts"
    // "1 - 1 on Sunday": the day of a score.
    if (e.unit == Unit::day && unit->meaning->number == 1 && peek(e, TermKind::weekday) != nullptr)
        return false;
    // A year number follows, or the word is a preposition too ("about").
    const Number* after = here(e) ? scan_.number(e.end) : nullptr;
    if (e.unit == Unit::year && unit->meaning->number == 1 && after != nullptr && after->digits == 4)
        return false;
    return !scan_.is_preposition(unit->first);
}

bool Grammar::dual_unit(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->meaning->number != 2 || unit->meaning->weak) return false;
    // "24 cents" is spelled like the two years of something.
    const bool construct =
        utf8::before(scan_.search(unit->end - 1), scan_.search(unit->end - 1).size()).value != l::noon;
    if (construct || (unit->first > 0 && scan_.with(unit->first - 1, unit->first) &&
                      scan_.word(unit->first - 1).kind == WordKind::number))
        return false;
    e.unit = unit_of(*unit);
    e.amount = 2;
    const Number* two = here(e) ? scan_.number(e.end) : nullptr;
    if (two != nullptr && two->value == 2 && two->digits == 0 &&
        scan_.term(e.end, TermKind::weekday) == nullptr)
        e.end = two->end;
    if (unit->definite) return post_direction(e) && (e.several = true);
    return e.unit != Unit::quarter;
}

// "one day", "an hour and a half"; or one unit without a number behind a cue.
bool Grammar::lone_unit(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->meaning->number != 1 || unit->definite) return false;
    e.unit = unit_of(*unit);
    e.amount = 1;
    if (e.unit == Unit::quarter || e.unit == Unit::season || scan_.is_preposition(unit->first)) return false;
    const Term* half = here(e) ? scan_.term(e.end, TermKind::fraction, Lead::joined) : nullptr;
    if (half != nullptr && e.unit != Unit::decade) return true;
    const Number* one = here(e) ? scan_.number(e.end) : nullptr;
    if (one == nullptr || one->value != 1 || one->digits != 0 || one->ordinal) return false;
    e.end = one->end;
    return true;
}

// "half an hour", "a quarter of a century".
bool Grammar::part_of_unit(Expression& e) const {
    const Term* fraction = take(e, TermKind::fraction);
    if (fraction == nullptr || fraction->definite || fraction->adverb) return false;
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->definite || unit->meaning->number != 1) return false;
    e.unit = unit_of(*unit);
    e.amount = fraction->meaning->amount;
    if (e.unit == Unit::hour) return true;
    if (e.unit == Unit::decade || e.unit == Unit::century || e.unit == Unit::year) return e.amount >= 0.25;
    return e.unit == Unit::day && e.amount == 0.5;
}

// "the last few weeks", "the coming seasons".
bool Grammar::vague_period(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->meaning->number != 3 || !unit->definite) return false;
    if (here(e) && definite_word(e.end) && peek(e, TermKind::direction) == nullptr &&
        scan_.number(e.end) == nullptr)
        ++e.end;
    if (!post_direction(e) || e.narrative || *e.direction == 0) return false;
    e.text = *e.direction < 0 ? "PAST_REF" : "FUTURE_REF";
    e.shape = Shape::fixed;
    e.rule = "times.reference";
    return true;
}

// "the last five years", "the coming two days".
bool Grammar::definite_units(Expression& e) const {
    const Number* before = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (before != nullptr && !(before->ordinal && before->digits == 0)) {
        e.amount = before->amount;
        accept(e, *before);
    }
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->meaning->number == 2 ||
        (before != nullptr && unit->definite && unit_of(*unit) > Unit::day))
        return false;
    if (before == nullptr && (unit->meaning->number != 3 || !unit->definite)) return false;
    e.unit = unit_of(*unit);
    if (before == nullptr) {
        const Number* number = here(e) ? scan_.number(e.end) : nullptr;
        if (number == nullptr || (number->ordinal && number->digits == 0) || number->value < 2) return false;
        e.amount = number->amount;
        e.end = number->end;
    }
    return e.unit != Unit::quarter && post_direction(e) && (e.several = true);
}

// What may follow a counted unit: "and a half", "and four months", "approximately".
void Grammar::duration_tail(Expression& e) const {
    const Term* fraction = here(e) ? scan_.term(e.end, TermKind::fraction, Lead::joined) : nullptr;
    if (fraction != nullptr && !e.vague) {
        e.amount += fraction->meaning->amount;
        e.end = fraction->end;
        const Term* again = peek(e, TermKind::unit);
        if (again != nullptr && unit_of(*again) == e.unit && again->meaning->number == 1) e.end = again->end;
    }
    std::uint32_t at = e.end;
    const Lead how = here(e) && scan_.particle(at) == Particle::and_ ? Lead::plain : Lead::joined;
    if (how == Lead::plain) ++at;
    Expression small;
    small.first = e.first;
    small.end = at;
    const Number* number = scan_.with(at, e.first) ? scan_.number(at, how) : nullptr;
    const Term* unit =
        number != nullptr
            ? scan_.with(number->end, e.first) ? scan_.term(number->end, TermKind::unit) : nullptr
        : scan_.with(at, e.first) ? scan_.term(at, TermKind::unit, how)
                                  : nullptr;
    const bool counted = number != nullptr && !number->ordinal && !number->vague && unit != nullptr &&
                         unit->meaning->number != 2;
    const bool dual =
        number == nullptr && unit != nullptr && unit->meaning->number == 2 && !unit->meaning->weak;
    if (!e.vague && unit != nullptr && !unit->definite && unit_of(*unit) < e.unit && (counted || dual)) {
        e.small_unit = unit_of(*unit);
        e.small_amount = dual ? 2 : number->amount;
        e.end = unit->end;
    }
    const Term* mod = peek(e, TermKind::mod);
    if (mod != nullptr && mod->adverb && mod->meaning->text == "APPROX") {
        e.mod = TimexMod::approx;
        e.end = mod->end;
    }
}

bool Grammar::duration(Expression& e) const {
    e.shape = Shape::duration;
    e.type = TimexType::duration;
    e.rule = "times.duration";
    const Term* about = peek(e, TermKind::mod);
    if (about != nullptr && about->meaning->text == "APPROX" && !about->adverb) {
        accept(e, *about);
        e.mod = TimexMod::approx;
    }
    if (try_rule(e, &Grammar::definite_units) || try_rule(e, &Grammar::part_of_unit)) return true;
    if (!try_rule(e, &Grammar::counted_units) && !try_rule(e, &Grammar::dual_unit) &&
        !try_rule(e, &Grammar::lone_unit) && !try_rule(e, &Grammar::duration_after_cue)) {
        return false;
    }
    if (e.several) return true;
    duration_tail(e);
    const Number* number = scan_.number(e.first, Lead::any);
    if (post_direction(e)) {
        e.several = true;
    } else if (number != nullptr && number->ordinal &&
               number->digits != 0) {  // "owner of the 19 years": the article stays outside
        ++e.first;
        e.skip = 0;
    }
    return true;
}

// Whether a cue ends right before a word; "less than" and the like may stand between.
bool Grammar::measured_by_cue(std::uint32_t at) const {
    for (std::uint32_t back = 1; back <= 3 && at >= back && scan_.with(at - back, at); ++back) {
        for (const TermKind kind : {TermKind::since, TermKind::within, TermKind::ago}) {
            const Term* term = scan_.term(at - back, kind, Lead::any);
            if (term != nullptr && term->end == at) return true;
        }
        const Term* about = scan_.term(at - back, TermKind::approximator);
        if (about != nullptr && about->end == at && about->words() > 1 && measured_by_cue(at - back))
            return true;
    }
    return false;
}

// A unit without a number is a duration only behind a word that measures: since, during, for, ago.
bool Grammar::duration_after_cue(Expression& e) const {
    const std::uint32_t at = e.end;
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->definite || unit->meaning->number == 2) return false;
    e.unit = unit_of(*unit);
    if (e.unit == Unit::quarter || e.unit == Unit::season || e.unit == Unit::weekend) return false;
    const bool plural = unit->meaning->number == 3;
    bool cue = e.after_cue || measured_by_cue(at);
    // "for years": li- before an indefinite plural; one spelled like "the most famous" needs a clause end
    // behind it.
    const bool closed = !here(e) || scan_.word(e.end).kind == WordKind::punctuation ||
                        scan_.particle(e.end) != Particle::none;
    const bool li =
        plural && unit->skip != 0 && utf8::at(scan_.search(unit->first), unit->skip - 2u).value == l::lam;
    cue = cue || (li && (closed || (!unit->meaning->weak && !definite_word(e.end))));
    const Term* several = peek(e, TermKind::several);
    const Number* next = here(e) ? scan_.number(e.end) : nullptr;
    if (!cue || (next != nullptr && several == nullptr && !next->ordinal)) return false;
    if (plural && several != nullptr) e.end = several->end;
    if (!plural && unit->meaning->weak && e.unit != Unit::year && e.unit != Unit::hour &&
        e.unit != Unit::century)
        return false;
    if (!plural && scan_.is_preposition(unit->first)) return false;
    e.vague = plural;
    e.amount = 1;
    return true;
}

// "three days ago", "before months". The cue belongs to the point.
bool Grammar::shift(Expression& e) const {
    const Term* cue = peek(e, TermKind::ago);
    e.shape = Shape::shift;
    e.rule = "times.shift";
    if (cue != nullptr && scan_.term(e.end, TermKind::since, Lead::any) == nullptr &&
        scan_.particle(cue->first) == Particle::before) {
        accept(e, *cue);
        e.after_cue = true;
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
    if (one == nullptr || one->definite || one->meaning->number != 1 || unit_of(*one) == Unit::quarter ||
        unit_of(*one) == Unit::season)
        return false;
    if (unit_of(*one) == Unit::decade) return false;
    e.end = one->end;
    e.unit = unit_of(*one);
    e.amount = 1;
    e.shape = Shape::duration;
    return true;
}

bool Grammar::set(Expression& e) const {
    const Term* term = take(e, TermKind::set);
    if (term == nullptr || !term->meaning->text.starts_with("P")) return false;
    const bool phrase = term->words() > 1 && scan_.particle(term->first) != Particle::in && !term->definite;
    if (term->meaning->weak && !phrase && !term->adverb) return false;
    e.shape = Shape::fixed;
    e.type = TimexType::set;
    e.text = term->meaning->text;
    e.rule = "times.set";
    return true;
}

}  // namespace isnad::times
