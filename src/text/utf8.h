// UTF-8: decoding of what arrived into valid text, and walking over valid text. Offsets are bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isnad::utf8 {

struct Decoded {
    std::string text;  // valid UTF-8, no BOM, CR kept
    bool had_bom = false;
    std::uint64_t replaced = 0;                  // maximal subparts replaced by U+FFFD
    std::optional<std::uint64_t> first_invalid;  // byte of the input, BOM counted
};

// Decodes by Unicode 15, table 3-7: one U+FFFD for each maximal subpart of an ill-formed sequence.
Decoded decode(std::string bytes);

struct CodePoint {
    char32_t value;
    std::uint32_t size;  // bytes, 1 to 4
};

// The code point at byte `at` of valid UTF-8. Requires at < text.size() and a character boundary there.
inline CodePoint at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
    };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
    if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
    return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

// The code point that ends before byte `end`. Requires 0 < end <= text.size() and a boundary there.
inline CodePoint before(std::string_view text, std::size_t end) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    return at(text, begin);
}

// The first byte at or behind `from` that is no ASCII; text.size() when all are. Eight bytes a step.
std::size_t beyond_ascii(std::string_view text, std::size_t from);

// Appends one code point; surrogates and values beyond U+10FFFF become U+FFFD.
void append(std::string& out, char32_t c);
std::string encode(char32_t c);

// How many code points valid UTF-8 holds.
std::uint64_t count(std::string_view text);

}  // namespace isnad::utf8
