#include "language/times/grammar.h"

#include <array>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::times {

namespace l = letters;

const Term* Grammar::peek(const Expression& e, TermKind kind) const {
    return here(e) ? scan_.term(e.end, kind, lead(e)) : nullptr;
}

const Term* Grammar::take(Expression& e, TermKind kind) const {
    const Term* term = peek(e, kind);
    if (term != nullptr) accept(e, *term);
    return term;
}

void Grammar::accept(Expression& e, const Term& term) const {
    if (e.end == e.first) e.skip = term.skip;
    e.end = term.end;
}

void Grammar::accept(Expression& e, const Number& number) const {
    if (e.end == e.first) e.skip = number.skip;
    e.end = number.end;
}

bool Grammar::particle(Expression& e, Particle wanted) const {
    if (!here(e) || e.end == e.first || scan_.particle(e.end, Lead::plain) != wanted) return false;
    ++e.end;
    return true;
}

bool Grammar::comma(Expression& e) const {
    const char32_t c = sign(e);
    if (c != ',' && c != l::comma) return false;
    ++e.end;
    return true;
}

bool Grammar::try_rule(Expression& e, Rule rule) const {
    Expression copy = e;
    if (!(this->*rule)(copy)) return false;
    e = std::move(copy);
    return true;
}

bool Grammar::before_is(const Expression& e, Particle wanted) const {
    return e.first > 0 && scan_.with(e.first - 1, e.first) && scan_.particle(e.first - 1) == wanted;
}

bool Grammar::definite_word(std::uint32_t at) const {
    if (at >= scan_.size() || scan_.word(at).kind != WordKind::arabic) return false;
    const std::string_view text = scan_.search(at);
    return text.size() > 6 && utf8::at(text, 0).value == l::alef && utf8::at(text, 2).value == l::lam;
}

namespace {

using Kinds = Scan::Kinds;

constexpr Kinds of(TermKind kind) { return Scan::kind_bit(kind); }

}  // namespace

// A rule, and what its first word must be one of. Earlier rules win when two read equally far.
constexpr std::array<Grammar::Opening, Grammar::rules> Grammar::openings{{
    {&Grammar::clock_first, Scan::number_kind | of(TermKind::unit) | of(TermKind::date_noun) |
                                of(TermKind::fraction) | of(TermKind::ago) | of(TermKind::within) |
                                of(TermKind::mod)},
    {&Grammar::day_point, of(TermKind::part) | of(TermKind::unit) | of(TermKind::day) |
                              of(TermKind::particle) | of(TermKind::day_noun) | of(TermKind::weekday) |
                              Scan::number_kind | of(TermKind::month) | of(TermKind::month_noun)},
    {&Grammar::day_of_this_month, of(TermKind::unit) | of(TermKind::day_noun) | Scan::number_kind},
    {&Grammar::weekend, of(TermKind::weekend)},
    {&Grammar::earlier_in, of(TermKind::ref)},
    {&Grammar::month_pair, of(TermKind::unit)},
    {&Grammar::month_date, of(TermKind::month) | of(TermKind::month_noun) | of(TermKind::particle)},
    {&Grammar::month_with_days, of(TermKind::month) | of(TermKind::month_noun)},
    {&Grammar::quarter_point, of(TermKind::fraction) | of(TermKind::quarter)},
    {&Grammar::stretch_of_month, of(TermKind::fraction) | of(TermKind::unit)},
    {&Grammar::decade, of(TermKind::unit) | of(TermKind::decade)},
    {&Grammar::century, of(TermKind::century)},
    {&Grammar::century_pair, of(TermKind::unit)},
    {&Grammar::century_elided, of(TermKind::mod) | Scan::number_kind},
    {&Grammar::millennium, of(TermKind::century) | Scan::number_kind},
    {&Grammar::nth_weekday,
     of(TermKind::day_noun) | of(TermKind::weekday) | of(TermKind::mod) | Scan::number_kind},
    {&Grammar::quarter_behind_year, Scan::number_kind},
    {&Grammar::season, of(TermKind::particle) | of(TermKind::season)},
    {&Grammar::unit_point, of(TermKind::particle) | of(TermKind::unit) | of(TermKind::year_noun)},
    {&Grammar::period_point, of(TermKind::mod)},
    {&Grammar::named_year, of(TermKind::year_noun)},
    {&Grammar::shift, of(TermKind::ago) | of(TermKind::several) | Scan::number_kind},
    {&Grammar::shift_after, of(TermKind::particle) | of(TermKind::within) | of(TermKind::mod)},
    {&Grammar::duration, of(TermKind::mod) | of(TermKind::approximator) | Scan::number_kind |
                             of(TermKind::several) | of(TermKind::unit) | of(TermKind::fraction)},
    {&Grammar::every, of(TermKind::every)},
    {&Grammar::set, of(TermKind::set)},
    {&Grammar::reference, of(TermKind::ref)},
    {&Grammar::holiday, of(TermKind::holiday)},
    {&Grammar::bare_year, Scan::number_kind},
    {&Grammar::marked_years, Scan::number_kind},
    {&Grammar::vague_period, of(TermKind::unit)},
    {&Grammar::anniversary, of(TermKind::date_noun)},
    {&Grammar::part_alone, of(TermKind::part) | of(TermKind::mod)},
    {&Grammar::numbered_month, Scan::number_kind},
    {&Grammar::months_of_the_year, of(TermKind::mod) | of(TermKind::unit) | Scan::number_kind},
    {&Grammar::week_of_the_year, of(TermKind::mod) | of(TermKind::unit)},
    {&Grammar::week_of_day, of(TermKind::unit)},
    {&Grammar::season_alone, of(TermKind::season)},
    {&Grammar::quarter_told, of(TermKind::fraction)},
    {&Grammar::unit_inside, of(TermKind::unit)},
}};

std::optional<Expression> Grammar::at(std::uint32_t first) const {
    std::optional<Expression> best;
    const Scan::Kinds kinds = scan_.kinds(first);
    for (const Opening& opening : openings) {
        if ((opening.kinds & kinds) == 0) continue;
        Expression e;
        e.first = e.end = first;
        if ((this->*opening.rule)(e) && e.end > e.first && (!best || e.end > best->end)) best = std::move(e);
    }
    return best;
}

std::optional<Expression> Grammar::date_at(std::uint32_t first) const {
    Expression e;
    e.first = e.end = first;
    if (!full_date(e)) return std::nullopt;
    return e;
}

}  // namespace isnad::times
