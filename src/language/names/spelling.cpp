#include "language/names/spelling.h"

#include <array>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::names {
namespace {

namespace l = letters;

constexpr std::size_t most_places = 24;

bool is_vowel(char32_t c) { return c == l::alef || c == l::waw || c == l::yeh || c == l::hamza; }
char32_t folded(char32_t c) { return c == l::teh_marbuta ? l::heh : c == l::alef_maksura ? l::yeh : c; }

// The long vowels before each consonant, and behind the last.
struct Vowels {
    std::array<std::uint32_t, most_places> before{};
    std::size_t consonants = 0;
    char32_t last = 0;

    explicit Vowels(std::string_view word) {
        char32_t consonant = 0;
        for (std::size_t at = 0; at < word.size();) {
            const auto [c, size] = utf8::at(word, at);
            last = folded(c);
            at += size;
            if (is_vowel(last) || (last == l::heh && at == word.size())) {
                before[consonants] = before[consonants] * 31 + static_cast<std::uint32_t>(last);
            } else if (last != consonant && consonants + 1 < most_places) {
                ++consonants;
                consonant = last;
            }
        }
    }
};

bool is_ending(char32_t c) { return c == l::yeh || c == l::heh; }

}  // namespace

bool is_spelling_of(std::string_view word, std::string_view other) {
    const Vowels a(word), b(other);
    if (a.consonants != b.consonants) return false;
    if (a.last != b.last && (is_ending(a.last) || is_ending(b.last)) &&
        !(is_vowel(a.last) && is_vowel(b.last)) && !(a.last == l::heh && b.last == l::alef) &&
        !(a.last == l::alef && b.last == l::heh)) {
        return false;
    }
    std::size_t different = 0;
    for (std::size_t i = 0; i <= a.consonants; ++i) different += a.before[i] != b.before[i] ? 1 : 0;
    return different <= (a.consonants >= 5 ? 2u : 1u);
}

}  // namespace isnad::names
