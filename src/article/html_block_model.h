// Which blocks of a page are its article: boosted regression trees (Friedman 2001, "Greedy function
// approximation"; Chen and Guestrin 2016) over the numbers of html_block_features.h. The trees are the table
// article_blocks of the lexicon (models/article_blocks.md): data, so that a new model needs no new program.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad::article {

class BlockModel {
  public:
    // From the lexicon; empty when it has no such table, or one that fits no longer.
    explicit BlockModel(const lexicon::Lexicon& lexicon);

    bool empty() const { return roots_.empty(); }
    // The log odds that a block with these numbers belongs to the article. What is far from it after the
    // first trees is not looked at any longer.
    float score(std::span<const float> row) const;

  private:
    // A node asks whether a number is at most `value`; the left child stands behind it. In a leaf, `column`
    // is `leaf` and `value` is added to the score.
    struct Node {
        float value = 0;
        std::uint16_t column = 0, right = 0;
    };
    static constexpr std::uint16_t leaf = 0xFFFF;

    bool add_tree(std::string_view text);

    std::vector<Node> nodes_;
    std::vector<std::uint32_t> roots_;
};

}  // namespace isnad::article
