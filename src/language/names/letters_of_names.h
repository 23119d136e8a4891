// The few words of grammar that names need, spelled by the names of their letters, in search form.
#pragma once

#include <array>
#include <string>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::names::text {

template <class... Letters>
std::string spell(Letters... letter) {
    std::string out;
    (utf8::append(out, letter), ...);
    return out;
}

namespace l = letters;
inline const std::string alef = spell(l::alef), teh = spell(l::teh), waw = spell(l::waw), yeh = spell(l::yeh),
                         noon = spell(l::noon), heh = spell(l::heh), teh_marbuta = spell(l::teh_marbuta), meem = spell(l::meem),
                         lam = spell(l::lam), seen = spell(l::seen);
inline const std::string article = alef + lam;
inline const std::string maksura_on = spell(l::ain, l::lam, l::alef_maksura);  // the preposition "on", in analysis form
inline const std::string fi = spell(l::feh, l::yeh), ibn = spell(l::alef, l::beh, l::noon), bin = spell(l::beh, l::noon);
inline const std::string abd = spell(l::ain, l::beh, l::dal), abu = spell(l::alef, l::beh, l::waw), umm = spell(l::alef, l::meem);

// ibn, bin, bint, abu (in three cases), umm, al, abd, wuld; de, di, da, du, del, della, dos, la, le, van, von, der, bin (Malay),
// mac, san; the parts that open a name of several words.
inline const std::array connectives{bin,
                                    ibn,
                                    bin + teh,
                                    abu,
                                    spell(l::alef, l::beh, l::yeh),
                                    spell(l::alef, l::beh, l::alef),
                                    umm,
                                    article,
                                    abd,
                                    spell(l::waw, l::lam, l::dal),
                                    spell(l::dal, l::yeh),
                                    spell(l::dal, l::alef),
                                    spell(l::dal, l::waw),
                                    spell(l::dal, l::waw, l::seen),
                                    spell(l::dal, l::yeh, l::lam),
                                    spell(l::dal, l::yeh, l::lam, l::alef),
                                    spell(l::lam, l::alef),
                                    spell(l::lam, l::waw),
                                    spell(l::feh, l::alef, l::noon),
                                    spell(l::feh, l::waw, l::noon),
                                    spell(l::dal, l::yeh, l::reh),
                                    spell(l::meem, l::alef, l::kaf),
                                    spell(l::seen, l::alef, l::noon),
                                    spell(l::dal, l::heh)};
// Those among them after which an Arab name goes on.
inline bool opens_name(std::string_view word) {
    return word == abu || word == abd || word == umm || word == ibn || word == connectives[4] || word == connectives[5];
}

// "al-Din", "Allah": the second half of a name, never one of its own.
inline const std::string al_din = article + spell(l::dal, l::yeh, l::noon), allah = article + lam + heh;
inline bool closes_name(std::string_view word) { return word == al_din || word == allah; }

// "Abd al-" written in one word with what follows.
inline bool is_servant_of(std::string_view word) {
    return word.size() >= 14 && word.starts_with(abd) && word.substr(abd.size()).starts_with(article);
}

inline bool is_definite(std::string_view word) { return word.size() > 6 && word.starts_with(article); }

}  // namespace isnad::names::text
