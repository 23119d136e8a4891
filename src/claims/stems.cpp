#include "claims/stems.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/utf8.h"

namespace isnad::claims {
namespace {

namespace l = letters;

constexpr std::array suffixes{spelled<l::yeh, l::alef, l::teh>,
                              spelled<l::yeh, l::waw, l::noon>,
                              spelled<l::yeh, l::yeh, l::noon>,
                              spelled<l::alef, l::teh>,
                              spelled<l::waw, l::noon>,
                              spelled<l::yeh, l::noon>,
                              spelled<l::alef, l::noon>,
                              spelled<l::waw, l::alef>,
                              spelled<l::yeh, l::heh>,
                              spelled<l::yeh, l::alef>,
                              spelled<l::heh>,
                              spelled<l::alef>,
                              spelled<l::yeh>,
                              spelled<l::teh>};
constexpr std::size_t letter_bytes = 2;  // of an Arabic letter in UTF-8

bool is_weak(char32_t c) {
    return c == l::alef || c == l::waw || c == l::yeh || c == l::hamza || c == l::alef_maksura;
}

// Letters that form words of a root when they stand first.
bool is_formative(char32_t c) { return c == l::meem || c == l::teh || c == l::noon || c == l::yeh; }

}  // namespace

std::string_view without_suffix(std::string_view stem) {
    constexpr std::size_t least = 3 * letter_bytes;
    for (const std::string_view suffix : suffixes) {
        if (stem.ends_with(suffix) && stem.size() - suffix.size() >= least)
            return stem.substr(0, stem.size() - suffix.size());
    }
    return stem;
}

std::uint64_t root_key(std::string_view stem) {
    const std::string_view cut = without_suffix(stem);
    std::array<char32_t, 16> letters{};
    std::size_t count = 0;
    bool first = true;
    for (std::size_t at = 0; at < cut.size() && count < letters.size();) {
        const auto [letter, size] = utf8::at(cut, at);
        at += size;
        const bool drop = letter == l::alef || letter == l::hamza || (!first && is_weak(letter));
        if (!drop) letters[count++] = letter;
        first = false;
    }
    std::size_t begin = 0;
    if (count >= 4 && is_formative(letters[0])) begin = 1;
    if (count - begin < 3) return hash_bytes(cut, 1);
    std::uint64_t key = 2;
    for (std::size_t i = begin; i < count; ++i) key = hash_join(key, letters[i]);
    return key;
}

}  // namespace isnad::claims
