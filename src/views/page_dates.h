// Dates and amounts as people write them, in both languages. Digits are Western; the page offers both
// systems.
#pragma once

#include <string>
#include <string_view>

#include "model/claim.h"
#include "views/page_labels.h"

namespace isnad::views {

// A text in both languages.
struct Wording {
    std::string ar, en;
    const std::string& in(bool arabic) const { return arabic ? ar : en; }
};

// The text with `with` in the place of "{n}".
std::string filled(std::string_view pattern, std::string_view with);
Wording filled(const Label& label, const Wording& with);
Wording filled(const Label& label, std::string_view with);

// An EDTF date ("2024-06-18", "2024-06", "2024", "2024-W25", "2024-06-18/2024-06-19") in words; `weekday`
// adds the day of the week to a day. What is not understood comes back as it is.
Wording worded_date(std::string_view edtf, const Labels& labels, bool weekday = false);

// "1,250.5".
std::string grouped(double value);
// "15,000", "11-14 million", "at least 3,000".
Wording worded_amount(const Interval& interval, const Labels& labels);

}  // namespace isnad::views
