// The few words and endings that the grammar of numbers asks for, in search form unless a name says
// otherwise.
#pragma once

#include <string_view>

#include "text/letters.h"
#include "text/spelled.h"

namespace isnad::quantities::endings {

namespace l = letters;

inline constexpr std::string_view waw = spelled<l::waw>, yeh = spelled<l::yeh>, noon = spelled<l::noon>,
                                  alef = spelled<l::alef>, heh = spelled<l::heh>, teh = spelled<l::teh>,
                                  lam = spelled<l::lam>, feh = spelled<l::feh>;
inline constexpr std::string_view al = spelled<l::alef, l::lam>;           // the article
inline constexpr std::string_view ila = spelled<l::alef, l::lam, l::yeh>;  // "to"
inline constexpr std::string_view min = spelled<l::meem, l::noon>;         // "of"
inline constexpr std::string_view share_word =
    spelled<l::noon, l::seen, l::beh, l::heh>;  // of a hundred, as a rule
inline constexpr std::string_view feminine_plural = spelled<l::alef, l::teh>;
inline constexpr std::string_view sound_plural = spelled<l::yeh, l::noon>;  // also the dual
inline constexpr std::string_view nominative_dual = spelled<l::alef, l::noon>,
                                  plural_verb = spelled<l::waw, l::noon>,
                                  past_verb = spelled<l::waw, l::alef>;
inline constexpr std::string_view nisba_plural = spelled<l::yeh, l::waw, l::noon>;
inline constexpr std::string_view teh_marbuta = spelled<l::teh_marbuta>;  // only in analysis form

}  // namespace isnad::quantities::endings
