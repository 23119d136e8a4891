// What the tables of the lexicon may hold: the columns of each, and the words and numbers allowed in them.
// One list; the reader of a table checks against it, docs/formats/lexicon.md explains it.
#pragma once

#include <span>
#include <string_view>

#include "base/result.h"
#include "lexicon/table.h"

namespace isnad::lexicon {

// Whether the names of a table come from other languages, and so are found under their transliteration key
// too.
enum class Variants : std::uint8_t {
    unlisted,  // the words of the table are no keys at all
    none,
    phrases,  // only names of two words or more
    all
};

struct ColumnRule {
    std::string_view name;
    std::string_view allowed;  // "" anything; "#" a number or empty; "a b c" one of; ",a b c" a comma list of
};

struct TableRule {
    std::string_view name;
    std::span<const ColumnRule> columns;  // in this order, after `ar`
    Variants variants = Variants::none;
};

// The rule of a table, or null when the lexicon knows no such table.
const TableRule* rule_of(std::string_view table);

// Checks columns, cell values, unique ids and doubled rows. The first fault is the error.
Done check_table(const Table& table);

}  // namespace isnad::lexicon
