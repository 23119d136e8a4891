// What a text says about its own character set.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isnad::source {

struct DeclaredCharset {
    std::string label;  // lower case, as declared
    std::uint64_t byte = 0;
};

// By <meta charset> or <meta http-equiv> in the first 4,096 bytes.
std::optional<DeclaredCharset> charset_of_meta(std::string_view bytes);

// By encoding="..." of the XML declaration that the bytes begin with (white space may stand before it).
std::optional<DeclaredCharset> charset_of_xml(std::string_view bytes);

}  // namespace isnad::source
