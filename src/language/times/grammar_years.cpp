// Years: behind a month, behind the word "year", and four digits alone.
#include "language/times/grammar.h"
#include "text/letters.h"

namespace isnad::times {
namespace {

namespace l = letters;

constexpr int earliest_year = 1000, last_year = 2999;
constexpr int last_hijri_year = 1600;
constexpr int first_bare_year = 1800, last_bare_year = 2100;

using letters::is_dash;

}  // namespace

// "the year (1990)".
bool Grammar::bracketed_year(Expression& e) const {
    if (sign(e) != '(' || !scan_.with(e.end + 2, e.first)) return false;
    const Number* number = scan_.number(e.end + 1);
    if (number == nullptr || number->digits != 4 || number->value < earliest_year ||
        number->value > last_year || scan_.sign(number->end) != ')')
        return false;
    e.date.year = number->value;
    e.end = number->end + 1;
    return true;
}

// "the year 98": two digits that nothing is counted by.
bool Grammar::two_digit_year(Expression& e, const Number& number) const {
    constexpr int newest = 30;
    const bool inside = scan_.with(number.end, e.first);
    const bool closed = !inside || scan_.word(number.end).kind == WordKind::punctuation ||
                        scan_.particle(number.end) != Particle::none;
    if (number.digits != 2 || number.value <= 0 || scan_.word(number.end - 1).kind != WordKind::number ||
        !closed || (inside && scan_.has_term(number.end, TermKind::calendar)))
        return false;
    accept(e, number);
    e.date.year = number.value + (number.value > newest ? 1900 : 2000);
    e.weight = 0.6F;
    return true;
}

bool Grammar::year_number(Expression& e, bool after_noun) const {
    const Number* number = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (number == nullptr && after_noun) return bracketed_year(e);
    if (after_noun && try_rule(e, &Grammar::spelled_year)) return true;
    if (number == nullptr || number->value < 1 || number->ordinal) return false;
    const bool four = number->digits == 4 && number->value >= earliest_year && number->value <= last_year;
    const bool after_month = e.date.month != 0 && number->value % 1000 != 0 && number->value > 1900;
    const bool spelled = number->digits == 0 && (after_noun || after_month) &&
                         number->value >= earliest_year && number->value <= 2200;
    // "the year 247": three digits, or words, that nothing is counted by.
    const bool early =
        after_noun && number->value >= 100 && number->value < earliest_year &&
        (number->digits == 3 || (number->digits == 0 && number->amount == number->amount_until)) &&
        (!scan_.with(number->end, e.first) || scan_.word(number->end).kind != WordKind::arabic ||
         scan_.particle(number->end) != Particle::none);
    if (after_noun && two_digit_year(e, *number)) return true;
    if (!four && !spelled && !early) {
        const bool marked =
            scan_.with(number->end, e.first) && scan_.has_term(number->end, TermKind::calendar);
        const bool told = after_noun || (e.date.hijri && e.date.month != 0);  // "12 Rabi al-Akhir 132 AH"
        if (!told || number->digits == 0 || number->digits > 4 || !marked) return false;
    }
    accept(e, *number);
    e.date.year = number->value;
    calendar_mark(e);
    return true;
}

// "m" and "h" behind a year, or a longer mark.
void Grammar::calendar_mark(Expression& e) const {
    const Term* mark = peek(e, TermKind::calendar);
    if (mark == nullptr || scan_.word(e.end).kind != WordKind::arabic) return;
    const bool before_christ = mark->words() >= 2 && (scan_.particle(mark->first) == Particle::before ||
                                                      scan_.search(mark->first).size() == 2);
    e.end = mark->end;
    if (mark->meaning->hijri) e.date.hijri = true;
    if (before_christ) e.date.year = -e.date.year;
}

bool Grammar::year(Expression& e) const {
    const bool noun = take(e, TermKind::year_noun) != nullptr;
    const Number* spelled = noun || e.end == e.first ? nullptr : here(e) ? scan_.number(e.end) : nullptr;
    const bool behind = spelled != nullptr && spelled->digits == 0 && spelled->value > 1900;
    return year_number(e, noun || (behind && scan_.particle(e.end - 1) == Particle::from));
}

// The year behind a month: ", 2023", "of the year 2023", "of last year".
bool Grammar::year_of_month(Expression& e) const {
    if (sign(e) == '/' || is_dash(sign(e))) {
        ++e.end;
        return year_number(e, false);
    }
    if (!comma(e)) particle(e, Particle::from);
    if (try_rule(e, &Grammar::year)) return true;
    Expression unit = e;
    unit.date = {};
    if (!unit_point(unit) || unit.unit != Unit::year || unit.narrative) return false;
    e.end = unit.end;
    e.direction = unit.direction;
    e.unit = Unit::year;
    return true;
}

bool Grammar::named_year(Expression& e) const {
    const Term* noun = take(e, TermKind::year_noun);
    if (noun == nullptr || !year_number(e, true)) return false;
    if (noun->meaning->hijri) e.date.hijri = true;
    e.rule = "times.year";
    const Term* unit = scan_.term(noun->first, TermKind::unit, Lead::any);
    second_year(e, unit != nullptr && unit->meaning->number == 2);
    return true;
}

// The year behind another: "to 1945", "/ 1996", "-96"; behind a dual also "and 1912", "and (1499)".
void Grammar::second_year(Expression& e, bool dual) const {
    const Particle word = here(e) ? scan_.particle(e.end) : Particle::none;
    const char32_t c = sign(e);
    const bool lone_and = word == Particle::and_ && dual;
    const bool between =
        lone_and || word == Particle::to || word == Particle::until || c == '/' || is_dash(c);
    if (!between && !dual) return;
    std::uint32_t at = e.end + (between ? 1u : 0u);
    const bool bracket =
        lone_and && scan_.with(at + 2, e.first) && scan_.sign(at) == '(' && scan_.sign(at + 2) == ')';
    if (bracket) ++at;
    const Number* last =
        scan_.with(at, e.first) ? scan_.number(at, between ? Lead::plain : Lead::joined) : nullptr;
    if (last == nullptr || last->ordinal) return;
    const bool season = is_dash(c) && last->digits == 2 && last->value == (e.date.year + 1) % 100;
    const bool marked = scan_.with(last->end, e.first) && scan_.has_term(last->end, TermKind::calendar);
    const bool early = last->digits == 3 && (marked || word == Particle::to || word == Particle::until);
    const bool fits = (last->digits == 4 || early) && last->value <= last_year;
    const bool twice = c == '/' && e.date.hijri && (last->value > last_hijri_year || (early && marked));
    if (!season && !(fits && (twice || last->value > e.date.year))) return;
    e.end = last->end + (bracket ? 1u : 0u);
    if (twice) {  // "1425 AH/2004 AD": one year by two counts
        e.date = NamedDate{last->value, 0, 0, false};
        return calendar_mark(e);
    }
    e.until = NamedDate{season ? e.date.year + 1 : last->value, 0, 0, e.date.hijri};
    calendar_mark(e);
    e.until->hijri = e.date.hijri = e.date.hijri || e.until->hijri;
}

// "the year six and fifty and six hundred": old texts tell the smaller part first.
bool Grammar::spelled_year(Expression& e) const {
    const Number* number = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (number == nullptr || number->digits != 0 || number->ordinal || number->value < 1 ||
        number->value > 99 || !scan_.with(number->end, e.first))
        return false;
    const Number* hundreds = scan_.number(number->end, Lead::joined);
    if (hundreds == nullptr || hundreds->digits != 0 || hundreds->value < 100 || hundreds->value > 1000 ||
        hundreds->value % 100 != 0)
        return false;
    accept(e, *number);
    e.end = hundreds->end;
    e.date.year = number->value + hundreds->value;
    const Number* thousand = here(e) ? scan_.number(e.end, Lead::joined) : nullptr;
    if (thousand != nullptr && thousand->value == 1000 && hundreds->value < 1000) {
        e.date.year += 1000;
        e.end = thousand->end;
    }
    calendar_mark(e);
    return true;
}

// Years that their mark tells, in brackets: "(750 AD)", "(136-158 AH)".
bool Grammar::marked_years(Expression& e) const {
    const Number* number = here(e) ? scan_.number(e.end) : nullptr;
    if (number == nullptr || number->ordinal || number->digits < 2 || number->digits > 4 || e.first == 0 ||
        scan_.sign(e.first - 1) != '(' || !scan_.with(e.first - 1, e.first))
        return false;
    e.end = number->end;
    e.date.year = number->value;
    e.rule = "times.year.marked";
    const std::uint32_t plain = e.end;
    calendar_mark(e);
    bool marked = e.end > plain;
    if (is_dash(sign(e))) {
        const Number* last = scan_.with(e.end + 1, e.first) ? scan_.number(e.end + 1) : nullptr;
        if (last == nullptr || last->ordinal || last->digits > 4 || last->value <= number->value)
            return false;
        e.end = last->end;
        const std::uint32_t second = e.end;
        e.until = NamedDate{last->value, 0, 0, e.date.hijri};
        calendar_mark(e);
        marked = marked || e.end > second;
        e.until->hijri = e.date.hijri;
    }
    const char32_t c = sign(e);
    return marked && (c == ')' || c == '/');
}

// "1858 - the birth of": a line of a chronicle.
bool Grammar::opens_line(std::uint32_t at, const Number& number) const {
    if (at > 0 && scan_.word(at - 1).block == scan_.word(at).block) return false;
    const bool dash =
        scan_.with(number.end + 1, at) && (is_dash(scan_.sign(number.end)) || scan_.sign(number.end) == ':');
    return dash && number.value >= earliest_year && scan_.word(number.end + 1).kind == WordKind::arabic;
}

// Four digits that can only be a year by their place: behind a preposition of time, in brackets, or behind a
// noun at a clause end.
bool Grammar::bare_year(Expression& e) const {
    const Number* number = here(e) ? scan_.number(e.end, Lead::any) : nullptr;
    if (number == nullptr || number->digits != 4 || number->ordinal ||
        scan_.word(e.end).kind != WordKind::number)
        return false;
    const bool opens = opens_line(e.end, *number);
    if ((number->value < first_bare_year && !opens) || number->value > last_bare_year) return false;
    const std::uint32_t first = e.end;
    const bool glued = first > 0 && scan_.with(first - 1, first) && !scan_.word(first).space_before;
    if (glued && scan_.sign(first - 1) != '(' && scan_.particle(first - 1) != Particle::and_) return false;
    accept(e, *number);
    e.date.year = number->value;
    e.rule = "times.year.bare";
    calendar_mark(e);
    if (e.end > number->end || opens) return true;
    Expression month = e;  // "2014 August / Ab"
    const Term* named = peek(e, TermKind::month);
    if (named != nullptr && !named->meaning->weak && month_group(month) && !month.date.hijri) {
        month.date.year = number->value;
        month.rule = "times.month";
        e = std::move(month);
        return true;
    }
    if (is_dash(sign(e)) || sign(e) == '/') {
        const Number* last = scan_.with(e.end + 1, first) ? scan_.number(e.end + 1) : nullptr;
        const bool season = last != nullptr && last->digits == 2 &&
                            last->value == (number->value + 1) % 100 && sign(e) != '/';  // "2011-12"
        if (season || (last != nullptr && last->digits == 4 && last->value > number->value &&
                       last->value <= last_bare_year)) {
            e.until = NamedDate{season ? number->value + 1 : last->value, 0, 0, false};
            e.end = last->end;
            return true;
        }
    }
    e.weight = 0.8F;
    return year_by_place(e, *number);
}

// "until about 1996": a preposition in front of a hedge.
bool Grammar::behind_hedge(const Expression& e) const {
    const Term* about = scan_.term(e.first - 1, TermKind::mod);
    if (about == nullptr || about->meaning->text != "APPROX") return false;
    Expression hedged = e;
    hedged.first = e.first - 1;
    return before_is(hedged, Particle::to) || before_is(hedged, Particle::until) ||
           before_is(hedged, Particle::since);
}

// Whether the words around four digits let them be a year: what they could count does not follow.
bool Grammar::year_by_place(const Expression& e, const Number& number) const {
    const char32_t c = sign(e);
    if (c == '%' || c == '/' || c == ':' || peek(e, TermKind::unit) != nullptr) return false;
    if (here(e) && !scan_.word(e.end).space_before && scan_.word(e.end).kind != WordKind::punctuation)
        return false;
    const bool word_behind = here(e) && scan_.word(e.end).kind == WordKind::arabic;
    const bool round = number.value % 100 == 0;
    const bool bound =
        word_behind && (definite_word(e.end) || (scan_.word(e.end).proclitics &
                                                 (proclitic::preposition | proclitic::conjunction)) != 0);
    const bool closed = !word_behind || scan_.particle(e.end) != Particle::none;
    if (e.first == 0 || !scan_.with(e.first - 1, e.first)) return false;
    if (scan_.sign(e.first - 1) == '(')
        return c == ')' || (here(e) && scan_.number(e.end, Lead::joined) != nullptr);
    const char32_t sign_before = scan_.sign(e.first - 1);
    if (is_dash(sign_before) || sign_before == '|' || sign_before == ',' || sign_before == l::comma)
        return closed && !round;
    for (const Particle word : {Particle::in, Particle::since, Particle::until, Particle::between,
                                Particle::after, Particle::before, Particle::from, Particle::to}) {
        if (before_is(e, word)) return closed || bound || !round;
    }
    const std::uint32_t before = e.first - 1;
    // "between 2018 and 2020": a year that "and" joins to a year.
    const bool joined = before_is(e, Particle::and_) && before > 0 && scan_.with(before - 1, e.first);
    const Number* other = joined ? scan_.number(before - 1, Lead::any) : nullptr;
    if (other != nullptr)
        return other->digits == 4 && other->value >= first_bare_year && other->value <= last_bare_year;
    for (const TermKind kind : {TermKind::since, TermKind::within, TermKind::until}) {
        if (scan_.has_term(before, kind)) return closed || bound || !round;
    }
    if (scan_.word(before).kind != WordKind::arabic || scan_.particle(before) != Particle::none ||
        scan_.has_term(before, TermKind::mod)) {
        return closed && behind_hedge(e);
    }
    return (closed || (bound && !round)) &&
           scan_.knowledge().verb_form(scan_.search(before)) == Knowledge::VerbForm::none;
}

}  // namespace isnad::times
