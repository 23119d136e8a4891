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
constexpr std::uint32_t quoted_words = 400;             // a longer quotation is taken to have lost its mark
constexpr std::size_t table_row_bytes = 64u << 10;      // a longer row of a lexicon table is refused
constexpr std::size_t table_bytes = 256u << 20;         // a longer table is refused

// HTML (source/html_guard.h): what the parser never gets to see.
constexpr std::size_t html_depth = 512;      // elements in one another; deeper tags are left out
constexpr std::size_t html_formatting = 32;  // <b>, <font> ... open at once; further ones are left out
constexpr std::size_t html_tags = 500'000;   // elements made; further tags are left out, their text stays
constexpr std::size_t html_attributes = 64;  // of one tag; further ones are left out
constexpr std::size_t html_attribute_bytes = 1u << 20;  // a longer value is left out
constexpr std::size_t metadata_facts = 2'000;           // further ones are not read
constexpr std::size_t metadata_bytes = 64u << 10;       // of one fact; a longer value is not read
constexpr std::size_t metadata_text_bytes = 1u << 20;   // of an article's text as data, likewise
constexpr std::size_t metadata_items = 1'000;           // further things described are not read
constexpr std::size_t metadata_nesting = 64;            // items in one another; deeper ones are not read
constexpr std::size_t inline_spans = 50'000;            // links and the like within lines; likewise
constexpr std::size_t images_per_page = 1'000;          // further ones are not told
constexpr std::size_t json_ld_bytes = 4u << 20;         // of all scripts of a page; further ones are not read

// Files of records (source/streams/record_formats.h).
constexpr std::size_t records_per_file = 50'000;  // further ones are not read, and a problem says so
constexpr std::size_t xml_depth = 256;            // elements in one another; deeper ones end the file
constexpr std::size_t mime_depth = 16;            // parts in one another; deeper ones are not read
constexpr std::size_t mime_parts = 10'000;        // of one file; further ones are not read

// Containers (source/streams/): archives, WARC, JSON Lines, tables.
constexpr std::size_t archive_depth = 3;               // archives in one another; deeper ones are not opened
constexpr std::size_t container_depth = 8;             // archives and compressions in one another
constexpr std::uint64_t expansion_bytes = 100u << 20;  // beyond so many bytes made, and
constexpr std::uint64_t expansion = 1000;              // so many times the bytes read, reading ends
constexpr std::size_t record_header_bytes = 256u << 10;  // of a WARC record or an HTTP message
constexpr std::size_t record_fields = 4096;           // of one JSON or CSV record; further ones are left out
constexpr std::size_t member_name_bytes = 4096;       // a longer name of a member is cut
constexpr std::size_t dictionary_bytes = 16u << 20;   // of zstd
constexpr int zstd_window_log = 27;                   // 128 MiB; frames with a larger window are refused
constexpr std::size_t pages_in_flight = 64;           // read, and not yet written
constexpr std::uint64_t bytes_in_flight = 64u << 20;  // of them together; a larger page goes alone

}  // namespace isnad::limits
