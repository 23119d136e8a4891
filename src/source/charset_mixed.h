// Pages put together from parts in different sets: UTF-8 with lines, or text between tags, in an Arabic
// single-byte set.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/mojibake.h"

namespace isnad::source {

struct MixedText {
    std::string text;            // valid UTF-8
    std::vector<Repair> pieces;  // those that were not taken as they are: bytes before, text after
    std::uint64_t foreign = 0;   // of them, those read in `other`
    std::uint64_t replaced = 0;  // ill-formed sequences of UTF-8 in the others
    std::optional<std::uint64_t> first_invalid{};  // byte of the first of them
    std::string other{};
};

// Nothing unless the bytes hold a good deal of UTF-8 and lines that are none but read as Arabic.
std::optional<MixedText> read_mixed(std::string_view bytes);

}  // namespace isnad::source
