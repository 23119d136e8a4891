// The words of a document as the readers of quantities ask for them.
#pragma once

#include <string_view>

#include "language/quantities/knowledge.h"
#include "language/words/numerals.h"
#include "model/document.h"
#include "model/words.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::quantities {

struct TextView {
    const Document& document;
    const Words& words;
    const words::Numerals& numerals;
    const Knowledge& knowledge;

    std::uint32_t size() const { return static_cast<std::uint32_t>(words.words.size()); }
    const Word& word(std::uint32_t at) const { return words.words[at]; }
    std::string_view search(std::uint32_t at) const { return words.search(word(at)); }
    std::uint16_t traits(std::uint32_t at) const { return knowledge.traits(words, at); }
    bool is(std::uint32_t at, std::uint16_t traits_asked) const { return (traits(at) & traits_asked) != 0; }

    // Whether `at` is a word of the same sentence as `with`.
    bool inside(std::uint32_t at, std::uint32_t with) const {
        return at < size() && word(at).sentence == word(with).sentence;
    }

    // The sign at a word, 0 when it is none.
    char32_t sign(std::uint32_t at) const {
        return word(at).kind == WordKind::punctuation
                   ? utf8::at(words.normal->analysis(), word(at).normal.begin).value
                   : 0;
    }
    bool glued(std::uint32_t at) const { return !word(at).space_before; }

    // A word without the proclitics of its likeliest reading; the article stays.
    std::string_view bare(std::uint32_t at) const { return search(at).substr(word(at).name_begin); }
    bool has(std::uint32_t at, std::uint8_t proclitics) const {
        return (word(at).proclitics & proclitics) != 0;
    }

    // Whether the article stands before the stem. The normal forms fold the alef of the article with that of
    // "alf" and "alqab"; the text does not.
    bool has_article(std::uint32_t at) const {
        if (!has(at, proclitic::article)) return false;
        const Word& here = word(at);
        constexpr std::uint32_t letter = 2;
        if (here.stem_begin < here.name_begin + 2 * letter) return true;  // "lil-" has no alef
        const std::uint32_t alef = here.normal.begin + here.stem_begin - 2 * letter;
        const std::string_view written = document.text(words.normal->original({alef, alef + letter}));
        return written.empty() || utf8::at(written, 0).value != letters::alef_hamza_above;
    }

    Span span(std::uint32_t first, std::uint8_t skip, std::uint32_t end) const {
        return words.normal->original({word(first).normal.begin + skip, word(end - 1).normal.end});
    }
};

}  // namespace isnad::quantities
