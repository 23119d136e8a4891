#include "language/words/word_counts.h"

#include <charconv>
#include <mutex>

namespace isnad::words {
namespace {

using Counts = std::vector<std::uint32_t>;

std::shared_ptr<const Counts> read_counts(const lexicon::Lexicon& lexicon, lexicon::TableId table) {
    auto out = std::make_shared<Counts>();
    if (table == lexicon::no_table) return out;
    const std::size_t column = lexicon.column(table, "count");
    out->resize(lexicon.rows(table));
    for (std::uint32_t row = 0; row < out->size(); ++row) {
        const std::string_view cell = lexicon.cell(table, row, column);
        std::from_chars(cell.data(), cell.data() + cell.size(), (*out)[row]);
    }
    return out;
}

// The counts that were read last, while somebody holds them and their lexicon.
std::shared_ptr<const Counts> shared_counts(const lexicon::LexiconPtr& lexicon, lexicon::TableId table) {
    static std::mutex mutex;
    static std::weak_ptr<const lexicon::Lexicon> last_lexicon;
    static std::weak_ptr<const Counts> last_counts;
    const std::lock_guard lock(mutex);
    auto counts = last_counts.lock();
    if (counts == nullptr || last_lexicon.lock() != lexicon) {
        counts = read_counts(*lexicon, table);
        last_lexicon = lexicon;
        last_counts = counts;
    }
    return counts;
}

}  // namespace

WordCounts::WordCounts(lexicon::LexiconPtr lexicon)
    : lexicon_(std::move(lexicon)),
      table_(lexicon_->table_or_none("word_counts")),
      count_of_row_(shared_counts(lexicon_, table_)) {}

std::uint32_t WordCounts::of(std::string_view search_form) const {
    std::uint32_t sum = 0;
    for (const lexicon::Entry& entry : lexicon_->find(lexicon::Phrase{}.then(search_form)).entries) {
        if (has(entry)) sum += of_row(entry.row);
    }
    return sum;
}

}  // namespace isnad::words
