// Random text for properties: what Arabic pages are made of, and what breaks programs that read them.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad {

// One code point: mostly Arabic letters and spaces, then digits of three kinds, marks, presentation forms,
// invisible signs, Latin, punctuation, line ends, and now and then any code point at all.
inline rc::Gen<char32_t> any_character() {
    namespace l = letters;
    const auto in = [](char32_t first, char32_t last) {
        return rc::gen::cast<char32_t>(rc::gen::inRange<std::uint32_t>(first, last + 1));
    };
    return rc::gen::weightedOneOf<char32_t>({
        {40, in(l::hamza, l::yeh)},
        {12, rc::gen::just(U' ')},
        {6, in(U'0', U'9')},
        {3, in(l::arabic_zero, l::arabic_nine)},
        {2, in(l::extended_zero, l::extended_nine)},
        {5, in(l::fathatan, l::last_mark)},
        {2, in(l::alef_wasla, l::ae)},
        {3, in(0xFB50, 0xFDFF)},
        {3, in(0xFE70, 0xFEFF)},
        {3, in(l::zero_width_space, l::right_to_left_mark)},
        {1, in(0x202A, 0x2069)},
        {4, in(U'a', U'z')},
        {1, in(0xC0, 0x24F)},
        {8, rc::gen::element<char32_t>(
                U'.', U',', U':', U'-', U'/', U'(', U')', U'"', U'%', U'#', U'@', l::comma, l::semicolon,
                l::question_mark, l::left_guillemet, l::right_guillemet, l::percent, l::decimal_separator,
                l::thousands_separator, l::ellipsis, l::tatweel, l::no_break_space, l::en_dash)},
        {4, rc::gen::element<char32_t>(U'\n', U'\n', U'\r', U'\t')},
        {1, in(1, 0x10FFFF)},
    });
}

// Valid UTF-8 of such characters.
inline rc::Gen<std::string> any_text() {
    return rc::gen::map(rc::gen::container<std::u32string>(any_character()),
                        [](const std::u32string& characters) {
                            std::string text;
                            for (const char32_t c : characters) utf8::append(text, c);
                            return text;
                        });
}

// Bytes with no order in them, and text with a few bytes broken.
inline rc::Gen<std::string> any_bytes() {
    const auto byte = rc::gen::arbitrary<char>();
    const auto broken = rc::gen::map(rc::gen::tuple(any_text(), rc::gen::arbitrary<std::size_t>(), byte),
                                     [](const auto& made) {
                                         std::string text = std::get<0>(made);
                                         if (!text.empty())
                                             text[std::get<1>(made) % text.size()] = std::get<2>(made);
                                         return text;
                                     });
    return rc::gen::oneOf(rc::gen::container<std::string>(byte), broken);
}

// Whether a byte offset of valid UTF-8 lies between two characters.
inline bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

// A span inside the text, from boundary to boundary.
template <class Span>
bool is_sound(std::string_view text, Span span) {
    return span.begin <= span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
           is_boundary(text, span.end);
}

}  // namespace isnad
