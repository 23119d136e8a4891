#include "article/html_block_model.h"

#include <charconv>

#include "article/html_block_features.h"

namespace isnad::article {
namespace {

// The next word of a list, or nothing at its end.
std::string_view next_word(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

template <class Number>
Number number(std::string_view text) {
    Number out{};
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

}  // namespace

BlockModel::BlockModel(const lexicon::Lexicon& lexicon) {
    const auto table = lexicon.table("article_blocks");
    if (!table) return;
    const std::size_t tree = lexicon.column(*table, "tree");
    for (std::uint32_t row = 0; row < lexicon.rows(*table); ++row) add_tree(lexicon.cell(*table, row, tree));
}

// Nodes in preorder: "3:0.5 -0.2 7:12 0.1 0.4". A tree that does not add up is left out.
void BlockModel::add_tree(std::string_view text) {
    const std::size_t root = nodes_.size();
    std::vector<std::size_t> open;  // nodes that wait for their right child
    bool whole = false;
    for (std::string_view word = next_word(text); !word.empty() && !whole; word = next_word(text)) {
        const std::size_t colon = word.find(':');
        if (colon != std::string_view::npos) {
            const auto column = number<std::uint16_t>(word.substr(0, colon));
            if (column >= block_columns().size()) break;
            open.push_back(nodes_.size());
            nodes_.push_back({number<float>(word.substr(colon + 1)), column, 0});
            continue;
        }
        nodes_.push_back({number<float>(word), leaf, 0});
        whole = open.empty();
        if (whole) break;
        nodes_[open.back()].right = static_cast<std::uint16_t>(nodes_.size() - root);
        open.pop_back();
    }
    if (whole && nodes_.size() - root < leaf) {
        roots_.push_back(static_cast<std::uint32_t>(root));
    } else {
        nodes_.resize(root);
    }
}

float BlockModel::score(std::span<const float> row) const {
    float out = 0;
    for (const std::uint32_t root : roots_) {
        const Node* const first = nodes_.data() + root;
        const Node* node = first;
        while (node->column != leaf) node = row[node->column] <= node->value ? node + 1 : first + node->right;
        out += node->value;
    }
    return out;
}

}  // namespace isnad::article
