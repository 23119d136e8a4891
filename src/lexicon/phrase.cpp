#include "lexicon/phrase.h"

#include <array>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::lexicon {
namespace {

constexpr std::size_t bytes_of_word = 8;  // hardly more words than that hold

enum class Part : std::uint8_t { word, digit, sign, divider };

constexpr Part part_of(char32_t c) {
    if (letters::is_digit(c)) return Part::digit;
    if (letters::is_arabic_letter(c) || letters::is_other_letter(c) || c == '_') return Part::word;
    if (c == '%' || c == '$' || c == '&' || c == '[' || c == ']' || c == ':' ||
        (c >= 0x00A2 && c <= 0x00A5) || (c >= 0x20A0 && c <= 0x20BF)) {
        return Part::sign;
    }
    return Part::divider;
}

// The same by a table for what UTF-8 writes with one or two bytes: nearly all of a text.
constexpr char32_t tabled = 0x800;
constexpr std::array<Part, tabled> parts_of_table() {
    std::array<Part, tabled> out{};
    for (char32_t c = 0; c < tabled; ++c) out[c] = part_of(c);
    return out;
}
constexpr std::array<Part, tabled> parts = parts_of_table();

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    words.reserve(text.size() / bytes_of_word + 1);
    std::size_t begin = 0;
    bool arabic = false, digits = false;  // what the word that began at `begin` is made of
    const auto close = [&](std::size_t end) {
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end;
        arabic = digits = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        const Part part = c < tabled ? parts[c] : part_of(c);
        const bool letter = part == Part::word && letters::is_arabic_letter(c);
        if (part == Part::sign || part == Part::divider) {
            close(at);
            if (part == Part::sign) words.push_back(text.substr(at, size));
            begin = at + size;
        } else if ((part == Part::digit && arabic) || (letter && digits)) {
            close(at);
        }
        arabic = arabic || letter;
        digits = digits || part == Part::digit;
        at += size;
    }
    close(text.size());
    return words;
}

}  // namespace isnad::lexicon
