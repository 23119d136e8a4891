// Scripts, and what each tells of the language by itself.
#pragma once

#include <cstdint>
#include <string_view>

namespace isnad::varieties {

enum class Script : std::uint8_t {
    none,
    arabic,
    latin,
    cyrillic,
    hebrew,
    greek,
    armenian,
    georgian,
    devanagari,
    bengali,
    tamil,
    thai,
    ethiopic,
    kana,
    hangul,
    han,
    other
};

// The script of a letter; `none` for digits, signs and spaces.
Script script_of(char32_t c);

// The one language that news writes in this script, or nothing when there are several or none.
std::string_view only_language_of(Script script);

// One form of letters that keyboards exchange (all forms of yeh but the Urdu one, all of kaf), lower case in
// Latin and Cyrillic; other letters unchanged.
char32_t folded(char32_t c);
char32_t lower_case(char32_t c);

}  // namespace isnad::varieties
