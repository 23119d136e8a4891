#include "source/charset_letters.h"

#include "source/charset_pairs.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::source {
namespace {

using namespace letter_pairs;

constexpr double arabic_mean =
    -28.0;  // Arabic lies above (Persian just above), Cyrillic and Japanese below -31
constexpr std::uint64_t enough_letters = 6;

std::uint8_t ascii_class(char32_t c) {
    if (letters::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return latin;
    const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
    return control ? nothing : boundary;
}

std::uint8_t arabic_class(char32_t c) {
    if (c >= letters::hamza && c <= letters::ghain) return static_cast<std::uint8_t>(c - letters::hamza);
    if (c >= letters::feh && c <= letters::yeh) return static_cast<std::uint8_t>(c - letters::feh + 26);
    if ((c >= letters::fathatan && c <= letters::sukun) || c == letters::tatweel ||
        c == letters::superscript_alef)
        return mark;
    if (c == letters::comma || c == letters::semicolon || c == letters::question_mark ||
        (c >= letters::arabic_zero && c <= letters::thousands_separator))
        return arabic_sign;
    return other_arabic;
}

bool is_boundary(char32_t c) {
    return c == letters::no_break_space || c == letters::left_guillemet || c == letters::right_guillemet ||
           c == letters::left_single_quote || c == letters::right_single_quote || c == letters::left_quote ||
           c == letters::right_quote || c == letters::low_quote || c == letters::en_dash ||
           c == letters::em_dash || c == letters::ellipsis || c == letters::bullet ||
           (c > letters::zero_width_space && c <= letters::right_to_left_mark);
}

void count(Fit& fit, std::uint8_t before, std::uint8_t now) {
    fit.score += scores[before][now];
    ++fit.pairs;
}

}  // namespace

std::uint8_t sign_class(char32_t c) {
    if (c < 0x80) return ascii_class(c);
    if (c >= 0x0600 && c <= 0x06FF) return arabic_class(c);
    if (is_boundary(c)) return boundary;
    if (c >= 0x00C0 && c <= 0x024F && c != 0x00D7 && c != 0x00F7) return accented;
    return c < 0xA0 || c == letters::replacement ? nothing : symbol;
}

Fit fit_of_bytes(std::string_view bytes, const std::array<std::uint8_t, 256>& class_of_byte) {
    Fit fit;
    std::uint8_t before = boundary;
    bool high_before = false;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const std::uint8_t now = class_of_byte[byte];
        const bool high = byte >= 0x80;
        if (high || high_before) count(fit, before, now);
        if (high) {
            fit.letters += now < mark;
            fit.accented += now == accented;
        }
        before = now;
        high_before = high;
    }
    return fit;
}

Fit fit_of_text(std::string_view text) {
    Fit fit;
    std::uint8_t before = boundary;
    bool high_before = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::CodePoint point = utf8::at(text, at);
        const std::uint8_t now = sign_class(point.value);
        const bool high = point.size > 1;
        if (high || high_before) count(fit, before, now);
        fit.letters += now < mark;
        fit.accented += now == accented;
        before = now;
        high_before = high;
        at += point.size;
    }
    return fit;
}

bool is_arabic(const Fit& fit) { return fit.letters >= enough_letters && fit.mean() >= arabic_mean; }

}  // namespace isnad::source
