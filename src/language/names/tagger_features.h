// What the tagger looks at, as hashed features (Weinberger et al. 2009): forms of words and of their
// neighbours, clusters, what the lexicon knows of words and phrases, and the names that the rules have found.
//
// A feature of a form holds wherever the form stands, so that its weights are looked up once and remembered
// from document to document (score_memory.h); the features of pairs hang on the place.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "language/names/candidates.h"
#include "language/names/score_memory.h"
#include "language/names/tags.h"

namespace isnad::names {

using Feature = std::uint64_t;

// A feature of a form and how far from the form it counts: 0 to 2 words.
struct FormFeature {
    Feature feature = 0;
    int reach = 0;
};
// The same `distance` words behind the form (negative: before it).
Feature at_distance(Feature feature, int distance);

// What a form shows wherever it stands.
struct FormTraits {
    WordClusters::Path path{};
    std::vector<FormFeature> features;
    Feature unnamed = 0;  // of the form itself, where the rules have found no name
};

class TaggerInput {
  public:
    // `seen` must outlive this.
    TaggerInput(const Sightings& seen, const Candidates& by_rule);

    std::size_t forms() const { return forms_.size(); }
    // The form of a word; form 0 is the edge of a sentence.
    std::uint32_t form(std::uint32_t word) const { return form_of_word_[word]; }
    // All that the traits of a form hang on, in one hash.
    std::uint64_t key(std::uint32_t form) const;
    FormTraits traits(std::uint32_t form, const WordClusters& clusters) const;
    // The clusters of a form, for the features of places: to be told before the first of them is asked for.
    void set_path(std::uint32_t form, const WordClusters::Path& path) { forms_[form].path = path; }

    // What the rules say of a word and its neighbours: the tags of the word before, of the word and of the
    // one behind, 0 for none.
    using RuleTags = std::array<std::uint8_t, 3>;
    static constexpr std::size_t rule_tags = 2 * 8 + 1;
    RuleTags rules_at(std::uint32_t first, std::uint32_t at, std::uint32_t end) const;
    static void of_rules(const RuleTags& by_rule, std::vector<Feature>& out);

    // What the phrases of the lexicon at a word show the word behind it (side 0), itself and the word before
    // it: all hangs on the key.
    std::uint64_t phrase_key(std::uint32_t word) const { return phrase_keys_[word]; }
    void of_phrases(std::uint32_t word, std::uint64_t side, std::vector<Feature>& out) const;

    // Adds the features of word `at` of the sentence [first, end) that hang on more than that.
    void of_place(std::uint32_t first, std::uint32_t at, std::uint32_t end, Convention convention,
                  std::vector<Feature>& out) const;

  private:
    // The name found by rule that holds a word.
    struct RuleTag {
        std::uint8_t tag = 0;  // 0: none, else type and place in the name
        Feature rule = 0, source = 0;
    };

    struct Form {
        std::uint64_t hash = 0;
        std::uint32_t word = no_word;  // its first
        WordClusters::Path path{};
    };

    void note_forms();
    void note_phrases();
    void note_rules(const Candidates& by_rule);
    std::uint64_t hash_at(std::uint32_t first, std::int64_t at, std::uint32_t end) const;
    const WordClusters::Path& path_at(std::uint32_t first, std::int64_t at, std::uint32_t end) const;
    const RuleTag& rule_at(std::uint32_t first, std::int64_t at, std::uint32_t end) const;
    void add_word_pairs(std::uint32_t first, std::uint32_t at, std::uint32_t end,
                        std::vector<Feature>& out) const;
    void add_phrases(std::uint32_t first, std::uint32_t at, std::uint32_t end,
                     std::vector<Feature>& out) const;
    void add_rules(std::uint32_t first, std::uint32_t at, std::uint32_t end, Convention convention,
                   std::vector<Feature>& out) const;

    const Sightings& seen_;
    std::vector<Form> forms_;
    std::vector<std::uint32_t> form_of_word_;
    std::vector<std::uint16_t> phrase_codes_;  // places in phrases of the lexicon, by word
    std::vector<std::uint32_t> phrase_begin_;  // by word, and one past the end
    std::vector<std::uint64_t> phrase_keys_;   // by word
    std::vector<RuleTag> rules_;               // by word
};

}  // namespace isnad::names
