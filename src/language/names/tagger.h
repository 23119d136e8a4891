// Names by a model learnt from annotated news (models/names.md): a linear-chain conditional random field over
// the features of tagger_features.h. Its weights are the table name_tags of the lexicon: data, so that a new
// model needs no new program.
#pragma once

#include <vector>

#include "language/names/score_memory.h"
#include "language/names/second_look.h"
#include "language/names/tag_path.h"
#include "language/names/tagger_features.h"

namespace isnad::names {

class Tagger {
  public:
    // From the lexicon; empty when it has no such table.
    explicit Tagger(const lexicon::Lexicon& lexicon);

    bool empty() const { return slots_.empty(); }

    // A tag for each word; `by_rule` are the names that the rules have found, one of the features.
    std::vector<std::uint8_t> tag(const Sightings& seen, const Candidates& by_rule,
                                  Convention convention) const;

    // A row of weights as the table writes it: a letter for each tag.
    static std::string written(const TagScores& weights);
    static TagScores read(std::string_view written);

  private:
    struct Slot {
        std::uint32_t check = 0;  // upper half of the feature; 0: empty
        std::array<std::int8_t, lanes> weights{};
    };

    void insert(Feature feature, const std::array<std::int8_t, lanes>& weights);
    bool may_know(Feature feature) const;
    // Adds the weights of the features that are known; the others leave the list.
    void sum(std::vector<Feature>& features, TagSums& scores) const;
    std::vector<FormScores> scores_of_forms(TaggerInput& input) const;
    FormScores scores_of(const FormTraits& traits) const;
    std::vector<PhraseScores> scores_of_phrases(const TaggerInput& input, std::uint32_t words) const;
    // Scores of all words but for what a second look shows.
    std::vector<TagSums> first_scores(const Sightings& seen, TaggerInput& input, Convention convention) const;
    bool look_again(const SecondLook& look, const Sentence& sentence, std::vector<TagSums>& scores) const;

    const TagSums& rule_sums(const TaggerInput::RuleTags& by_rule) const {
        constexpr std::size_t n = TaggerInput::rule_tags;
        return rule_sums_[(by_rule[0] * n + by_rule[1]) * n + by_rule[2]];
    }
    void sum_rules();

    WordClusters clusters_;
    TagFollowing following_;
    std::int16_t outside_ = 0;  // added where nothing is named
    static constexpr unsigned filter_bits = 20;
    std::vector<Slot> slots_;            // open addressing, a power of two
    std::vector<std::uint64_t> filter_;  // which features may be among them, by their upper bits
    std::vector<TagSums> rule_sums_;     // by the tags of rules of three words
    mutable ScoreMemory<FormScores, 1u << 15> form_memory_;
    mutable ScoreMemory<PhraseScores, 1u << 12> phrase_memory_;
};

}  // namespace isnad::names
