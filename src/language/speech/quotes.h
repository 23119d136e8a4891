// Quotation marks paired into quoted stretches.
#pragma once

#include <cstdint>
#include <vector>

#include "model/words.h"

namespace isnad::speech {

// A quoted stretch: the words between its marks are [first(), close). `closed` is false where the mark that
// ends it is missing: `close` is then the word behind its last one. A mark may be written with two signs.
struct Quoted {
    std::uint32_t open = 0;
    std::uint32_t close = 0;
    bool closed = true;
    std::uint8_t lead = 1;  // signs of the mark that opens
    std::uint8_t tail = 1;  // signs of the mark that closes

    std::uint32_t first() const { return open + lead; }
    std::uint32_t words() const { return close - first(); }
    // Index of the word behind the stretch with its mark.
    std::uint32_t behind() const { return closed ? close + tail : close; }
};

// Outermost quoted stretches in text order, disjoint. Straight, curly, angle and single marks, also mirrored,
// mixed or doubled; a mark at both ends alike; quotations that go on over sentences and paragraphs. A stretch
// never spans more than limits::quoted_words words; a mark without partner closes at the end of its sentence,
// behind a colon at that of its paragraph; a single mark without partner is none.
std::vector<Quoted> find_quotes(const Words& words);

}  // namespace isnad::speech
