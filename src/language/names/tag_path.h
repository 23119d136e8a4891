// The best row of tags for a sentence: Viterbi's search over the scores of a linear-chain conditional random
// field (Lafferty et al. 2001).
#pragma once

#include <span>
#include <vector>

#include "language/names/tags.h"

namespace isnad::names {

// How well tags stand first in a sentence, and behind one another.
struct TagFollowing {
    TagScores first{};
    std::array<TagScores, tags> behind{};  // behind[a][b]: b behind a
};

// The same with what may not be: tags that the convention does not know, and names that go on behind other
// words than their own. Made once for many sentences.
TagFollowing allowed(const TagFollowing& following, Convention convention);

// The best tags for words with these scores, one a word, under costs made by `allowed`. Linear in the words.
std::vector<std::uint8_t> best_tags(std::span<const TagScores> words, const TagFollowing& costs);

}  // namespace isnad::names
