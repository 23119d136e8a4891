// What bytes are, by how they begin and, where that leaves it open, by their name.
#pragma once

#include <cstdint>
#include <string_view>

namespace isnad::source {

enum class Form : std::uint8_t {
    page,
    records,
    gzip,
    zstd,
    filtered,
    tar,
    zip,
    warc,
    json_lines,
    json,
    csv,
    tsv
};

// How many bytes of the beginning are looked at.
constexpr std::size_t form_head = 64u << 10;

// `name` is the file or member; endings of compression (".gz") are left out of account.
Form form_of(std::string_view head, std::string_view name);

constexpr bool is_compression(Form form) {
    return form == Form::gzip || form == Form::zstd || form == Form::filtered;
}

// The name without an ending of compression: "news.jsonl.gz" is "news.jsonl".
std::string_view uncompressed_name(std::string_view name);

}  // namespace isnad::source
