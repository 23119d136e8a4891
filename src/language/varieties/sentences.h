// Cuts the blocks of an article into sentences of one script each, with what the signs of each tell.
#pragma once

#include <vector>

#include "language/varieties/knowledge.h"
#include "model/document.h"

namespace isnad::varieties {

// A stretch of words of one script, inside one sentence. One or two words of another script belong to the
// words around them.
struct Stretch {
    Script script = Script::none;
    std::uint32_t words = 0;
    Scores scores{};
};

// A word that tells much, for the evidence.
struct TellingWord {
    Span span;
    std::string form;
};

struct Stretches {
    std::vector<Stretch> items;
    std::vector<TellingWord> telling;
};

constexpr std::uint32_t most_words = 20'000;  // of an article; later ones are not looked at

Stretches stretches_of(const Page& page, const std::vector<Block>& blocks, const Knowledge& knowledge);

}  // namespace isnad::varieties
