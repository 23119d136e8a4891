// Where sentences end: at full stops, question and exclamation marks and ellipses that are no part of an
// initial, abbreviation, number, date or list number, with the quotation marks and brackets behind them.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/words.h"

namespace isnad::words {

// Sentences of the document's words, which get the index of theirs. None crosses a block; in a headline
// points in a row are a pause and end nothing. One pass.
std::vector<Sentence> find_sentences(const Document& document, const NormalText& normal,
                                     std::vector<Word>& words);

}  // namespace isnad::words
