// Character sets in which every byte is one sign, as far as Arabic pages need them, and the labels under
// which pages declare sets.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::source {

struct SingleByteSet {
    std::string name;  // lower case: "windows-1256"
    std::array<char32_t, 256> points{};
    std::array<std::uint8_t, 256> classes{};  // charset_letters.h

    // The byte of a sign, or nothing.
    std::optional<std::uint8_t> byte_of(char32_t c) const;
    std::string decoded(std::string_view bytes) const;

    struct Back {
        char32_t point;
        std::uint8_t byte;
    };
    std::array<std::uint8_t, 0x700> low_bytes{};  // of signs below U+0700; 0 for none, save that of NUL
    std::vector<Back> high_bytes{};               // of the others, by sign
};

// windows-1256, windows-1252, iso-8859-6, x-mac-arabic: those told apart by their letters, in the order of
// preference where they read alike. windows-1252 reads its undefined bytes as C1 controls, as browsers do.
enum class Known : std::uint8_t { windows_1256, windows_1252, iso_8859_6, mac_arabic };
constexpr std::size_t known_sets = 4;
const SingleByteSet& set_of(Known known);

// The one of that name, or null.
const SingleByteSet* set_named(std::string_view name);

// The name that stands for a label in lower case, by the Encoding Standard where it speaks; empty for an
// unknown label. A label of UTF-16 or UTF-7 that could be read as ASCII is wrong: "utf-8".
std::string charset_of_label(std::string_view label);

// Decodes by ICU; ill-formed bytes become U+FFFD. Requires a name that charset_of_label gave.
std::string decoded_by_icu(std::string_view bytes, const std::string& charset);

// Whether ICU reads each byte of the set as one sign.
bool has_single_bytes(const std::string& charset);

}  // namespace isnad::source
