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

// The same in steps of `step`, with what may not be: tags that the convention does not know, and names that
// go on behind other words than their own. Made once for many sentences.
struct TagCosts {
    TagSums first{};
    std::array<TagSums, tags> behind{};
};
TagCosts allowed(const TagFollowing& following, Convention convention, float step);

// Finds paths under costs, which must outlive it. Linear in the words. Scores are steps like the costs;
// beyond 3,000 they count as 3,000.
class TagPath {
  public:
    explicit TagPath(const TagCosts& costs) : costs_(costs) {}

    // The best tags for the words of a sentence with these scores, one a word, into `out` of the same size.
    void find(std::span<const TagSums> words, std::span<std::uint8_t> out);

  private:
    const TagCosts& costs_;
    std::vector<TagSums> best_;  // by word: of the paths that end there, by their last tag
};

}  // namespace isnad::names
