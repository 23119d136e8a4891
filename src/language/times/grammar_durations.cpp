// Durations.
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
        const bool carried =
            last->scale > 1 && number.scale == 1 && number.amount * last->scale < last->amount;
        if (carried) e.amount *= last->scale;  // "five to six million years"
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
        e.amount = 1;
        return e.unit != Unit::quarter && e.unit != Unit::season;
    }
    const Number* number = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (number == nullptr || (number->ordinal && number->digits == 0)) return false;
    accept(e, *number);
    e.amount = number->amount;
    e.vague = number->vague;
    range_of_numbers(e, *number);
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->meaning->number == 2) return false;
    // "for 3 the hours": digits with the definite plural, behind a word that measures.
    // And "thousands of years", whose unit is definite.
    const bool ages = number->vague && unit->meaning->number == 3 && unit_of(*unit) > Unit::night &&
                      (e.after_cue || number->skip != 0 || measured_by_cue(e.first));
    if (unit->definite && !ages &&
        !(number->digits != 0 && unit->meaning->number == 3 && measured_by_cue(e.first)))
        return false;
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
    const Term* adjective = here(e) ? scan_.term(e.end, TermKind::many) : nullptr;
    const bool other = adjective != nullptr && adjective->meaning->text == "other";  // "another hour"
    if (other && (e.unit == Unit::day || e.unit == Unit::night)) return false;
    if (other) return e.unit <= Unit::century;
    if (adjective != nullptr && adjective->words() == 2) {  // "a decade of time"
        e.end = adjective->end;
        return true;
    }
    if (e.unit >= Unit::hour && e.unit <= Unit::century && long_adjective(e)) return true;  // "a whole year"
    const Number* one = here(e) ? scan_.number(e.end) : nullptr;
    const bool is_one = one != nullptr && one->value == 1 && one->digits == 0 && !one->ordinal;
    if (!is_one)  // "is out for a week", in the accusative
        return unit->adverb && (e.unit == Unit::week || e.unit == Unit::month);
    e.end = one->end;
    return true;
}

// "half an hour", "a quarter of a century".
bool Grammar::part_of_unit(Expression& e) const {
    const Term* fraction = take(e, TermKind::fraction);
    if (fraction == nullptr || fraction->definite || fraction->adverb) return false;
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->meaning->number != 1 || (unit->definite && unit_of(*unit) > Unit::hour))
        return false;
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
    if (!post_direction(e) || *e.direction == 0) return false;
    if (e.narrative) {  // "the following years"
        e.unit = unit_of(*unit);
        e.vague = true;
        e.shape = Shape::duration;
        e.type = TimexType::duration;
        e.rule = "times.duration";
        e.direction.reset();
        return true;
    }
    Expression whole = e;
    if (*e.direction < 0 && particle(whole, Particle::from) && century(whole) && !whole.text.empty()) {
        e = whole;
        e.mod = TimexMod::end;
        e.direction.reset();
        return true;
    }
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
        (before != nullptr && unit->definite && unit_of(*unit) > Unit::day &&
         (unit->meaning->number == 1 || before->digits == 0)))
        return false;
    if (before == nullptr && (unit->meaning->number != 3 || !unit->definite)) return false;
    e.unit = unit_of(*unit);
    if (before == nullptr) {
        const Number* number = here(e) ? scan_.number(e.end) : nullptr;
        if (number == nullptr || (number->ordinal && number->digits == 0) || number->value < 2) return false;
        e.amount = number->amount;
        e.end = number->end;
        const Number* more =
            here(e) && scan_.particle(e.end) == Particle::or_ && scan_.with(e.end + 1, e.first)
                ? scan_.number(e.end + 1)
                : nullptr;  // "the next three or four years"
        if (more != nullptr && more->amount > e.amount) {
            e.amount_until = more->amount;
            e.end = more->end;
        }
    }
    return e.unit != Unit::quarter && post_direction(e) && (e.several = true);
}

// "and four months", "and one day": another unit that the duration does not have yet.
bool Grammar::further_unit(Expression& e, Expression::Rest& rest) const {
    if (e.vague || !here(e)) return false;
    const bool lone_waw = scan_.particle(e.end) == Particle::and_ && scan_.search(e.end).size() == 2;
    const char32_t c = sign(e);
    const bool list = c == ',' || c == l::comma;
    const std::uint32_t at = e.end + (lone_waw || list ? 1u : 0u);
    // "3 years 4 months", "1 hour, 30 minutes": without "and" when the next unit is smaller.
    const bool plain = list || (!lone_waw && scan_.with(at, e.first) && scan_.number(at) != nullptr);
    const Lead how = lone_waw || plain ? Lead::plain : Lead::joined;
    const Number* number = scan_.with(at, e.first) ? scan_.number(at, how) : nullptr;
    if (plain && number == nullptr) return false;
    if (number != nullptr && (number->ordinal || number->vague || !scan_.with(number->end, e.first)))
        return false;
    const Term* unit = number != nullptr         ? scan_.term(number->end, TermKind::unit)
                       : scan_.with(at, e.first) ? scan_.term(at, TermKind::unit, how)
                                                 : nullptr;
    if (unit == nullptr || unit->definite || unit_of(*unit) > Unit::year || unit_of(*unit) == Unit::quarter)
        return false;
    if (unit_of(*unit) == e.unit) return false;
    if (plain && (unit_of(*unit) > e.unit || number->vague || number->amount >= 60)) return false;
    for (const Expression::Rest& other : e.rest) {
        if (other.unit == unit_of(*unit)) return false;
    }
    const bool dual = unit->meaning->number == 2;
    const Number* one = scan_.with(unit->end, e.first) ? scan_.number(unit->end) : nullptr;
    const bool single = unit->meaning->number == 1 && one != nullptr && one->value == 1 && one->digits == 0 &&
                        !one->ordinal && !one->skip;
    if (number != nullptr ? dual : !(single || (dual && !unit->meaning->weak))) return false;
    rest = {unit_of(*unit), number != nullptr ? number->amount : dual ? 2.0 : 1.0};
    e.end = number == nullptr && single ? one->end : unit->end;
    return true;
}

// What may follow a counted unit: "and a half", "and four months", "approximately".
void Grammar::duration_tail(Expression& e) const {
    const Term* fraction = here(e) ? scan_.term(e.end, TermKind::fraction, Lead::joined) : nullptr;
    const Term* counted = fraction != nullptr && scan_.with(fraction->end, e.first)
                              ? scan_.term(fraction->end, TermKind::unit)
                              : nullptr;  // "seven hours and five minutes": spelled like a fifth
    const bool number = counted != nullptr && !counted->definite && unit_of(*counted) < e.unit;
    if (fraction != nullptr && !e.vague && !number) {
        e.amount += fraction->meaning->amount;
        e.end = fraction->end;
        const Term* again = peek(e, TermKind::unit);
        if (again != nullptr && unit_of(*again) == e.unit && again->meaning->number == 1) e.end = again->end;
    }
    for (Expression::Rest& rest : e.rest) {
        if (!further_unit(e, rest)) break;
    }
    const Term* of_time = peek(e, TermKind::many);  // "a decade of time"
    if (of_time != nullptr && of_time->words() == 2) e.end = of_time->end;
    const Term* mod = peek(e, TermKind::mod);
    if (mod != nullptr && mod->adverb && mod->meaning->text == "APPROX") {
        e.mod = TimexMod::approx;
        e.end = mod->end;
    }
}

// "the last three years", "the first two days" with the word for first or last in front.
bool Grammar::units_at_end(Expression& e) const {
    const Term* mod = peek(e, TermKind::mod);
    const bool end =
        mod != nullptr && mod->words() == 1 && !mod->definite &&
        (mod->meaning->text == "START" || mod->meaning->text == "END") &&
        (scan_.particle(mod->first) == Particle::none || scan_.particle(mod->first) == Particle::other);
    if (!end) return false;
    accept(e, *mod);
    const Number* many = here(e) ? scan_.number(e.end) : nullptr;
    if (many == nullptr) return try_rule(e, &Grammar::dual_unit) && !e.several;
    return !many->ordinal && !many->vague && many->value >= 2 && try_rule(e, &Grammar::counted_units);
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
    if (about == nullptr && try_rule(e, &Grammar::units_at_end)) return true;
    const Term* hedge =
        about == nullptr && here(e) ? scan_.term(e.end, TermKind::approximator, lead(e)) : nullptr;
    if (hedge != nullptr && hedge->words() > 1) {  // "less than ten years"
        accept(e, *hedge);
        e.hedged = true;
    }
    if (try_rule(e, &Grammar::definite_units) || try_rule(e, &Grammar::part_of_unit) ||
        try_rule(e, &Grammar::whole_unit))
        return true;
    if (!try_rule(e, &Grammar::counted_units) && !try_rule(e, &Grammar::dual_unit) &&
        !try_rule(e, &Grammar::lone_unit) && !try_rule(e, &Grammar::duration_after_cue)) {
        return false;
    }
    if (e.several) return true;
    duration_tail(e);
    if (long_adjective(e)) ++e.end;  // "three whole years"
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

// "throughout the year": the length of the unit, behind a cue that says all of it.
bool Grammar::whole_unit(Expression& e) const {
    const std::uint32_t at = e.end;
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit->meaning->number != 1 || unit_of(*unit) < Unit::day ||
        unit_of(*unit) > Unit::year || at == 0 || !scan_.with(at - 1, at))
        return false;
    const Term* cue = nullptr;
    for (std::uint32_t back = 1; back <= 2 && at >= back && scan_.with(at - back, at); ++back) {
        const Term* term = scan_.term(at - back, TermKind::since, Lead::any);
        if (term != nullptr && term->end == at && term->meaning->text == "whole") cue = term;
    }
    if (cue == nullptr || peek(e, TermKind::direction) != nullptr) return false;
    const Term* behind = here(e) ? scan_.term(e.end, TermKind::particle) : nullptr;
    if (behind != nullptr && behind->meaning->before) return false;
    const Number* number = here(e) ? scan_.number(e.end) : nullptr;
    if (number != nullptr || peek(e, TermKind::season) != nullptr) return false;
    e.unit = unit_of(*unit);
    e.amount = 1;
    return e.several = true;
}

// Whether a cue ends right before a word; "less than" and the like may stand between.
bool Grammar::measured_by_cue(std::uint32_t at) const {
    for (std::uint32_t back = 1; back <= 3 && at >= back && scan_.with(at - back, at); ++back) {
        for (const TermKind kind : {TermKind::since, TermKind::within, TermKind::ago, TermKind::lasting}) {
            const Term* term = scan_.term(at - back, kind, Lead::any);
            if (term != nullptr && term->end == at) return true;
        }
        // "the trial took years": the subject may stand between.
        const Term* lasting = scan_.term(at - back, TermKind::lasting, Lead::any);
        if (lasting != nullptr && lasting->end + 1 == at && definite_word(at - 1)) return true;
        const Term* about = scan_.term(at - back, TermKind::approximator);
        if (about != nullptr && about->end == at && about->words() > 1 && measured_by_cue(at - back))
            return true;
    }
    return false;
}

// "long", "many", "few" behind a plural unit: they belong to the duration.
bool Grammar::long_adjective(const Expression& e) const {
    const Term* term = here(e) ? scan_.term(e.end, TermKind::many) : nullptr;
    return term != nullptr && term->words() == 1;
}

// A unit without a number is a duration only behind a word that measures: since, during, for, ago.
bool Grammar::duration_after_cue(Expression& e) const {
    const std::uint32_t at = e.end;
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || unit->definite || unit->meaning->number == 2) return false;
    e.unit = unit_of(*unit);
    if (e.unit == Unit::quarter || e.unit == Unit::season || e.unit == Unit::weekend) return false;
    const bool plural = unit->meaning->number == 3;
    const Term* counted = peek(e, TermKind::several);
    bool cue = e.after_cue || e.hedged || measured_by_cue(at) ||
               (plural && (long_adjective(e) || (counted != nullptr && counted->words() == 1)));
    // "for years": li- before an indefinite plural; one spelled like "the most famous" needs a clause end
    // behind it.
    const bool closed = !here(e) || scan_.word(e.end).kind == WordKind::punctuation ||
                        scan_.particle(e.end) != Particle::none;
    // "for years", "by months": li- or bi- before an indefinite plural.
    const char32_t preposition =
        unit->skip != 0 ? utf8::at(scan_.search(unit->first), unit->skip - 2u).value : char32_t{0};
    const bool li = plural && (preposition == l::lam || preposition == l::beh);
    cue = cue || (li && (closed || (!unit->meaning->weak && !definite_word(e.end))));
    const Term* several = peek(e, TermKind::several);
    const Number* next = here(e) ? scan_.number(e.end) : nullptr;
    if (!cue || (next != nullptr && several == nullptr && !next->ordinal)) return false;
    if (plural && several != nullptr) e.end = several->end;
    if (plural && several == nullptr && long_adjective(e)) ++e.end;
    if (!plural && unit->meaning->weak && e.unit != Unit::year && e.unit != Unit::hour &&
        e.unit != Unit::century && !(e.unit == Unit::decade && closed))
        return false;
    if (!plural && scan_.is_preposition(unit->first)) return false;
    e.vague = plural;
    e.amount = 1;
    return true;
}

}  // namespace isnad::times
