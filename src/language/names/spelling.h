// Whether two words that share a transliteration key can be two spellings of one foreign name.
#pragma once

#include <string_view>

namespace isnad::names {

// The keys leave all long vowels out; here at most one place (two in a long word) may differ in its vowels,
// and an Arabic ending (adjective, feminine, pronoun) that only one of the words has parts them. Both in
// search form.
bool is_spelling_of(std::string_view word, std::string_view other);

}  // namespace isnad::names
