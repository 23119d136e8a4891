// A rough root of an Arabic word: what is left when light affixes and long vowels are gone. Two inflections
// or derivations of one word mostly meet in it. After the light stemmers of Larkey, Ballesteros and Connell
// (2002), taken a step further to consonants (Aljlayl and Frieder 2002 compare both).
#pragma once

#include <cstdint>
#include <string_view>

namespace isnad::claims {

// Cuts the light suffixes (plural, dual, feminine, nisba, accusative) from a stem in search form; at least
// three letters stay.
std::string_view without_suffix(std::string_view stem);

// A key that is equal for words of the same consonants; words with fewer than three are keyed whole. Requires
// a stem in search form, without proclitics and enclitic.
std::uint64_t root_key(std::string_view stem);

}  // namespace isnad::claims
