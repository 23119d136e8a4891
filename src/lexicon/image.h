// The bytes of a compiled lexicon. Little-endian; every section begins at a multiple of eight.
//
//   header   magic, version, hash of the sources, size, and {offset, count} of each section
//   strings  one pool of UTF-8
//   tables   {name, first column, columns, first cell, rows}
//   columns  names as {offset, size} into the pool
//   cells    {offset, size} into the pool, row by row
//   entries  {table, spelling, row, analysis form}
//   slots    two open-addressed tables of {hash, first entry, entries, longer}, a power of two in size
#pragma once

#include <array>
#include <cstdint>

#include "lexicon/lexicon.h"

namespace isnad::lexicon {

constexpr std::array<char, 8> image_magic{'I', 'S', 'N', 'A', 'D', 'L', 'X', '\n'};
constexpr std::uint32_t image_version = 1;

struct Section {
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
};

enum SectionName : std::uint8_t {
    in_strings,
    in_tables,
    in_columns,
    in_cells,
    in_entries,
    in_exact,
    in_variant,
    section_count
};

struct Lexicon::Header {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t reserved;
    std::uint64_t source_hash;
    std::uint64_t size;
    std::array<Section, section_count> sections;
};

struct Lexicon::TableHead {
    Text name;
    std::uint32_t first_column, columns, first_cell, rows;
};

struct Lexicon::Slot {
    std::uint64_t hash;  // 0 with no entries and not longer: empty
    std::uint32_t first;
    std::uint16_t entries;
    std::uint16_t longer;
};

}  // namespace isnad::lexicon
