// Normal forms of a text, with the way back to the original.
//
// Two forms of equal length: `analysis` keeps teh marbuta and alef maksura apart from heh and yeh, `search`
// folds them too and lower-cases ASCII. Both drop diacritics, tatweel, zero-width and bidirectional controls;
// fold alef forms, hamza on waw and yeh (to a lone hamza, so that both spellings of "responsible" meet),
// Persian and Urdu letters, presentation forms and styled or full-width letters (NFKD), Arabic-Indic and
// Persian digits, Arabic percent and number separators, and spaces of all kinds (to U+0020; line ends stay).
// Both are idempotent. The offset map follows SentencePiece (Kudo 2018).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace isnad {

class NormalText {
  public:
    std::string_view analysis() const { return analysis_; }
    std::string_view search() const { return search_; }
    std::string_view analysis(NormalSpan span) const { return analysis().substr(span.begin, span.size()); }
    std::string_view search(NormalSpan span) const {
        return std::string_view(search_).substr(span.begin, span.size());
    }

    // The original bytes that gave this part of the normal text, with the marks that stand on its last
    // letter. An empty span gives an empty one. Requires span.end <= analysis().size().
    Span original(NormalSpan span) const;

    // The part of the normal text that these original bytes gave; empty when they were all dropped.
    NormalSpan normal(Span span) const;

  private:
    friend class Normaliser;
    // A stretch of the normal text and the original bytes it came from. In a straight run byte i came from
    // byte i; in any other the whole came from the whole.
    struct Run {
        std::uint32_t normal = 0;
        std::uint32_t original = 0;
        std::uint32_t original_end = 0;
        bool straight = true;
    };

    std::size_t run_at(std::uint32_t normal) const;

    std::string analysis_;
    std::string search_;
    std::vector<Run> runs_;
};

// Requires valid UTF-8 (text/utf8.h). One pass; memory is about twice the text.
NormalText normalise(std::string_view text);

// The search form of a phrase, for keys: as normalise(text).search(), without the map.
std::string search_form(std::string_view text);
std::string analysis_form(std::string_view text);

}  // namespace isnad
