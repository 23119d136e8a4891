// How often words occur in news of 8.8 million words (models/word_counts.md).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad::words {

class WordCounts {
  public:
    explicit WordCounts(lexicon::LexiconPtr lexicon);

    // Occurrences of a word in any spelling with this search form; 0 when it is rare.
    std::uint32_t of(std::string_view search_form) const;

  private:
    lexicon::LexiconPtr lexicon_;
    lexicon::TableId table_;
    std::vector<std::uint32_t> count_of_row_;  // read once: look-ups are hot
};

}  // namespace isnad::words
