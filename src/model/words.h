// Words and sentences of one document.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "model/layer.h"
#include "text/normalise.h"

namespace isnad {

enum class WordKind : std::uint8_t {
    arabic,       // a word of Arabic letters
    foreign,      // a word of another script
    number,       // digits with the separators inside: 15,000  3.5  2025
    punctuation,  // one sign
    link          // an address, handle or hashtag
};

// Proclitics that may be split off, in writing order: a set of bits, since each occurs at most once.
namespace proclitic {
constexpr std::uint8_t conjunction = 1;  // wa-, fa-
constexpr std::uint8_t preposition = 2;  // bi-, ka-, li-
constexpr std::uint8_t future = 4;       // sa-
constexpr std::uint8_t article = 8;      // al-, also in lil-
}  // namespace proclitic

// One token. Offsets in bytes; all spans are valid for both normal forms.
struct Word {
    Span span;          // in the page text, with the marks on the last letter
    NormalSpan normal;  // in the normal text
    WordKind kind = WordKind::punctuation;
    bool space_before = false;    // white space, the start of a block, or a lost space before it
    std::uint8_t proclitics = 0;  // set of proclitic:: bits in the likeliest reading
    std::uint8_t stem_begin = 0;  // bytes of the normal form before the stem (article not part of the stem)
    std::uint8_t name_begin = 0;  // bytes before the word when only conjunction and preposition are off:
                                  // "lil-" leaves "l" of the article
    std::uint8_t enclitic = 0;    // bytes of the enclitic pronoun at the end, 0 for none
    std::uint32_t block = 0;      // index of its block
    std::uint32_t sentence = 0;   // index of its sentence
};

struct Sentence {
    Span span;
    std::uint32_t first = 0;  // index of its first word
    std::uint32_t end = 0;    // index one past its last word
};

// The normal form is that of the whole page and shared by its articles.
struct Words {
    std::shared_ptr<const NormalText> normal;
    Layer<Word> words;
    Layer<Sentence> sentences;

    std::string_view search(const Word& word) const { return normal->search(word.normal); }
    std::string_view analysis(const Word& word) const { return normal->analysis(word.normal); }
};

}  // namespace isnad
