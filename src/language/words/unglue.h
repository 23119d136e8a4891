// Takes the tokens of a document apart that lost the space between their words (language/words/glued.h).
#pragma once

#include <cstddef>
#include <vector>

#include "language/words/clitics.h"
#include "model/words.h"
#include "text/normalise.h"

namespace isnad::words {

// Replaces each glued token by its words, which share out its span and its block; sentences are not made yet.
// A part that stands alone elsewhere in the document counts as a known word. `unknown`: the words that no
// table has as they stand, in order; only they are looked at. Linear in the text.
void unglue(const NormalText& normal, const Clitics& clitics, const std::vector<std::size_t>& unknown,
            std::vector<Word>& words);

}  // namespace isnad::words
