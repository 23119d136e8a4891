// How often a word or a name is met in news at large: what keeps a collection of five pages on one subject
// from taking the subject's own words for common ones.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"

namespace isnad::stories {

class Background {
  public:
    explicit Background(const lexicon::Lexicon& lexicon);

    // The share of news texts that hold a word of this search form, from counts of words
    // (models/word_counts.tsv): 0 to 1, never quite 0.
    double share_of(std::string_view word) const;

    // The share of the rarest word of a name.
    double share_of_name(std::string_view normal) const;

    bool is_function_word(std::string_view word) const;

  private:
    const lexicon::Lexicon& lexicon_;
    lexicon::TableId word_counts_, function_words_;
    std::size_t count_ = 0;
};

}  // namespace isnad::stories
