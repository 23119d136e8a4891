#include "article/html_block_model.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <numeric>

namespace isnad::article {
namespace {

constexpr std::size_t trees_looked_at = 48;
constexpr float hopeless = -3.5F;
constexpr std::size_t most_leaves = 32, four = 4, lanes = 8;

// Vectors of the compiler (GCC and clang), so that one instruction asks a node for four rows: every machine
// has such. Two of them go side by side.
using Numbers = float __attribute__((vector_size(four * sizeof(float))));
using Bits = std::int32_t __attribute__((vector_size(four * sizeof(std::int32_t))));

constexpr std::uint32_t bits_below(std::uint32_t end) { return end >= 32 ? ~0u : (1u << end) - 1; }

// The next word of a list, or nothing at its end.
std::string_view next_word(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

float number(std::string_view text) {
    float out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

}  // namespace

BlockModel::BlockModel(const lexicon::Lexicon& lexicon) {
    const auto table = lexicon.table("article_blocks");
    if (!table) return;
    const std::size_t tree = lexicon.column(*table, "tree");
    for (std::uint32_t row = 0; row < lexicon.rows(*table); ++row) {
        if (add_tree(lexicon.cell(*table, row, tree))) continue;
        nodes_.clear();
        leaves_.clear();
        trees_.clear();
        return;
    }
}

// Nodes in preorder: "words:3.5 -0.2 links:0.1 0.1 0.4". False for a tree that does not add up, asks for an
// unknown column or has too many leaves.
bool BlockModel::add_tree(std::string_view text) {
    const std::vector<std::string>& columns = block_columns();
    Tree tree{static_cast<std::uint32_t>(nodes_.size()), 0, static_cast<std::uint32_t>(leaves_.size())};
    std::vector<std::size_t> open;  // nodes whose left side is being read; `others` counts the leaves before
    bool whole = false;
    for (std::string_view word = next_word(text); !word.empty(); word = next_word(text)) {
        if (whole) return false;
        const auto leaves = static_cast<std::uint32_t>(leaves_.size() - tree.first_leaf);
        const std::size_t colon = word.find(':');
        if (colon != std::string_view::npos) {
            const auto column = std::find(columns.begin(), columns.end(), word.substr(0, colon));
            if (column == columns.end()) return false;
            open.push_back(nodes_.size());
            const auto index = static_cast<std::uint32_t>(column - columns.begin());
            nodes_.push_back({number(word.substr(colon + 1)), index, leaves});
            continue;
        }
        if (leaves == most_leaves) return false;
        leaves_.push_back(number(word));
        whole = open.empty();
        if (whole) continue;
        Node& left_ends = nodes_[open.back()];
        left_ends.others = ~(bits_below(leaves + 1) & ~bits_below(left_ends.others));
        open.pop_back();
    }
    tree.end_node = static_cast<std::uint32_t>(nodes_.size());
    trees_.push_back(tree);
    return whole;
}

struct BlockModel::Group {
    std::vector<Numbers> columns;  // two for each
    std::array<float, lanes> scores{};
};

void BlockModel::add_up(Group& group, std::span<const Tree> trees) const {
    for (const Tree& tree : trees) {
        Bits left[2] = {Bits{} - 1, Bits{} - 1};  // leaves: all of them
        for (std::size_t i = tree.first_node; i < tree.end_node; ++i) {
            const Node& node = nodes_[i];
            const Numbers* column = &group.columns[2 * node.column];
            left[0] &= (column[0] <= node.value) | static_cast<std::int32_t>(node.others);
            left[1] &= (column[1] <= node.value) | static_cast<std::int32_t>(node.others);
        }
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const int leaf = std::countr_zero(static_cast<std::uint32_t>(left[lane / four][lane % four]));
            group.scores[lane] += leaves_[tree.first_leaf + static_cast<std::size_t>(leaf)];
        }
    }
}

// Adds what the trees say to the scores of some blocks.
void BlockModel::add_up(const BlockRows& rows, std::span<const std::uint32_t> blocks,
                        std::span<const Tree> trees, std::vector<float>& scores) const {
    Group group;
    group.columns.resize(2 * rows.width);
    for (; !blocks.empty(); blocks = blocks.subspan(std::min(lanes, blocks.size()))) {
        const std::size_t here = std::min(lanes, blocks.size());
        for (std::size_t lane = 0; lane < here; ++lane) {
            const float* row = rows.row(blocks[lane]).data();
            for (std::size_t column = 0; column < rows.width; ++column)
                group.columns[2 * column + lane / four][lane % four] = row[column];
            group.scores[lane] = scores[blocks[lane]];
        }
        add_up(group, trees);
        for (std::size_t lane = 0; lane < here; ++lane) scores[blocks[lane]] = group.scores[lane];
    }
}

std::vector<float> BlockModel::scores(const BlockRows& rows) const {
    std::vector<float> out(rows.width == 0 ? 0 : rows.values.size() / rows.width);
    std::vector<std::uint32_t> blocks(out.size());
    std::iota(blocks.begin(), blocks.end(), 0u);
    const std::span<const Tree> trees(trees_);
    const std::size_t first = std::min(trees_looked_at, trees.size());
    add_up(rows, blocks, trees.first(first), out);
    std::erase_if(blocks, [&](std::uint32_t block) { return out[block] < hopeless; });
    add_up(rows, blocks, trees.subspan(first), out);
    return out;
}

}  // namespace isnad::article
