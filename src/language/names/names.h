// Names: persons, organisations, places and other proper names, by gazetteer, titles and class nouns.
#pragma once

#include <memory>

#include "language/words/clitics.h"
#include "lexicon/lexicon.h"
#include "model/annotations.h"
#include "model/document.h"
#include "model/words.h"

namespace isnad::names {

class Knowledge;
std::shared_ptr<const Knowledge> make_knowledge(lexicon::LexiconPtr lexicon);

// Every name of the document, in order, disjoint. A second pass over the document lets a part of a name
// ("Putin") stand for the fuller one met in it. `clitics` tells common words from rare ones.
Layer<Name> find_names(const Document& document, const Words& words, const words::Clitics& clitics,
                       const Knowledge& knowledge);

}  // namespace isnad::names
