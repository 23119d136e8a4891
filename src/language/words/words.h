// From a document to its words and sentences: the first stage of the language room.
#pragma once

#include <memory>

#include "language/words/clitics.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "model/words.h"

namespace isnad::words {

// Words and sentences of the document's blocks. `normal` is the normal form of the whole page text. A
// sentence never crosses a block; one pass over the text.
Words find_words(const Document& document, std::shared_ptr<const NormalText> normal, const Clitics& clitics);

// Notes on the stretches that find_words took apart because their spaces are lost (language/words/glued.h),
// at most twenty.
std::vector<Problem> note_glued(const Words& words);

}  // namespace isnad::words
