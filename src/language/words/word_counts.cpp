#include "language/words/word_counts.h"

#include <charconv>

namespace isnad::words {

WordCounts::WordCounts(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)),
      table_(lexicon_->table("word_counts").value_or(lexicon::TableId{UINT16_MAX})) {
    if (table_.index != UINT16_MAX) column_ = lexicon_->column(table_, "count");
}

std::uint32_t WordCounts::of(std::string_view search_form) const {
    std::uint32_t sum = 0;
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        if (entry.table != table_) continue;
        const std::string_view cell = lexicon_->cell(entry, column_);
        std::uint32_t count = 0;
        std::from_chars(cell.data(), cell.data() + cell.size(), count);
        sum += count;
    }
    return sum;
}

}  // namespace isnad::words
