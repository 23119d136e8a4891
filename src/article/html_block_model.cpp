#include "article/html_block_model.h"

#include <algorithm>
#include <charconv>

#include "article/html_block_features.h"

namespace isnad::article {
namespace {

constexpr std::size_t trees_looked_at = 48;
constexpr float hopeless = -3.5F;

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
        roots_.clear();
        return;
    }
}

// Nodes in preorder: "words:3.5 -0.2 links:0.1 0.1 0.4". False for a tree that does not add up or asks for an
// unknown column.
bool BlockModel::add_tree(std::string_view text) {
    const std::vector<std::string>& columns = block_columns();
    const std::size_t root = nodes_.size();
    std::vector<std::size_t> open;  // nodes that wait for their right child
    for (std::string_view word = next_word(text); !word.empty(); word = next_word(text)) {
        const std::size_t colon = word.find(':');
        if (colon != std::string_view::npos) {
            const auto column = std::find(columns.begin(), columns.end(), word.substr(0, colon));
            if (column == columns.end()) return false;
            open.push_back(nodes_.size());
            const auto index = static_cast<std::uint16_t>(column - columns.begin());
            nodes_.push_back({number(word.substr(colon + 1)), index, 0});
            continue;
        }
        nodes_.push_back({number(word), leaf, 0});
        if (open.empty()) break;
        nodes_[open.back()].right = static_cast<std::uint16_t>(nodes_.size() - root);
        open.pop_back();
    }
    const bool whole = open.empty() && nodes_.size() > root && next_word(text).empty();
    roots_.push_back(static_cast<std::uint32_t>(root));
    return whole && nodes_.size() - root < leaf;
}

float BlockModel::score(std::span<const float> row) const {
    float out = 0;
    for (std::size_t i = 0; i < roots_.size(); ++i) {
        if (i == trees_looked_at && out < hopeless) break;
        const Node* const first = nodes_.data() + roots_[i];
        const Node* node = first;
        while (node->column != leaf) node = row[node->column] <= node->value ? node + 1 : first + node->right;
        out += node->value;
    }
    return out;
}

}  // namespace isnad::article
