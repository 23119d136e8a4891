// Which single or multi-byte set bytes are in that are not UTF-8, and whether bytes are UTF-16 that has lost
// its mark.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::source {

// `declared`: names that charset_of_label gave, in the order of trust; "utf-8" among them has been refuted.
std::string choose_charset(std::string_view bytes, const std::vector<std::string>& declared);

enum class Utf16 : std::uint8_t { no, little, big };

// Without a byte order mark. Data that merely holds zeros is none.
Utf16 utf16_without_mark(std::string_view bytes);

}  // namespace isnad::source
