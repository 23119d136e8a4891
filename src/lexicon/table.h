// A lexicon table as a linguist writes it: TSV with a commented head (docs/formats/lexicon.md). Reading only;
// errors name file, line and column and show the row with a caret.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace isnad::lexicon {

struct Row {
    std::vector<std::string> cells;  // one for each column of the table
    std::uint32_t line = 0;          // in its file, from 1
};

struct Table {
    std::string name;
    std::string file;
    std::string licence;
    std::vector<std::string> columns;
    std::vector<Row> rows;

    // Index of a column, or columns.size().
    std::size_t column(std::string_view name) const;
};

// Reads one table. `file` is for messages; its stem must equal the name that the head gives.
Result<Table> read_table(std::string bytes, const std::string& file);

// An error at cell `column` of a row (columns from 0), with the row and a caret under the cell.
Error row_error(const Table& table, const Row& row, std::size_t column, const std::string& what);

}  // namespace isnad::lexicon
