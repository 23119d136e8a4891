// The grammar of time expressions: what may follow what. Each rule reads from Expression::end on and moves
// it; a rule that fails leaves its Expression unusable, so callers try rules on copies. No regular
// expressions, no strings.
#pragma once

#include <array>
#include <optional>

#include "language/times/expression.h"
#include "language/times/scan.h"

namespace isnad::times {

// START, MID, END, APPROX, BEFORE and AFTER of the tables; REST counts as END.
TimexMod mod_of(std::string_view text);

class Grammar {
  public:
    explicit Grammar(const Scan& scan) : scan_(scan) {}

    // The longest expression that begins at a word, or nothing. Span, sentence and tense are left to the
    // caller.
    std::optional<Expression> at(std::uint32_t first) const;

    // A date that names its day, for date lines: no check of the words around it.
    std::optional<Expression> date_at(std::uint32_t first) const;

  private:
    using Rule = bool (Grammar::*)(Expression&) const;
    struct Opening {
        Rule rule;
        Scan::Kinds kinds;
    };
    static constexpr std::size_t rules = 40;
    static const std::array<Opening, rules> openings;

    // Helpers (grammar.cpp).
    Lead lead(const Expression& e) const { return e.end == e.first ? Lead::any : Lead::plain; }
    const Term* peek(const Expression& e, TermKind kind) const;
    const Term* take(Expression& e, TermKind kind) const;
    void accept(Expression& e, const Term& term) const;
    void accept(Expression& e, const Number& number) const;
    bool particle(Expression& e, Particle wanted) const;
    bool comma(Expression& e) const;
    bool try_rule(Expression& e, Rule rule) const;
    bool here(const Expression& e) const { return scan_.with(e.end, e.first); }
    char32_t sign(const Expression& e) const { return here(e) ? scan_.sign(e.end) : 0; }
    bool before_is(const Expression& e, Particle wanted) const;
    bool definite_word(std::uint32_t at) const;

    // Dates (grammar_dates.cpp).
    bool full_date(Expression& e) const;  // a date that names its day
    bool numeric_date(Expression& e) const;
    bool year_first(Expression& e) const;
    bool day_and_month(Expression& e) const;
    bool day_of_this_month(Expression& e) const;
    bool month_and_day(Expression& e) const;
    bool month_date(Expression& e) const;  // month with or without year
    bool month_pair(Expression& e) const;
    bool month_group(Expression& e) const;
    bool two_days(Expression& e) const;
    bool day_number(Expression& e) const;
    bool is_feminine(const Number& number, std::uint32_t at) const;
    bool before_is_stretch(const Expression& e) const;
    bool year(Expression& e) const;
    bool year_number(Expression& e, bool after_noun) const;
    bool bracketed_year(Expression& e) const;
    bool two_digit_year(Expression& e, const Number& number) const;
    bool year_of_month(Expression& e) const;
    bool named_year(Expression& e) const;  // year with the word for year
    void second_year(Expression& e, bool dual) const;
    bool spelled_year(Expression& e) const;
    bool marked_years(Expression& e) const;
    bool opens_line(std::uint32_t at, const Number& number) const;
    bool bare_year(Expression& e) const;
    bool behind_hedge(const Expression& e) const;
    bool year_by_place(const Expression& e, const Number& number) const;
    void calendar_mark(Expression& e) const;
    bool month_needs_sign(const Expression& e, const Term& month) const;

    // Dates in digits that leave a part out (grammar_partial.cpp).
    bool numbered_day(Expression& e) const;
    bool numbered_month(Expression& e) const;
    bool lone_day(Expression& e) const;
    bool month_with_days(Expression& e) const;

    // Days relative to the report (grammar_days.cpp).
    bool day_point(Expression& e) const;  // part, day or weekday, date, in every order that occurs
    bool dated_day(Expression& e) const;
    bool part(Expression& e) const;
    bool hours_of(Expression& e) const;
    bool deictic_day(Expression& e) const;
    bool weekday(Expression& e) const;
    bool weekday_of_week(Expression& e) const;
    bool joined_date(Expression& e) const;
    void trailing_part(Expression& e) const;
    bool part_in_phrase(Expression& e) const;
    bool is_bound(const Expression& e) const;
    bool is_no_day(const Expression& e) const;
    bool is_some_day(const Expression& e) const;

    // The nth weekday of a month (grammar_nth.cpp).
    bool nth_weekday(Expression& e) const;
    bool nth_ahead(Expression& e) const;
    bool nth_behind(Expression& e) const;
    bool month_of_nth(Expression& e) const;

    // Parts of the day without a day (grammar_parts.cpp).
    bool part_alone(Expression& e) const;
    bool part_of_part(Expression& e) const;
    bool behind_preposition(const Expression& e) const;

    // Periods relative to the report (grammar_periods.cpp).
    bool post_direction(Expression& e) const;
    bool pre_direction(Expression& e) const;
    bool unit_point(Expression& e) const;
    bool quarter_point(Expression& e) const;
    bool quarter_of_report(Expression& e) const;
    bool stretch_of_month(Expression& e) const;
    bool period_point(Expression& e) const;  // start, middle, end of a period, or the period
    bool season(Expression& e) const;
    bool weekend(Expression& e) const;
    bool holiday(Expression& e) const;
    bool decade(Expression& e) const;
    bool decade_of_century(Expression& e) const;
    bool century(Expression& e) const;
    bool century_number(Expression& e) const;
    bool century_pair(Expression& e) const;
    bool century_elided(Expression& e) const;
    bool millennium(Expression& e) const;
    void century_mark(Expression& e) const;
    void year_in_digits(Expression& e) const;
    bool reference(Expression& e) const;
    bool behind_accusative(std::uint32_t at) const;
    bool behind_future(std::uint32_t at) const;
    bool anniversary(Expression& e) const;

    // Stretches of a year or month (grammar_stretches.cpp).
    bool unit_inside(Expression& e) const;
    bool earlier_in(Expression& e) const;
    bool year_any(Expression& e) const;
    bool year_behind(Expression& e) const;
    bool year_with_li(Expression& e) const;
    bool quarter_behind_year(Expression& e) const;
    bool month_counted(Expression& e) const;
    bool months_counted(Expression& e, bool& last) const;
    bool months_end(Expression& e, bool& last) const;
    bool months_of_the_year(Expression& e) const;
    bool week_of_the_year(Expression& e) const;
    bool week_counted(Expression& e) const;
    bool week_of_day(Expression& e) const;
    bool quarter_told(Expression& e) const;
    bool season_alone(Expression& e) const;

    // Durations and what is built on them (grammar_durations.cpp).
    bool duration(Expression& e) const;
    bool units_at_end(Expression& e) const;
    bool duration_after_cue(Expression& e) const;
    bool long_adjective(const Expression& e) const;
    bool counted_units(Expression& e) const;
    void range_of_numbers(Expression& e, const Number& number) const;
    bool part_of_unit(Expression& e) const;
    bool whole_unit(Expression& e) const;
    bool further_unit(Expression& e, Expression::Rest& rest) const;
    bool dual_unit(Expression& e) const;
    bool lone_unit(Expression& e) const;
    bool definite_units(Expression& e) const;
    bool vague_period(Expression& e) const;
    bool measured_by_cue(std::uint32_t at) const;
    void duration_tail(Expression& e) const;
    bool shift(Expression& e) const;
    bool shift_after(Expression& e) const;
    void shift_origin(Expression& e) const;
    bool set(Expression& e) const;
    bool every(Expression& e) const;

    // Times of day (grammar_clock.cpp).
    bool clock_time(Expression& e) const;
    bool clock_first(Expression& e) const;
    bool clock_range(Expression& e) const;
    bool clock_until(Expression& e) const;
    bool clock_noun(Expression& e) const;
    bool clock_digits(Expression& e) const;
    bool clock_with_comma(Expression& e) const;
    bool clock_words(Expression& e) const;
    bool is_hour(const Expression& e, const Number* hour) const;
    bool clock_start(Expression& e) const;
    bool clock_cardinal(Expression& e) const;
    void clock_told(Expression& e, std::uint32_t at) const;
    bool clock_half_of_day(Expression& e) const;
    void clock_zone(Expression& e) const;
    void trailing_clock(Expression& e) const;

    // Minutes of a time of day (grammar_clock_minutes.cpp).
    int minutes_counted(Expression& e, Lead how, bool alone) const;
    bool minutes_added(Expression& e) const;
    bool minutes_taken(Expression& e) const;
    void clock_minutes(Expression& e) const;
    bool clock_counted(Expression& e) const;
    bool quarter_hour(Expression& e, int& minutes) const;

    const Scan& scan_;
};

}  // namespace isnad::times
