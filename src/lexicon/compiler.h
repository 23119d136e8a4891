// Compiles tables into the image that lexicon.h reads. A tool and `--lexicon` use it; reading never does.
#pragma once

#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/table.h"

namespace isnad::lexicon {

// Reads and checks every *.tsv in a directory, in order of name. Sub-directories are left alone.
Result<std::vector<Table>> read_tables(const std::string& directory);

// Compiles tables, in order of name. Equal tables give equal bytes.
std::string compile(std::vector<Table> tables);

// The tables that an image was compiled from, without comments and line numbers.
std::vector<Table> tables_of(const Lexicon& lexicon);

// `base` with the rows of `over` laid on it: a row with the same id, or where the table has none the same
// `ar`, replaces.
std::vector<Table> overlay(std::vector<Table> base, std::vector<Table> over);

}  // namespace isnad::lexicon
