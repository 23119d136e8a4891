// The steps of reading an amount, for amount.cpp: each in the file of its name.
#pragma once

#include "language/quantities/amount.h"

namespace isnad::quantities {

// The number at a word, or behind an opening bracket; with the word behind it, a closing bracket left out.
struct Read {
    words::Numeral number;
    std::uint32_t behind = 0;
    std::uint32_t first = 0;
};
std::optional<Read> number_at(const TextView& text, std::uint32_t at);

// A number and what it counts as an amount.
Amount amount_of(const words::Numeral& number, const Counted& counted, std::string_view rule, float weight);

// "two hours", "two tonnes", "an hour and a half": the unit tells the number. may_tell_number: a quick look
// at the endings.
std::optional<Amount> unit_amount(const TextView& text, std::uint32_t at);
bool may_tell_number(const TextView& text, std::uint32_t at);

// "half an hour", "two thirds of the voters": a fraction of a unit, or of something definite.
std::optional<Amount> fraction_amount(const TextView& text, std::uint32_t at);

// One interval of a number and the one behind it; `opened`: "between" or "from" stands before.
std::optional<Amount> range_of(const TextView& text, const words::Numeral& first, std::uint32_t behind,
                               bool opened);

}  // namespace isnad::quantities
