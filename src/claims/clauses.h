// Clauses and sentences around a place of a document: the neighbourhood that tells what a figure, a statement
// or a date is about.
#pragma once

#include <cstdint>

#include "model/analysis.h"

namespace isnad::claims {

// Words [first, end) of a document.
struct WordRange {
    std::uint32_t first = 0, end = 0;

    bool contains(std::uint32_t word) const { return first <= word && word < end; }
};

// The words that begin inside a span.
WordRange words_in(const Words& words, Span span);

// From the first to the last of the words; empty for none.
Span span_of(const Words& words, WordRange range);

// The part of the sentence between two signs that divide clauses (comma, semicolon, colon, dash, brackets,
// full stop) around the words in `inside`. Quotation marks do not divide.
WordRange clause_around(const Words& words, WordRange inside);

// The sentence of a word.
WordRange sentence_around(const Words& words, std::uint32_t word);

// The words around `inside`, which they hold, within `limits` and not longer than `most` bytes as far as
// whole words allow; what stands before comes first.
Span words_around(const Words& words, WordRange inside, WordRange limits, std::uint32_t most);

}  // namespace isnad::claims
