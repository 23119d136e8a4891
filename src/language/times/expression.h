// What a time expression says by its words alone, before any reference date is known.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "language/times/knowledge.h"
#include "model/annotations.h"

namespace isnad::times {

// A date with the parts that the words name; 0 for those they do not.
struct NamedDate {
    int year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    bool hijri = false;

    bool empty() const { return year == 0 && month == 0 && day == 0; }
};

struct ClockTime {
    std::uint8_t hour = 0;
    std::uint8_t minute = 0;
    bool utc = false;
    bool open = false;  // before or after noon is not told
    bool half = false;  // it is told by a word
};

// Whether the clause looks back or ahead, by its verb; decides bare weekdays and months.
enum class Tense : std::uint8_t { unknown, past, future };

enum class Shape : std::uint8_t {
    calendar,  // year, month, day in any part, perhaps a range
    day,       // days from the reference day: today, yesterday
    weekday,
    unit,   // last week, this year
    shift,  // three days ago, after two months
    duration,
    fixed,  // `text` is the value: sets, PAST_REF, decades, centuries
    season,
    weekend,
    holiday,
    clock,  // a time of day without a day
    part    // a part of the day without a day
};

struct Expression {
    Span span;                // in the page text
    std::uint32_t first = 0;  // words [first, end)
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    std::uint32_t block = 0;
    std::uint8_t skip = 0;  // bytes of proclitics in front of the first word, outside the span

    Shape shape = Shape::calendar;
    TimexType type = TimexType::date;
    TimexMod mod = TimexMod::none;
    Tense tense = Tense::unknown;

    NamedDate date;                  // calendar, holiday; year of a season
    std::optional<NamedDate> until;  // last date of a range
    std::uint8_t weekday = 0;        // 1 Monday ... 7 Sunday
    std::uint8_t weekday_until = 0;
    std::optional<int> days;       // from the reference day
    std::optional<int> direction;  // -1 last, 0 this, 1 next
    bool listed_weak = false;      // "later": from the report or from the story, as the tense says
    bool narrative = false;        // counts from the time told last
    Unit unit = Unit::none;
    double amount = 0;        // of the unit; shift: signed
    double amount_until = 0;  // of a range of durations
    struct Rest {
        Unit unit = Unit::none;
        double amount = 0;
    };
    std::array<Rest, 3> rest{};  // further units: "three years and four months"
    bool vague = false;          // "years", "several months"
    std::uint32_t cue_end = 0;   // shift: the word behind "before" or "after"
    bool hedged = false;         // "less than" stands in front, inside the expression
    bool after_cue = false;      // a cue of duration stands in front, inside the expression
    bool several = false;        // more than one whole unit with a direction: "the last five years"
    std::optional<ClockTime> clock;
    std::optional<ClockTime> clock_until;  // "from 5 to 6 in the evening"
    bool rest_of = false;                  // from the day of the report to the end of the period
    std::int8_t nth = 0;                   // of a weekday in its month; -1 for the last
    bool moved = false;  // clock and clock_until are two times: "I move it from 10 in the morning to 4"
    std::string part;    // TIMEX3 part of the day: MO, AF, EV, NI, MI, DT
    std::string text;    // finished value, season code
    std::string_view rule = "times.calendar";
    float weight = 1.0F;
};

}  // namespace isnad::times
