// The few words and endings that the grammar of numbers asks for, in search form unless a name says
// otherwise.
#pragma once

#include <string>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::quantities::endings {

inline const std::string waw = utf8::encode(letters::waw), yeh = utf8::encode(letters::yeh),
                         noon = utf8::encode(letters::noon), alef = utf8::encode(letters::alef),
                         heh = utf8::encode(letters::heh), teh = utf8::encode(letters::teh),
                         lam = utf8::encode(letters::lam), feh = utf8::encode(letters::feh);
inline const std::string al = alef + lam, ila = al + yeh;                          // the article; "to"
inline const std::string min = utf8::encode(letters::meem) + noon;                 // "of"
inline const std::string feminine_plural = alef + teh, sound_plural = yeh + noon;  // also the dual
inline const std::string nominative_dual = alef + noon, plural_verb = waw + noon, past_verb = waw + alef;
inline const std::string nisba_plural = yeh + waw + noon;
inline const std::string teh_marbuta = utf8::encode(letters::teh_marbuta);  // only in analysis form

}  // namespace isnad::quantities::endings
