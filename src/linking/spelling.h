// How far two spellings of one part of a name are apart, by what Arabic writers exchange.
//
// A weighted edit distance: letters that stand for one foreign sound (gh/j/q/k, t/theh/tah, s/sad, v/f/w,
// initial y/j), long vowels that one writer sets and another leaves out, hamza, an initial h that French
// drops, a doubled letter, the last letter of an ending. Everything else costs a whole letter. In a part with
// letters that only Arabic words need (ain, hah, sad, dad, zah) vowels are no matter of taste and count
// fully.
#pragma once

#include <string>
#include <string_view>

namespace isnad::linking {

// Letters are those of the search form. 0 for equal, about 0.3 for each exchange of the kinds above, 1 for
// any other letter that is changed, added or left out.
double spelling_distance(std::u32string_view a, std::u32string_view b);

// The most that two spellings of a part may differ, by the letters of the longer one.
double spelling_budget(std::size_t letters);

bool same_spelling(std::u32string_view a, std::u32string_view b);

// Whether a word has a letter that foreign names do not need.
bool is_native(std::u32string_view word);

}  // namespace isnad::linking
