// What stands behind a number: the unit, the noun that is counted, a partitive ("of the soldiers"), or
// "others".
#pragma once

#include <optional>

#include "language/quantities/text_view.h"

namespace isnad::quantities {

enum class Counting : std::uint8_t { none, unit, noun, partitive, others };

struct Counted {
    Counting how = Counting::none;
    const Unit* unit = nullptr;
    std::uint32_t first = 0, end = 0;  // the words of the noun
    double more = 0;                   // "and a half", "point eight" behind the unit
};

// The words behind a number that begin at `at`; `single` counts are read with an indefinite noun only, as
// Arabic grammar has it, vague and scaled ones with a definite noun too ("thousands of the soldiers").
Counted counted_at(const TextView& text, const words::Numeral& number, std::uint32_t at);

// "and a half" behind a unit: the fraction and the end, or 0 and `at`.
struct Rest {
    double value = 0;
    std::uint32_t end = 0;
};
Rest rest_of_unit(const TextView& text, std::uint32_t at);

// Whether a word can be the noun that a number counts.
bool is_counted_noun(const TextView& text, std::uint32_t at);

}  // namespace isnad::quantities
