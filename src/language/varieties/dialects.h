// Whether an Arabic article is written in a spoken variety, and in which. News hardly ever is: the note is
// given only when a good part of the sentences outside quotation marks holds words that the written language
// does not have (lexicon/dialects.tsv).
#pragma once

#include <string>
#include <vector>

#include "language/varieties/knowledge.h"
#include "language/words/clitics.h"
#include "model/document.h"
#include "text/normalise.h"

namespace isnad::varieties {

struct Dialect {
    std::string name;  // empty when the article is not in dialect
    double part = 0;   // of the sentences, by words, that are
};

Dialect find_dialect(const NormalText& normal, const std::vector<Block>& blocks,
                     const words::Clitics& clitics, const Knowledge& knowledge);

}  // namespace isnad::varieties
