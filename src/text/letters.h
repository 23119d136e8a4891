// Letters and marks by name, so that no source holds Arabic, and the character classes of the engine.
#pragma once

#include <cstdint>

namespace isnad::letters {

constexpr char32_t comma = 0x060C, semicolon = 0x061B, question_mark = 0x061F;
constexpr char32_t hamza = 0x0621, alef_madda = 0x0622, alef_hamza_above = 0x0623, waw_hamza = 0x0624,
                   alef_hamza_below = 0x0625, yeh_hamza = 0x0626, alef = 0x0627, beh = 0x0628,
                   teh_marbuta = 0x0629, teh = 0x062A, theh = 0x062B, jeem = 0x062C, hah = 0x062D,
                   khah = 0x062E, dal = 0x062F, thal = 0x0630, reh = 0x0631, zain = 0x0632, seen = 0x0633,
                   sheen = 0x0634, sad = 0x0635, dad = 0x0636, tah = 0x0637, zah = 0x0638, ain = 0x0639,
                   ghain = 0x063A, tatweel = 0x0640, feh = 0x0641, qaf = 0x0642, kaf = 0x0643, lam = 0x0644,
                   meem = 0x0645, noon = 0x0646, heh = 0x0647, waw = 0x0648, alef_maksura = 0x0649,
                   yeh = 0x064A;
constexpr char32_t fathatan = 0x064B, sukun = 0x0652, madda_above = 0x0653, hamza_above = 0x0654,
                   hamza_below = 0x0655, last_mark = 0x065F, superscript_alef = 0x0670;
constexpr char32_t arabic_zero = 0x0660, arabic_nine = 0x0669, percent = 0x066A, decimal_separator = 0x066B,
                   thousands_separator = 0x066C;
constexpr char32_t alef_wasla = 0x0671, high_hamza_alef = 0x0675, peh = 0x067E, tcheh = 0x0686, jeh = 0x0698,
                   keheh = 0x06A9, gaf = 0x06AF, heh_doachashmee = 0x06BE, heh_goal = 0x06C1,
                   heh_goal_hamza = 0x06C2, teh_marbuta_goal = 0x06C3, farsi_yeh = 0x06CC,
                   yeh_barree = 0x06D2, ae = 0x06D5, extended_zero = 0x06F0, extended_nine = 0x06F9;
constexpr char32_t no_break_space = 0x00A0, zero_width_space = 0x200B, zero_width_joiner = 0x200D,
                   left_to_right_mark = 0x200E, right_to_left_mark = 0x200F, arabic_letter_mark = 0x061C,
                   bom = 0xFEFF, replacement = 0xFFFD;
constexpr char32_t left_guillemet = 0x00AB, right_guillemet = 0x00BB, left_quote = 0x201C,
                   right_quote = 0x201D, low_quote = 0x201E, left_single_quote = 0x2018,
                   right_single_quote = 0x2019, ellipsis = 0x2026, en_dash = 0x2013, em_dash = 0x2014,
                   bullet = 0x2022;

// Diacritics and Koranic marks: dropped by normalisation, part of the word they stand on.
constexpr bool is_mark(char32_t c) {
    return (c >= fathatan && c <= last_mark) || c == superscript_alef || (c >= 0x0610 && c <= 0x061A) ||
           (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06DF && c <= 0x06E8 && c != 0x06E5 && c != 0x06E6) ||
           (c >= 0x06EA && c <= 0x06ED) || (c >= 0x08D3 && c <= 0x08FF);
}

// Zero-width and bidirectional controls: dropped by normalisation, part of nothing.
constexpr bool is_invisible(char32_t c) {
    return (c >= zero_width_space && c <= right_to_left_mark) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == arabic_letter_mark || c == bom || c == 0x00AD ||
           (c >= 0xFE00 && c <= 0xFE0F);
}

// Letters of the Arabic script, marks and digits left out.
constexpr bool is_arabic_letter(char32_t c) {
    return (c >= 0x0620 && c <= yeh && c != tatweel) ||
           (c >= 0x066E && c <= 0x06D5 && c != superscript_alef && c != 0x06D4) ||
           (c >= 0x06EE && c <= 0x06EF) || (c >= 0x06FA && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) ||
           (c >= 0x08A0 && c <= 0x08C7) || (c >= 0xFB50 && c <= 0xFDFB && c != 0xFD3E && c != 0xFD3F) ||
           (c >= 0xFE70 && c <= 0xFEFC);
}

// Hyphen, dashes and the minus sign, as they stand between two numbers.
constexpr bool is_dash(char32_t c) { return c == '-' || c == en_dash || c == em_dash || c == 0x2212; }

// Embeddings, overrides and isolates: they change the order in which a line is seen.
constexpr bool is_bidi_control(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Letters of other alphabets, as far as news needs them: Latin, Greek, Cyrillic, Hebrew, and everything from
// the Indic scripts to the end of the ideographs.
constexpr bool is_other_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0x00C0 && c <= 0x024F && c != 0x00D7 && c != 0x00F7) || (c >= 0x0370 && c <= 0x0588) ||
           (c >= 0x05D0 && c <= 0x05F2) || (c >= 0x0900 && c <= 0x1FFF) || (c >= 0x3040 && c <= 0xD7FF);
}

constexpr bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == no_break_space || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

}  // namespace isnad::letters
