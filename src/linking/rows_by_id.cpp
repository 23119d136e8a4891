#include "linking/rows_by_id.h"

namespace isnad::linking {

const RowsById::Index& RowsById::index_of(lexicon::TableId table) const {
    const std::lock_guard held(lock_);
    const auto [at, added] = of_table_.try_emplace(table.index);
    if (!added) return at->second;
    const std::size_t id = lexicon_.column(table, "id"), count = lexicon_.columns(table).size();
    for (std::uint32_t row = 0; row < lexicon_.rows(table); ++row) {
        const std::string_view cell = lexicon_.cell(table, row, id < count ? id : 0);
        at->second.try_emplace(id < count ? cell : cell.substr(0, cell.find('|')), row);
    }
    return at->second;
}

std::optional<std::uint32_t> RowsById::find(lexicon::TableId table, std::string_view id) const {
    const Index& index = index_of(table);  // never changed once it is made
    const auto at = index.find(id);
    return at == index.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace isnad::linking
