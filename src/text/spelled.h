// Short strings of Arabic letters by name, made at compile time: spelled<letters::alef, letters::lam> is the
// article.
#pragma once

#include <array>
#include <string_view>

namespace isnad {

template <char32_t... letter>
struct SpelledBytes {
    static_assert(((letter >= 0x80 && letter < 0x800) && ...), "letters of two bytes in UTF-8");
    static constexpr std::array<char, 2 * sizeof...(letter)> bytes = [] {
        std::array<char, 2 * sizeof...(letter)> out{};
        std::size_t at = 0;
        ((out[at] = static_cast<char>(static_cast<unsigned char>(0xC0 | (letter >> 6))),
          out[at + 1] = static_cast<char>(static_cast<unsigned char>(0x80 | (letter & 0x3F))), at += 2),
         ...);
        return out;
    }();
};

template <char32_t... letter>
inline constexpr std::string_view spelled{SpelledBytes<letter...>::bytes.data(), 2 * sizeof...(letter)};

}  // namespace isnad
