// The key of a phrase: a hash that grows word by word, so that a walk over a text looks up "a", "a b", "a b
// c" without building strings. Sixty-four bits: two phrases of a lexicon of a million share a key once in 37
// million lexicons.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace isnad::lexicon {

struct Phrase {
    std::uint64_t hash = 0;

    // This phrase with one more word, in search form, or with the hash of one (hash_bytes).
    Phrase then(std::string_view word) const { return then(hash_bytes(word)); }
    Phrase then(std::uint64_t word) const { return {hash_join(hash, word)}; }
};

// The words of a key in a normal form: maximal runs of letters and digits; signs such as % are words of their
// own, and hyphens, full stops, quotation marks and slashes only divide. Arabic letters and digits that touch
// are two words.
std::vector<std::string_view> words_of(std::string_view normal_form);

}  // namespace isnad::lexicon
