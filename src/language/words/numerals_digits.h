// Numbers in digits with the separators that the press uses: 15,000  7,8  3.5  1.000.000  1,234.56.
#pragma once

#include <optional>
#include <string_view>

namespace isnad::words {

// The value of a number word of the tokeniser. Groups of three after one kind of separator are thousands,
// unless the number `has_scale`, a scale word or a per cent sign, behind it ("3,650 million"). Nothing for
// what is no number, such as a date with full stops, and for more than fifteen digits.
std::optional<double> digits_value(std::string_view text, bool has_scale);

// Whether a number word may be the first of groups divided by spaces ("40 000"), or a later one: three digits
// and no more.
bool may_lead_groups(std::string_view text);
bool is_group_of_three(std::string_view text);

// Whether a word is three digits with a decimal part, as the last group of a number in groups has.
bool is_decimal_group(std::string_view text);

}  // namespace isnad::words
