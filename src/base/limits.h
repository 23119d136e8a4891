// The caps that keep hostile input from taking the machine: one table, named by what they hold back.
#pragma once

#include <cstddef>
#include <cstdint>

namespace isnad::limits {

constexpr std::uint64_t page_bytes = 64u << 20;         // a longer page is cut there, and a problem says so
constexpr std::uint32_t word_bytes = 256;               // a longer run of letters is no word: not looked up
constexpr std::size_t articles_per_page = 200;          // further articles of a page stay chrome
constexpr std::size_t blocks_per_page = 200'000;        // lines beyond are chrome of kind "cut"
constexpr std::size_t annotations_per_layer = 500'000;  // a stage stops there, and a problem says so
constexpr std::size_t table_row_bytes = 64u << 10;      // a longer row of a lexicon table is refused
constexpr std::size_t table_bytes = 256u << 20;         // a longer table is refused

}  // namespace isnad::limits
