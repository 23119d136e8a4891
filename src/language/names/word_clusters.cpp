#include "language/names/word_clusters.h"

#include <charconv>

namespace isnad::names {

WordClusters::WordClusters(const lexicon::Lexicon& lexicon) : table_(lexicon.table_or_none("word_clusters")) {
    if (table_ == lexicon::no_table) return;
    const std::size_t column = lexicon.column(table_, "cluster");
    path_of_row_.resize(lexicon.rows(table_));
    for (std::uint32_t row = 0; row < path_of_row_.size(); ++row) {
        const std::string_view cell = lexicon.cell(table_, row, column);
        const char* at = cell.data();
        for (std::uint16_t& number : path_of_row_[row]) {
            at = std::from_chars(at, cell.data() + cell.size(), number).ptr;
            ++number;
            if (at < cell.data() + cell.size()) ++at;  // the dot
        }
    }
}

WordClusters::Path WordClusters::of(const lexicon::Lexicon& lexicon, std::string_view search_form) const {
    for (const lexicon::Entry& entry : lexicon.find(lexicon::Phrase{}.then(search_form)).entries) {
        if (entry.table == table_) return path_of_row_[entry.row];
    }
    return {};
}

}  // namespace isnad::names
