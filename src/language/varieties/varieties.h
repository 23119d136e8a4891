// The language of an article, and the variety of Arabic it is written in.
//
// Languages are told by their letters and by function words, beginnings and ends of words
// (lexicon/varieties.tsv), sentence by sentence, each script for itself; what a sentence lacks in signs the
// rest of the article lends it. A letter alone never outweighs the words around it: an Arabic text typed on a
// Persian keyboard stays Arabic. Languages whose script nobody else uses are told by the script.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/words/clitics.h"
#include "lexicon/lexicon.h"
#include "model/evidence.h"
#include "text/normalise.h"

namespace isnad::varieties {

struct Share {
    std::string language;  // BCP 47: "ar", "fa", "prs", "az-Arab"; "und" when nothing tells
    std::uint32_t words = 0;
    double part = 0;  // of the words that were looked at
};

struct Variety {
    std::string language = "und";  // of most of its words
    double confidence = 0;         // 0..1: an ordering, not a probability
    std::vector<Share> shares;     // most words first
    std::string dialect;           // "egyptian", "maghrebi" ... when much of an Arabic article is; or empty
    double dialect_part = 0;       // of the sentences, by words, outside quotation marks
    Why why;                       // the words that told the language

    // Whether the stages that read Arabic have nothing to look for: another language is sure, and hardly any
    // Arabic stands beside it.
    bool leaves_no_arabic() const;
};

class Knowledge;
std::shared_ptr<const Knowledge> make_knowledge(const lexicon::LexiconPtr& lexicon);

// `normal` is the normal form of the whole page, `declared` the language by the page's own metadata: a weak
// sign. Looks at the first 20,000 words; one pass over them.
Variety identify(const Page& page, const NormalText& normal, const std::vector<Block>& blocks,
                 std::string_view declared, const words::Clitics& clitics, const Knowledge& knowledge);

}  // namespace isnad::varieties
