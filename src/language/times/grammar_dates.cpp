// Calendar dates: numeric, day and month, month and year.
#include <array>

#include "base/civil.h"
#include "language/times/grammar.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::times {
namespace {

namespace l = letters;

constexpr int first_year = 1000;

using letters::is_dash;

int value_of(std::string_view digits) {
    int out = 0;
    for (const char c : digits) out = out * 10 + (c - '0');
    return out;
}

// Years of the Hijri count that a numeric date of our time can name.
constexpr int first_hijri = 1340, last_hijri = 1500;

std::optional<NamedDate> hijri_date_of(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
    return NamedDate{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day), true};
}

// The date of three numbers: the year where four digits stand, else last; the day first unless that gives no
// date.
std::optional<NamedDate> date_of(int a, std::size_t digits_a, int b, int c, std::size_t digits_c,
                                 float& weight) {
    const auto make = [](int year, int month, int day) -> std::optional<NamedDate> {
        if (month < 1 || day < 1 ||
            !civil_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day)))
            return std::nullopt;
        return NamedDate{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day), false};
    };
    if (digits_a == 4 && a >= first_hijri && a <= last_hijri) return hijri_date_of(a, b, c);
    if (digits_c == 4 && c >= first_hijri && c <= last_hijri) return hijri_date_of(c, b, a);
    if (digits_a == 4 && a >= first_year) return make(a, b, c);
    if (digits_a > 2) return std::nullopt;
    int year = c;
    if (digits_c == 2) {
        year += 2000;
        weight = 0.5F;
    } else if (digits_c != 4) {
        return std::nullopt;
    }
    if (const auto date = make(year, b, a)) return date;
    return make(year, a, b);
}

}  // namespace

bool Grammar::full_date(Expression& e) const {
    return try_rule(e, &Grammar::year_first) || try_rule(e, &Grammar::numeric_date) ||
           try_rule(e, &Grammar::day_and_month) || try_rule(e, &Grammar::month_and_day);
}

// "2016 25 December", as chronicles order them.
bool Grammar::year_first(Expression& e) const {
    const Number* year = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    if (year == nullptr || year->digits != 4 || year->value < first_year || year->value > 2100) return false;
    accept(e, *year);
    const Number* day = here(e) ? scan_.number(e.end) : nullptr;
    if (day == nullptr || day->digits == 0 || day->digits > 2 || day->value < 1 || day->value > 31)
        return false;
    e.end = day->end;
    if (!month_group(e) || e.date.hijri) return false;
    e.date.year = year->value;
    e.date.day = static_cast<std::uint8_t>(day->value);
    e.rule = "times.date";
    return true;
}

bool Grammar::numeric_date(Expression& e) const {
    if (!here(e) || scan_.word(e.end).kind != WordKind::number) return false;
    e.rule = "times.date.numeric";
    const auto groups = scan_.groups(e.end);
    if (groups.size() == 3) {
        for (const auto group : groups) {
            if (group.size() > 4) return false;
        }
        const auto date = date_of(value_of(groups[0]), groups[0].size(), value_of(groups[1]),
                                  value_of(groups[2]), groups[2].size(), e.weight);
        if (!date) return false;
        e.date = *date;
        ++e.end;
        calendar_mark(e);
        return true;
    }
    const std::uint32_t at = e.end;
    const char32_t mark = scan_.with(at + 4, at) ? scan_.sign(at + 1) : 0;
    if ((mark != '/' && mark != '.' && !is_dash(mark)) || scan_.sign(at + 3) != mark) return false;
    std::array<std::vector<std::string_view>, 3> parts{groups, scan_.groups(at + 2), scan_.groups(at + 4)};
    for (const auto& part : parts) {
        if (part.size() != 1 || part[0].size() > 4) return false;
    }
    const auto date = date_of(value_of(parts[0][0]), parts[0][0].size(), value_of(parts[1][0]),
                              value_of(parts[2][0]), parts[2][0].size(), e.weight);
    if (!date) return false;
    e.date = *date;
    e.end = at + 5;
    calendar_mark(e);
    return true;
}

// "the second (feminine)": no day of a month, which are masculine.
bool Grammar::is_feminine(const Number& number, std::uint32_t at) const {
    if (!number.ordinal || number.digits != 0 || number.value > 10 || number.end != at + 1) return false;
    const std::string_view word = scan_.search(at);
    const char32_t last = utf8::before(word, word.size()).value;
    return last == l::heh || (number.value == 1 && (last == l::yeh || last == l::alef_maksura));
}

// A day of the month, or a range of days: "14", "the third", "14 and 15", "3-7".
bool Grammar::day_number(Expression& e) const {
    const Number* day = here(e) ? scan_.number(e.end, lead(e)) : nullptr;
    const auto fits = [](const Number* n) {
        return n != nullptr && n->value >= 1 && n->value <= 31 && n->digits <= 2;
    };
    if (!fits(day) || is_feminine(*day, e.end)) return false;
    accept(e, *day);
    e.date.day = static_cast<std::uint8_t>(day->value);
    if (here(e) && scan_.word(e.end).kind == WordKind::foreign && !scan_.word(e.end).space_before &&
        scan_.search(e.end).size() == 2) {
        ++e.end;
        return true;
    }
    std::uint32_t second = e.end;
    Lead how = Lead::joined;
    const Particle word = here(e) ? scan_.particle(e.end) : Particle::none;
    if (word == Particle::and_ || word == Particle::to || word == Particle::until || word == Particle::or_ ||
        is_dash(sign(e))) {
        ++second;
        how = Lead::plain;
    }
    const Number* last = scan_.with(second, e.first) ? scan_.number(second, how) : nullptr;
    if (!fits(last) || last->value <= e.date.day) return true;
    e.until = NamedDate{0, 0, static_cast<std::uint8_t>(last->value), false};
    e.end = last->end;
    return true;
}

// A month in one name or in two of different regions: "a/b", "a / b", "a b", "a (b)".
bool Grammar::month_group(Expression& e) const {
    const Term* month = peek(e, TermKind::month);
    if (month == nullptr) {
        const Term* noun = take(e, TermKind::month_noun);
        if (noun == nullptr) return false;
        month = peek(e, TermKind::month);
        if (month == nullptr) {
            if (!noun->meaning->hijri || noun->meaning->value == 0) return false;
            e.date.month = static_cast<std::uint8_t>(noun->meaning->value);
            return e.date.hijri = true;
        }
    }
    accept(e, *month);
    e.date.month = static_cast<std::uint8_t>(month->meaning->value);
    e.date.hijri = month->meaning->hijri;
    std::uint32_t next = e.end;
    const char32_t c = sign(e);
    if (c == '/' || c == '(' || is_dash(c)) ++next;
    const Term* twin = scan_.with(next, e.first) ? scan_.term(next, TermKind::month) : nullptr;
    if (twin == nullptr || twin->meaning->value != month->meaning->value ||
        twin->meaning->hijri != month->meaning->hijri)
        return true;
    if (c == '(' && scan_.sign(twin->end) != ')') return true;
    e.end = twin->end + (c == '(' ? 1u : 0u);
    return true;
}

// The dual "the two days of" in front of two numbers.
bool Grammar::two_days(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    return unit != nullptr && unit->meaning->number == 2 &&
           static_cast<Unit>(unit->meaning->value) == Unit::day;
}

bool Grammar::day_and_month(Expression& e) const {
    e.rule = "times.date";
    const bool both = try_rule(e, &Grammar::two_days);
    if (!day_number(e) || (both && !e.until) || before_is_stretch(e)) return false;
    bool dash = false;
    if (!particle(e, Particle::from)) {
        const char32_t c = sign(e);
        dash = is_dash(c);
        if (c == '/' || is_dash(c))
            ++e.end;
        else
            comma(e);
    }
    const Term* month = peek(e, TermKind::month);
    if (!month_group(e) || (dash && month != nullptr && month->meaning->weak)) return false;
    if (!try_rule(e, &Grammar::year_of_month)) try_rule(e, &Grammar::post_direction);
    if (e.until) {
        e.until->month = e.date.month;
        e.until->year = e.date.year;
        e.until->hijri = e.date.hijri;
    }
    const Term* zone = e.date.year != 0 && here(e) && scan_.word(e.end).kind == WordKind::foreign
                           ? scan_.term(e.end, TermKind::zone)
                           : nullptr;
    if (zone != nullptr) e.end = zone->end;
    if (e.date.year != 0 || month == nullptr || e.direction) return true;
    return month->meaning->number == 0 && (!month->meaning->hijri || !month_needs_sign(e, *month));
}

// Whether an ordinal belongs to a stretch in front of it: "the first week of October" names no first of
// October.
bool Grammar::before_is_stretch(const Expression& e) const {
    const Number* number = scan_.number(e.first, Lead::any);
    if (number == nullptr || !number->ordinal || number->digits != 0 || e.first == 0 ||
        !scan_.with(e.first - 1, e.first))
        return false;
    const Term* unit = scan_.term(e.first - 1, TermKind::unit, Lead::any);
    const Term* fraction = scan_.term(e.first - 1, TermKind::fraction, Lead::any);
    if (fraction != nullptr && fraction->definite) return true;
    return unit != nullptr && unit->definite &&
           (static_cast<Unit>(unit->meaning->value) != Unit::day || unit->meaning->number == 3);
}

// "the third of the current month".
bool Grammar::day_of_this_month(Expression& e) const {
    const bool both = try_rule(e, &Grammar::two_days);
    if (!both) take(e, TermKind::day_noun);
    if (!day_number(e) || (both && !e.until) || before_is_stretch(e)) return false;
    const bool digits = scan_.word(e.end - 1).kind == WordKind::number;
    if (!particle(e, Particle::from) && e.until) particle(e, Particle::in);
    Expression month = e;
    month.end = e.end;
    if (try_rule(month, &Grammar::unit_point)) {
        if (month.unit != Unit::month) return false;
    } else if (!post_direction(month) || *month.direction != 0 || !digits ||  // "the 12th of the current"
               scan_.word(month.end - 1).kind != WordKind::arabic || !definite_word(month.end - 1) ||
               scan_.word(e.end - 1).kind == WordKind::punctuation) {
        return false;
    }
    e.end = month.end;
    e.direction = month.direction;
    e.narrative = month.narrative;
    e.shape = Shape::unit;
    e.unit = Unit::month;
    e.rule = "times.day_of_month";
    return true;
}

// "September 17, 2023".
bool Grammar::month_and_day(Expression& e) const {
    e.rule = "times.date";
    if (!month_group(e)) return false;
    const bool slash = sign(e) == '/';
    if (slash) ++e.end;
    const Number* day = here(e) ? scan_.number(e.end) : nullptr;
    if (day == nullptr || day->value < 1 || day->value > 31 || day->digits > 2) return false;
    const bool spelled = day->digits == 0;
    const bool closed = !scan_.with(day->end, e.first) || scan_.word(day->end).kind == WordKind::punctuation;
    if (spelled && !(day->ordinal && definite_word(e.end)) && !closed) return false;
    e.date.day = static_cast<std::uint8_t>(day->value);
    e.end = day->end;
    if (spelled) return try_rule(e, &Grammar::year_of_month) || true;
    if (here(e) && scan_.word(e.end).kind == WordKind::foreign && !scan_.word(e.end).space_before) ++e.end;
    const Term* month = scan_.term(e.first, TermKind::month, Lead::any);
    if (closed && !comma(e) && month != nullptr && !month->meaning->weak && day->digits != 0) return true;
    comma(e);
    return year_number(e, false) || slash;
}

// Whether a homograph of a month stands where only a month can stand.
bool Grammar::month_needs_sign(const Expression& e, const Term& month) const {
    if (!month.meaning->weak) return false;
    if (e.mod != TimexMod::none || e.date.year != 0 || e.direction || e.end > month.end) return false;
    if (month.meaning->number == 1 || scan_.word(month.first).kind == WordKind::foreign) return true;
    for (const Particle word : {Particle::in, Particle::since, Particle::until, Particle::between}) {
        if (before_is(e, word)) return false;
    }
    const std::uint32_t before = month.first < 2 ? 0 : month.first - 2;  // "from January to March"
    if (month.first >= 2 && (before_is(e, Particle::to)) && scan_.with(before, e.first) &&
        (scan_.has_term(before, TermKind::month) || scan_.word(before).kind == WordKind::number))
        return false;
    return e.first == month.first || scan_.term(e.first, TermKind::day_noun, Lead::any) == nullptr;
}

bool Grammar::month_date(Expression& e) const {
    e.rule = "times.month";
    const Term* said = e.end == e.first && here(e) ? scan_.demonstrative(e.end, Lead::any) : nullptr;
    if (said != nullptr && scan_.term(said->end, TermKind::month) != nullptr && !said->meaning->narrative) {
        accept(e, *said);  // "this August"
        e.direction = 0;
    }
    const Term* noun = peek(e, TermKind::month_noun);
    const std::uint32_t begin = e.end;
    if (!month_group(e)) return false;
    if (!try_rule(e, &Grammar::year_of_month)) try_rule(e, &Grammar::post_direction);
    if (noun != nullptr && e.end > noun->end) return true;
    const Term* month = scan_.term(begin, TermKind::month, begin == e.first ? Lead::any : Lead::plain);
    if (month == nullptr) return true;
    if (month->meaning->number == 1 || (scan_.word(begin).kind == WordKind::foreign && e.date.year == 0))
        return false;
    return !month_needs_sign(e, *month);
}

// "the months of May and June".
bool Grammar::month_pair(Expression& e) const {
    const Term* noun = take(e, TermKind::unit);
    if (noun == nullptr || static_cast<Unit>(noun->meaning->value) != Unit::month ||
        noun->meaning->number != 2)
        return false;
    if (!month_group(e)) return false;
    const Term* second = here(e) ? scan_.term(e.end, TermKind::month, Lead::joined) : nullptr;
    if (second == nullptr) return false;
    e.until = NamedDate{0, static_cast<std::uint8_t>(second->meaning->value), 0, e.date.hijri};
    e.end = second->end;
    if (!try_rule(e, &Grammar::year_of_month)) try_rule(e, &Grammar::post_direction);
    e.until->year = e.date.year;
    e.rule = "times.months";
    return true;
}

}  // namespace isnad::times
