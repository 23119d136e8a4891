// A number with what it counts, before approximators: "15 thousand soldiers", "two hours", "11 to 14
// thousand", "$5 billion".
#pragma once

#include <optional>
#include <string_view>

#include "language/quantities/counting.h"
#include "language/quantities/text_view.h"

namespace isnad::quantities {

struct Amount {
    std::uint32_t first = 0, end = 0;  // words
    std::uint8_t skip = 0;             // bytes of proclitics in front
    double low = 0, high = 0;
    bool vague = false;
    std::string_view unit;  // as Quantity::unit
    std::uint32_t counted_first = 0, counted_end = 0;
    std::string_view rule;
    float weight = 1.0F;
};

// Whether a number may begin at a word: digits, a number word, or a unit that tells the number by itself.
// Cheap.
bool may_be_number(const TextView& text, std::uint32_t at);

// The amount that begins at a word; `sure`: an approximator stands before it, so that it needs no counted
// noun.
std::optional<Amount> amount_at(const TextView& text, std::uint32_t at, bool sure);

// "11 and 14 thousand", "8 to 12 sailors" behind "between" or "from": one interval, its scale and unit
// carried back.
std::optional<Amount> range_at(const TextView& text, std::uint32_t at);

}  // namespace isnad::quantities
