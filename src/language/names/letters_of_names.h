// The few words of grammar that names need, spelled by the names of their letters, in search form.
#pragma once

#include <algorithm>
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
                         noon = spell(l::noon), heh = spell(l::heh), teh_marbuta = spell(l::teh_marbuta),
                         meem = spell(l::meem), lam = spell(l::lam), seen = spell(l::seen);
inline const std::string article = alef + lam;
inline const std::string maksura = spell(l::alef_maksura);
inline const std::string maksura_on =
    spell(l::ain, l::lam, l::alef_maksura);  // the preposition "on", in analysis form
inline const std::string from = spell(l::meem, l::noon);
inline const std::string fi = spell(l::feh, l::yeh), ibn = spell(l::alef, l::beh, l::noon),
                         bin = spell(l::beh, l::noon);
inline const std::string abd = spell(l::ain, l::beh, l::dal), abu = spell(l::alef, l::beh, l::waw),
                         umm = spell(l::alef, l::meem);

// ibn, bin, bint, abu (in three cases), umm, al, abd, wuld; de, di, da, du, del, della, dos, la, le, van,
// von, der, bin (Malay), mac, san; the parts that open a name of several words.
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
    return word == abu || word == abd || word == umm || word == ibn || word == connectives[4] ||
           word == connectives[5];
}

// Those that never end a name: ibn, bin, abu, Abd, wuld.
inline bool needs_name(std::string_view word) {
    return word == bin || word == ibn || word == abu || word == abd || word == connectives[9];
}

// "Press" (two spellings), "News", "Times", "Post", "Online", "City", "United": the end of the name of a
// paper or club.
inline bool is_tail_of_body(std::string_view word) {
    static const std::array tails{spell(l::beh, l::reh, l::seen),
                                  spell(l::beh, l::reh, l::yeh, l::seen),
                                  spell(l::noon, l::yeh, l::waw, l::zain),
                                  spell(l::teh, l::alef, l::yeh, l::meem, l::zain),
                                  spell(l::beh, l::waw, l::seen, l::teh),
                                  spell(l::alef, l::waw, l::noon, l::lam, l::alef, l::yeh, l::noon),
                                  spell(l::seen, l::yeh, l::teh, l::yeh),
                                  spell(l::yeh, l::waw, l::noon, l::alef, l::yeh, l::teh, l::dal)};
    return std::find(tails.begin(), tails.end(), word) != tails.end();
}

// "belonging to", "situated", "convened": participles behind the name of a body, never part of it.
inline bool opens_description(std::string_view word) {
    static const std::array participles{article + spell(l::teh, l::alef, l::beh, l::ain),
                                        article + spell(l::waw, l::alef, l::qaf, l::ain),
                                        article + spell(l::meem, l::noon, l::ain, l::qaf, l::dal)};
    const auto begins = [&](const std::string& one) { return word == one || word == one + heh; };
    return std::any_of(participles.begin(), participles.end(), begins);
}

// Latin letters as Arabic writes them: "John F. Kennedy", "George W. Bush".
inline bool is_spelled_initial(std::string_view word) {
    static const std::array initials{spell(l::alef, l::feh),
                                     spell(l::dal, l::beh, l::lam, l::yeh, l::waw),
                                     spell(l::jeem, l::yeh, l::heh),
                                     spell(l::jeem, l::yeh),
                                     spell(l::alef, l::yeh, l::heh),
                                     spell(l::alef, l::lam),
                                     spell(l::alef, l::meem),
                                     spell(l::alef, l::noon),
                                     spell(l::alef, l::reh),
                                     spell(l::alef, l::seen),
                                     spell(l::alef, l::teh, l::sheen),
                                     spell(l::seen, l::yeh),
                                     spell(l::beh, l::yeh),
                                     spell(l::dal, l::yeh),
                                     spell(l::teh, l::yeh),
                                     spell(l::kaf, l::yeh, l::heh)};
    return std::find(initials.begin(), initials.end(), word) != initials.end();
}

inline const std::string management = spell(l::alef, l::dal, l::alef, l::reh, l::heh);
inline const std::string on = spell(l::ain, l::lam, l::yeh);  // in search form

// "the general", "the supreme", "the central": adjectives of bodies that no rule of form tells.
inline bool is_rank(std::string_view word) {
    static const std::array ranks{
        article + spell(l::ain, l::alef, l::meem), article + spell(l::ain, l::alef, l::meem, l::heh),
        article + spell(l::alef, l::ain, l::lam, l::yeh), article + spell(l::ain, l::lam, l::yeh, l::alef)};
    return std::find(ranks.begin(), ranks.end(), word) != ranks.end();
}

// "in order to discuss, study, follow, carry out, stop, take, find, hold, solve": what a body met for, not
// its field.
inline bool is_purpose(std::string_view word) {
    static const std::array masdars{spell(l::beh, l::hah, l::theh),
                                    spell(l::meem, l::noon, l::alef, l::qaf, l::sheen, l::heh),
                                    spell(l::dal, l::reh, l::alef, l::seen, l::heh),
                                    spell(l::meem, l::teh, l::alef, l::beh, l::ain, l::heh),
                                    spell(l::teh, l::noon, l::feh, l::yeh, l::thal),
                                    spell(l::waw, l::qaf, l::feh),
                                    spell(l::alef, l::teh, l::khah, l::alef, l::thal),
                                    spell(l::alef, l::yeh, l::jeem, l::alef, l::dal),
                                    spell(l::ain, l::qaf, l::dal),
                                    spell(l::hah, l::lam),
                                    spell(l::meem, l::noon, l::ain),
                                    spell(l::teh, l::hah, l::qaf, l::yeh, l::qaf)};
    return std::any_of(masdars.begin(), masdars.end(),
                       [&](const std::string& one) { return word.substr(2) == one; });
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
