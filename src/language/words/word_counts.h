// How often words occur in news of 8.8 million words (models/word_counts.md).
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad::words {

// The counts of a lexicon are read once and shared by all that ask for them at the same time.
class WordCounts {
  public:
    explicit WordCounts(lexicon::LexiconPtr lexicon);

    // Occurrences of a word in any spelling with this search form; 0 when it is rare.
    std::uint32_t of(std::string_view search_form) const;

    // Whether an entry of the lexicon is one of the counts, and how often its very spelling occurs.
    bool has(const lexicon::Entry& entry) const { return entry.table == table_; }
    std::uint32_t of_row(std::uint32_t row) const { return (*count_of_row_)[row]; }
    std::uint32_t rows() const { return static_cast<std::uint32_t>(count_of_row_->size()); }

  private:
    lexicon::LexiconPtr lexicon_;
    lexicon::TableId table_;
    std::shared_ptr<const std::vector<std::uint32_t>> count_of_row_;  // look-ups are hot
};

}  // namespace isnad::words
