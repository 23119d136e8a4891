// Letters, prefixes and endings that many rooms ask for, as UTF-8 in search form.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/utf8.h"

namespace isnad::spellings {

constexpr std::size_t letter = 2;  // bytes of an Arabic letter in UTF-8

inline constexpr std::string_view alef = spelled<letters::alef>, teh = spelled<letters::teh>,
                                  feh = spelled<letters::feh>, lam = spelled<letters::lam>,
                                  heh = spelled<letters::heh>, waw = spelled<letters::waw>,
                                  yeh = spelled<letters::yeh>;
inline constexpr std::string_view al = spelled<letters::alef, letters::lam>;   // the article
inline constexpr std::string_view an = spelled<letters::alef, letters::noon>;  // "that"
inline constexpr std::string_view ha = spelled<letters::heh, letters::alef>;
inline constexpr std::string_view waw_alef = spelled<letters::waw, letters::alef>;  // of verbs in the plural

// The letter at a byte of a word, 0 behind its end.
inline char32_t letter_at(std::string_view word, std::size_t at) {
    return at + letter <= word.size() ? utf8::at(word, at).value : 0;
}

// Whether a word begins with the article and goes on.
inline bool is_definite(std::string_view form) {
    return form.size() > al.size() + letter && form.starts_with(al);
}

}  // namespace isnad::spellings
