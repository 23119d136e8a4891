#include "language/times/grammar.h"

#include <array>
#include <span>

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

// Earlier rules win when two read equally far.
std::span<const Grammar::Rule> Grammar::rules() {
    static constexpr std::array<Rule, 33> rules{&Grammar::clock_first,
                                                &Grammar::day_point,
                                                &Grammar::day_of_this_month,
                                                &Grammar::weekend,
                                                &Grammar::earlier_in,
                                                &Grammar::month_pair,
                                                &Grammar::month_date,
                                                &Grammar::quarter_point,
                                                &Grammar::stretch_of_month,
                                                &Grammar::decade,
                                                &Grammar::century,
                                                &Grammar::season,
                                                &Grammar::unit_point,
                                                &Grammar::period_point,
                                                &Grammar::named_year,
                                                &Grammar::shift,
                                                &Grammar::shift_after,
                                                &Grammar::duration,
                                                &Grammar::every,
                                                &Grammar::set,
                                                &Grammar::reference,
                                                &Grammar::holiday,
                                                &Grammar::bare_year,
                                                &Grammar::vague_period,
                                                &Grammar::anniversary,
                                                &Grammar::part_alone,
                                                &Grammar::numbered_month,
                                                &Grammar::months_of_the_year,
                                                &Grammar::week_of_the_year,
                                                &Grammar::week_of_day,
                                                &Grammar::season_alone,
                                                &Grammar::quarter_told,
                                                &Grammar::unit_inside};
    return rules;
}

std::optional<Expression> Grammar::at(std::uint32_t first) const {
    std::optional<Expression> best;
    for (const Rule rule : rules()) {
        Expression e;
        e.first = e.end = first;
        if ((this->*rule)(e) && e.end > e.first && (!best || e.end > best->end)) best = std::move(e);
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
