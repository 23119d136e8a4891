// The character set of a page and its decoding to UTF-8.
//
// Order: byte order mark; what <meta charset> or <meta http-equiv> declares in the first 4,096 bytes; UTF-8
// when the bytes are valid; else windows-1256, the set of old Arabic pages. Bytes that are valid UTF-8 beyond
// ASCII are UTF-8 whatever the page declares: text of another set is that by accident only in theory. Labels
// go by the Encoding Standard (latin1 means windows-1252). ICU decodes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/markup.h"
#include "model/page.h"

namespace isnad::source::html {

class Decoded {
  public:
    std::string text;     // valid UTF-8, no BOM
    std::string charset;  // lower case: "utf-8", "windows-1256", "utf-16le"
    std::vector<Problem> problems;

    // The arrived bytes of a range of `text`, or nothing where that cannot be told.
    std::optional<ByteRange> arrived(std::uint64_t begin, std::uint64_t end) const;

  private:
    friend Decoded decode(std::string bytes);
    enum class Way : std::uint8_t { same, single_bytes, two_bytes, unknown };

    std::uint64_t units_before(std::uint64_t at) const;

    Way way_ = Way::same;
    std::uint64_t shift_ = 0;                  // bytes of the BOM
    std::optional<std::uint64_t> same_until_;  // UTF-8: up to the first invalid byte
    std::string
        counted_;  // the text as decoded, where bytes are counted by characters: `text` may be changed
    std::size_t size_ = 0;              // of the text as decoded
    std::vector<std::uint64_t> units_;  // before every 4,096th byte of text
};

Decoded decode(std::string bytes);

}  // namespace isnad::source::html
