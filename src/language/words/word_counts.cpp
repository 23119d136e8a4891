#include "language/words/word_counts.h"

#include <charconv>

namespace isnad::words {

WordCounts::WordCounts(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)),
      table_(lexicon_->table("word_counts").value_or(lexicon::TableId{UINT16_MAX})) {
    if (table_.index == UINT16_MAX) return;
    const std::size_t column = lexicon_->column(table_, "count");
    count_of_row_.resize(lexicon_->rows(table_));
    for (std::uint32_t row = 0; row < count_of_row_.size(); ++row) {
        const std::string_view cell = lexicon_->cell(table_, row, column);
        std::from_chars(cell.data(), cell.data() + cell.size(), count_of_row_[row]);
    }
}

std::uint32_t WordCounts::of(std::string_view search_form) const {
    std::uint32_t sum = 0;
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        if (entry.table == table_) sum += count_of_row_[entry.row];
    }
    return sum;
}

}  // namespace isnad::words
