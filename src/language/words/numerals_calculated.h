// Numbers that are told by more than one: with a sign ("minus five", "-3"), as a quotient ("3/4", "one in
// three", "2000 over 3", "three and twenty fifths"), as a power ("1.1^23") or with an exponent ("12e-1").
#pragma once

#include <cstdint>
#include <optional>

#include "language/words/numerals.h"

namespace isnad::words {

// The number that begins at word `at`, calculated where its words ask for it, else as Numerals::at gives it;
// a lone fraction ("half") counts too. Whether "of" between two numbers divides them is for the caller to
// decide
// (`divide`): "one of three" may also count.
std::optional<Numeral> calculated_at(const Numerals& numerals, const Words& words, std::uint32_t at,
                                     bool divide = true);

// Whether the word says "minus".
bool is_minus_word(std::string_view search_form);

}  // namespace isnad::words
