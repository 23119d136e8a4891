// How surely the speaker of a statement tells it: certain, probable, possible or not at all, positive or
// negative (FactBank, Sauri and Pustejovsky 2009).
#pragma once

#include <memory>

#include "lexicon/lexicon.h"
#include "model/statement.h"
#include "model/words.h"

namespace isnad::speech {

// The words of lexicon/modals.tsv.
class Modals;
std::shared_ptr<const Modals> make_modals(const lexicon::LexiconPtr& lexicon);

// The statements with what their speakers commit to: by the cue (denials, demands, doubts, threats), else by
// the first clause of what is said: negation, modal words, duty, condition, question. An indirect statement
// without any of these is certain: its speaker asserts it. Linear in the words.
Layer<Statement> with_commitments(const Words& words, const Layer<Statement>& statements,
                                  const Modals& modals);

}  // namespace isnad::speech
