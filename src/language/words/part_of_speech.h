// The coarse part of speech of a word, from the lexicon, its shape, the counts of its forms and the word
// before it: made on demand, never stored. How right it is: quality/segmentation.md.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/words/clitics.h"
#include "model/words.h"

namespace isnad::words {

enum class PartOfSpeech : std::uint8_t {
    noun,
    proper,
    verb,
    adjective,
    preposition,
    conjunction,  // complementisers too
    pronoun,      // demonstratives and relatives too
    particle,
    adverb,
    number,
    punctuation,
    other
};

// Of the stem of a word, proclitics and pronoun left aside. "la-hum" is a preposition.
PartOfSpeech part_of_speech(const Words& words, std::uint32_t index, const Clitics& clitics);

std::string_view name_of(PartOfSpeech part);

}  // namespace isnad::words
