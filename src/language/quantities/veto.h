// Numbers that count nothing: dates, years, clock times, labels ("article 5"), scores, parts of names and of
// longer numbers.
#pragma once

#include "language/quantities/counting.h"
#include "language/quantities/text_view.h"

namespace isnad::quantities {

// Whether the number at [number.first, number.end) is part of a date, a time, a code or a name, whatever it
// seems to count.
bool is_no_quantity(const TextView& text, const words::Numeral& number, const Counted& counted);

// Whether a number that counts nothing in sight is a quantity all the same: "the toll rose to 45", "and
// injured 30 in".
bool stands_alone(const TextView& text, const words::Numeral& number);

// A bare number behind a name and a comma: "Hamish Harding, 58,".
bool is_age(const TextView& text, const words::Numeral& number);

// Four digits that may be a year.
bool looks_like_year(const TextView& text, const words::Numeral& number);

}  // namespace isnad::quantities
