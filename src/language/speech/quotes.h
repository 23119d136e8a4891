// Quotation marks paired into quoted stretches.
#pragma once

#include <cstdint>
#include <vector>

#include "model/words.h"

namespace isnad::speech {

// A quoted stretch: the words between its marks are [open + 1, close). `closed` is false where the mark that
// ends it is missing: `close` is then the word behind its last one.
struct Quoted {
    std::uint32_t open = 0;
    std::uint32_t close = 0;
    bool closed = true;

    std::uint32_t first() const { return open + 1; }
    std::uint32_t words() const { return close - open - 1; }
    // Index of the word behind the stretch with its mark.
    std::uint32_t behind() const { return closed ? close + 1 : close; }
};

// Outermost quoted stretches in text order, disjoint. Straight, curly and angle marks, also mirrored or
// mixed; a mark at both ends alike; quotations that go on over sentences and paragraphs. A stretch never
// spans more than limits::quoted_words words; a mark without partner closes at the end of its sentence.
std::vector<Quoted> find_quotes(const Words& words);

}  // namespace isnad::speech
