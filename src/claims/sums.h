// Parts that add up: "a loan of 90 million and a grant of 30 million" beside "120 million".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claims/figures.h"

namespace isnad::claims {

// "; the parts add up: 90 + 30 = 120" where a sentence of one of the documents names parts whose sum is the
// value of these figures, else nothing. The figures give one value.
std::string sum_of(const std::vector<Figure>& figures, const std::vector<std::uint32_t>& of);

}  // namespace isnad::claims
