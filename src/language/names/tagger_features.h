// What the tagger looks at, as hashed features (Weinberger et al. 2009): forms of words and of their
// neighbours, clusters, what the lexicon knows of words and phrases, and the names that the rules have found.
//
// A feature of a form holds wherever the form stands, so that its weights are looked up once a document; the
// features of pairs hang on the place.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/names/candidates.h"
#include "language/names/tags.h"
#include "language/names/word_clusters.h"

namespace isnad::names {

using Feature = std::uint64_t;

constexpr int furthest = 2;  // words away that a form still counts

// A feature of a form and how far from the form it counts: 0 to 2 words.
struct FormFeature {
    Feature feature = 0;
    int reach = 0;
};
// The same `distance` words behind the form (negative: before it).
Feature at_distance(Feature feature, int distance);

class TaggerInput {
  public:
    TaggerInput(const Sightings& seen, const Candidates& by_rule, const WordClusters& clusters);

    std::size_t forms() const { return form_begin_.size() - 1; }
    // The form of a word; form 0 is the edge of a sentence.
    std::uint32_t form(std::uint32_t word) const { return form_of_word_[word]; }
    std::span<const FormFeature> of_form(std::uint32_t form) const {
        return {form_features_.data() + form_begin_[form], form_begin_[form + 1] - form_begin_[form]};
    }

    // Adds the features of word `at` of the sentence [first, end) that do not hang on one form alone.
    void of_place(std::uint32_t first, std::uint32_t at, std::uint32_t end, Convention convention,
                  std::vector<Feature>& out) const;

  private:
    // The name found by rule that holds a word.
    struct RuleTag {
        std::uint16_t tag = 0;  // 0: none, else type and place in the name
        Feature rule = 0, source = 0;
    };

    void add_form(const Sightings& seen, std::uint32_t word, const WordClusters& clusters);
    void note_phrases(const Sightings& seen);
    void note_rules(const Sightings& seen, const Candidates& by_rule);
    std::uint64_t hash_at(std::uint32_t first, std::int64_t at, std::uint32_t end) const;
    const WordClusters::Path& path_at(std::uint32_t first, std::int64_t at, std::uint32_t end) const;
    const RuleTag& rule_at(std::uint32_t first, std::int64_t at, std::uint32_t end) const;
    void add_word_pairs(std::uint32_t first, std::uint32_t at, std::uint32_t end,
                        std::vector<Feature>& out) const;
    void add_phrases(std::uint32_t first, std::uint32_t at, std::uint32_t end,
                     std::vector<Feature>& out) const;
    void add_rules(std::uint32_t first, std::uint32_t at, std::uint32_t end, Convention convention,
                   std::vector<Feature>& out) const;

    std::vector<FormFeature> form_features_;
    std::vector<std::uint32_t> form_begin_;      // by form, and one past the end
    std::vector<std::uint64_t> form_hash_;       // by form
    std::vector<WordClusters::Path> form_path_;  // by form
    std::vector<std::uint32_t> form_of_word_;
    std::vector<std::uint16_t> phrase_codes_;  // places in phrases of the lexicon, by word
    std::vector<std::uint32_t> phrase_begin_;  // by word, and one past the end
    std::vector<RuleTag> rules_;               // by word
};

}  // namespace isnad::names
