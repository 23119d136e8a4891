// Quantities: numbers with what they count, as intervals (docs/how-it-works.md).
#pragma once

#include "language/words/numerals.h"
#include "lexicon/lexicon.h"
#include "model/annotations.h"
#include "model/document.h"
#include "model/words.h"

namespace isnad::quantities {

// What the stage knows of units, approximators and function words; made once from the lexicon, const and
// shared by threads.
class Knowledge;
std::shared_ptr<const Knowledge> make_knowledge(lexicon::LexiconPtr lexicon);

// Every quantity of the document, in order, disjoint. Dates, clock times, ordinals and numbers inside names
// are none.
Layer<Quantity> find_quantities(const Document& document, const Words& words, const words::Numerals& numerals,
                                const Knowledge& knowledge);

}  // namespace isnad::quantities
