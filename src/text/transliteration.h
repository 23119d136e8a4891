// A key under which the spellings of one foreign name meet: consonant skeleton after Pouliquen et al. (2005)
// and Aqeel et al. (2006). Letters that Arabic writers exchange for one foreign sound fall together
// (gh/j/q/k, th/t, s/sad, z/dhal/zah), long vowels and hamza fall away after the first letter, doubled
// letters become one.
#pragma once

#include <string>
#include <string_view>

namespace isnad {

// The key of one word in search form (text/normalise.h); a word without Arabic letters is its own key.
std::string transliteration_key(std::string_view search_form);

}  // namespace isnad
