// Which blocks of a page are its article: boosted regression trees (Friedman 2001, "Greedy function
// approximation"; Chen and Guestrin 2016) over the numbers of html_block_features.h. The trees are the table
// article_blocks of the lexicon (models/article_blocks.md): data, so that a new model needs no new program.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "article/html_block_features.h"
#include "lexicon/lexicon.h"

namespace isnad::article {

class BlockModel {
  public:
    // From the lexicon; empty when it has no such table, or one that fits no longer.
    explicit BlockModel(const lexicon::Lexicon& lexicon);

    bool empty() const { return trees_.empty(); }
    // For every row the log odds that a block with these numbers belongs to the article. What is far from it
    // after the first trees is not looked at any longer.
    std::vector<float> scores(const BlockRows& rows) const;

  private:
    // A node asks whether a number is at most `value`; where it is not, the leaves left of it are out, and
    // `others` has the bits of those that are not. The leaf of a row is the first one that no node rules out
    // (QuickScorer, Lucchese et al. 2015): all nodes are asked, in any order, for several rows at once and
    // without a jump.
    struct Node {
        float value = 0;
        std::uint32_t column = 0;
        std::uint32_t others = 0;
    };
    struct Tree {
        std::uint32_t first_node = 0, end_node = 0, first_leaf = 0;
    };
    // Rows side by side: eight numbers a column.
    struct Group;

    bool add_tree(std::string_view text);
    void add_up(Group& group, std::span<const Tree> trees) const;
    void add_up(const BlockRows& rows, std::span<const std::uint32_t> blocks, std::span<const Tree> trees,
                std::vector<float>& scores) const;

    std::vector<Node> nodes_;
    std::vector<float> leaves_;  // from left to right, tree by tree
    std::vector<Tree> trees_;
};

}  // namespace isnad::article
