// Rows of tables by their ids: what a Known names, found without walking through its table.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace isnad::linking {

class RowsById {
  public:
    explicit RowsById(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {}

    // The first row with this id, or with this first spelling where the table has no ids. From any thread;
    // the index of a table is made when it is first asked.
    std::optional<std::uint32_t> find(lexicon::TableId table, std::string_view id) const;

  private:
    using Index = std::unordered_map<std::string_view, std::uint32_t>;
    const Index& index_of(lexicon::TableId table) const;

    const lexicon::Lexicon& lexicon_;
    mutable std::mutex lock_;
    mutable std::map<std::uint16_t, Index> of_table_;
};

}  // namespace isnad::linking
