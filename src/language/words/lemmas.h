// The words that a form of a text may be entered under in a dictionary: made on demand, never stored.
//
// Proclitics, the article and the pronoun are taken off; verbs go to the third person of the past by pattern,
// feminines, duals and sound plurals to the singular by rule. What a rule makes stands only where the
// lexicon or the counts of words know it. Broken plurals are those of the lexicon alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/words/clitics.h"
#include "model/words.h"

namespace isnad::words {

// Lemma candidates of a word in analysis form, the likeliest first, at most six; the stem is always one of
// them. Nothing for what is no Arabic word.
std::vector<std::string> lemma_candidates(const Words& words, std::uint32_t index, const Clitics& clitics);

}  // namespace isnad::words
