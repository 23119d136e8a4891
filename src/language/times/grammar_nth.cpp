// "the first Friday of July", "the second Sunday of next month", "the last Thursday of November 2020".
#include "language/times/grammar.h"

namespace isnad::times {

// "first Friday", "third day of Friday", "last Thursday".
bool Grammar::nth_ahead(Expression& e) const {
    const Term* mod = peek(e, TermKind::mod);
    const Number* number = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    const bool first = mod != nullptr && mod->words() == 1 && !mod->definite &&
                       (mod->meaning->text == "START" || mod->meaning->text == "END");
    if (number != nullptr && number->ordinal && number->digits == 0 && number->value >= 1 &&
        number->value <= 5 && !definite_word(e.end)) {
        e.nth = static_cast<std::int8_t>(number->value);
        accept(e, *number);
    } else if (first) {
        e.nth = mod->meaning->text == "START" ? 1 : -1;
        accept(e, *mod);
    } else {
        return false;
    }
    take(e, TermKind::day_noun);
    const Term* day = take(e, TermKind::weekday);
    if (day == nullptr) return false;
    e.weekday = static_cast<std::uint8_t>(day->meaning->value);
    return true;
}

// "the second Sunday", "the last Sunday".
bool Grammar::nth_behind(Expression& e) const {
    take(e, TermKind::day_noun);
    const Term* day = take(e, TermKind::weekday);
    if (day == nullptr || !day->definite) return false;
    e.weekday = static_cast<std::uint8_t>(day->meaning->value);
    const Number* number = here(e) ? scan_.number(e.end) : nullptr;
    const Term* last = peek(e, TermKind::direction);
    if (number != nullptr && number->ordinal && number->value >= 1 && number->value <= 5 &&
        definite_word(e.end)) {
        e.nth = static_cast<std::int8_t>(number->value);
        e.end = number->end;
        return true;
    }
    if (last == nullptr || last->meaning->value != -1 || !last->meaning->weak || !last->definite)
        return false;
    e.nth = -1;
    e.end = last->end;
    return true;
}

// The month: by name, "next month", "the month" of the report, or every one.
bool Grammar::month_of_nth(Expression& e) const {
    const std::uint8_t weekday = e.weekday;
    const std::int8_t nth = e.nth;
    Expression month = e;
    month.date = {};
    if (try_rule(month, &Grammar::month_date)) {
        if (month.date.hijri || month.until) return false;
        e = month;
        e.shape = Shape::calendar;
    } else if (try_rule(month, &Grammar::unit_point) && month.unit == Unit::month && !month.narrative) {
        e = month;
    } else if (const Term* every = scan_.term(e.end, TermKind::set);
               every != nullptr && every->meaning->text == "P1M" && every->words() == 2 && every->skip == 0) {
        e.end = every->end;
        e.shape = Shape::fixed;
        e.type = TimexType::set;
        e.text = "P1M";
    } else {
        const Term* unit = peek(e, TermKind::unit);
        if (unit == nullptr || !unit->definite || unit->meaning->number != 1 ||
            static_cast<Unit>(unit->meaning->value) != Unit::month)
            return false;
        e.end = unit->end;
        e.shape = Shape::unit;
        e.unit = Unit::month;
        e.direction = 0;
    }
    e.weekday = weekday;
    e.nth = nth;
    return true;
}

bool Grammar::nth_weekday(Expression& e) const {
    const bool behind = try_rule(e, &Grammar::nth_behind);
    if (!behind && !try_rule(e, &Grammar::nth_ahead)) return false;
    e.rule = "times.nth_weekday";
    const bool of = particle(e, Particle::from) || particle(e, Particle::in);
    if (of) return month_of_nth(e);
    // "Sunday the second" alone: of the month of the report.
    const bool closed = !here(e) || scan_.word(e.end).kind == WordKind::punctuation;
    if (!behind || e.nth < 1 || !closed) return false;
    e.shape = Shape::unit;
    e.unit = Unit::month;
    e.direction = 0;
    e.weight = 0.4F;
    return true;
}

}  // namespace isnad::times
