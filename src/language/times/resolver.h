// From what an expression says to its TIMEX3 value, given the reference date. One expression at a time, in
// page order.
#pragma once

#include <optional>
#include <string>

#include "base/civil.h"
#include "language/times/expression.h"

namespace isnad::times {

// The reference date: a day, or only a year and month.
struct Reference {
    std::optional<Day> day;
    int year = 0;
    unsigned month = 0;
};

// Reads an EDTF day, month, or an interval: of two days its last, of a longer one the month that holds it,
// nothing when none does.
std::optional<Reference> reference_of(const std::string& edtf);

struct Value {
    std::string text;       // empty when unknown
    bool anchored = false;  // the reference date was needed
    float weight = 1.0F;
};

class Resolver {
  public:
    explicit Resolver(std::optional<Reference> reference) : reference_(reference) {}

    // `told`: the value of the calendar date told last in the article, for "that year", "the next day".
    Value value(const Expression& e, const std::string& told) const;

  private:
    Value calendar(const Expression& e) const;
    Value calendar_value(const Expression& e, NamedDate date) const;
    std::optional<NamedDate> with_year(const Expression& e) const;
    std::optional<NamedDate> with_hijri_year(const Expression& e) const;
    int year_by_direction(const Expression& e, int months_ahead) const;
    Value day(const Expression& e, const std::string& told) const;
    Value weekday(const Expression& e) const;
    Value unit(const Expression& e, const std::string& told) const;
    Value unit_told(const Expression& e, const std::string& told) const;
    Value unit_from(const Expression& e, int year, unsigned month, std::optional<Day> from) const;
    Value quarter(const Expression& e) const;
    Value rest(const Expression& e) const;
    Value shift(const Expression& e) const;
    Value shift_to_day(const Expression& e, int months, int rest) const;
    Value season(const Expression& e) const;
    Value weekend(const Expression& e) const;
    Value holiday(const Expression& e) const;
    Value feast(const Expression& e) const;
    Value day_of_open_month(const Expression& e) const;

    std::optional<Reference> reference_;
};

// "P3Y", "PT2H", "P?M", "P1Y6M".
std::string duration_value(const Expression& e);

// "T20:30", "T09:15Z".
std::string clock_value(const ClockTime& clock);

// A day with the part of the day or the clock time that the expression names.
std::string day_value(const Expression& e, Day day);

// Gregorian days that a named Hijri date, month or year covers: "2023-03-23" or "2023-03-23/2023-04-20".
std::string hijri_value(const NamedDate& date);

}  // namespace isnad::times
