// Texts -> sentences with features and right tags, by the engine's own words, rules and features.
#pragma once

#include <memory>

#include "language/names/knowledge.h"
#include "language/names/tagger_features.h"
#include "language/words/words.h"
#include "models/name_training/texts.h"

namespace isnad::names::training {

// One sentence for training: features and the right tag of every word.
struct Lesson {
    std::vector<std::vector<Feature>> features;
    std::vector<std::vector<std::uint32_t>> ids;
    std::vector<std::uint8_t> right;
    Convention convention = Convention::ours;
    std::vector<std::uint32_t> tokens;  // by word: which token of the corpus it begins, or no_word
    std::vector<std::string> said;      // tokens of the corpus in this sentence
    std::vector<std::string> gold;      // tags of the corpus, by token of this sentence
    std::vector<std::uint64_t> keys;    // of mentions, by word
};
using Lessons = std::vector<Lesson>;  // of one document

class Reader {
  public:
    explicit Reader(lexicon::LexiconPtr lexicon)
        : clitics_(lexicon), knowledge_(make_knowledge(lexicon)), clusters_(*lexicon) {}

    void read(const Text& text, Lessons& out) const;

  private:
    std::vector<FormTraits> traits_of(TaggerInput& input) const;

    words::Clitics clitics_;
    std::shared_ptr<const Knowledge> knowledge_;
    WordClusters clusters_;
};

}  // namespace isnad::names::training
