// What the rest of a document says of a word: the tags that a first pass gave to its other mentions (context
// aggregation and prediction history, Ratinov and Roth 2009). The longest form tells what the short one is.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "language/names/sightings.h"
#include "language/names/tagger_features.h"

namespace isnad::names {

// By word: what its mentions have in common, without proclitics; 0 for words that are never looked at again.
std::vector<std::uint64_t> mention_keys(const Sightings& seen);

class SecondLook {
  public:
    // `keys` and `first_tags` by word of the document; the tags must outlive this.
    SecondLook(std::span<const std::uint64_t> keys, std::span<const std::uint8_t> first_tags);

    // Whether a word has other mentions.
    bool sees(std::uint32_t word) const { return views_[word].mentions > 0; }
    // Adds what is seen at word `at` of the sentence [first, end) and beside it.
    void of_place(std::uint32_t first, std::uint32_t at, std::uint32_t end, std::vector<Feature>& out) const;

  private:
    using Counts = std::array<std::uint16_t, lanes>;

    // The other mentions of a word: what most names among them are, and how many are names at all.
    struct View {
        std::uint8_t tag = 0, share = 0, mentions = 0;
    };
    View view_of(Counts others) const;

    std::span<const std::uint8_t> tags_;
    std::vector<View> views_;  // by word
};

}  // namespace isnad::names
