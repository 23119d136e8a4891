// Which signs follow which in Arabic news: the counted table behind charset_letters.h. Counted by
// charset_pairs_from_text.py in 6,000 articles of the ANT corpus (five outlets, 2018), with shares for Latin
// text set by hand; only the sums of pairs are kept.
#pragma once

#include <array>
#include <cstdint>

namespace isnad::source::letter_pairs {

// Classes of signs: the letters hamza to ghain and feh to yeh one by one, then what comes between them.
enum Class : std::uint8_t {
    first_letter = 0,
    mark = 36,     // diacritics, tatweel
    other_arabic,  // letters of Persian, Urdu, Kurdish
    arabic_sign,   // punctuation and digits of the Arabic block
    boundary,      // space, ASCII punctuation, quotation marks, dashes, joiners
    latin,         // ASCII letters and digits
    accented,      // further Latin letters
    symbol,        // everything else
    nothing,       // controls, bytes without meaning
    classes
};

// Eights of the natural logarithm of P(second | first), by [first][second].
extern const std::array<std::array<std::int8_t, classes>, classes> scores;

}  // namespace isnad::source::letter_pairs
