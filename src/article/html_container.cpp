#include "article/html_container.h"

#include <vector>

namespace isnad::article {
namespace {

constexpr double short_cost = 2, linked_block_cost = 4, outside_cost = 1;
constexpr double body_bonus = 1.25, article_bonus = 1.1;

double worth(const MarkupBlock& block, const BlockFeatures& f) {
    const auto words = static_cast<double>(f.line.words.size());
    if (f.outside) return -outside_cost;
    if (f.prose) return words * (1 - f.link_density);
    if (is_heading(block.tag) && f.link_density < 0.5) return 0;
    if (f.link_density >= 0.5) return -linked_block_cost - 0.3 * words;
    return block.tag == TagKind::paragraph || block.tag == TagKind::item ? 0 : -short_cost;
}

}  // namespace

std::optional<std::uint32_t> choose_container(const Markup& markup, const PageFeatures& features) {
    std::vector<double> sums(markup.containers.size());
    for (std::size_t i = 0; i < markup.blocks.size(); ++i)
        sums[markup.blocks[i].container] += worth(markup.blocks[i], features.blocks[i]);
    std::optional<std::uint32_t> best;
    double best_sum = 0;
    for (std::size_t i = sums.size(); i-- > 0;) {
        const Container& container = markup.containers[i];
        double sum = sums[i];
        if ((container.hints & hint::body) != 0) sum *= body_bonus;
        if ((container.inside & (inside::article | inside::main)) != 0) sum *= article_bonus;
        if (sum > best_sum && !features.containers[i].excluded) {
            best_sum = sum;
            best = static_cast<std::uint32_t>(i);
        }
        if (i > 0) sums[container.parent] += sums[i];
    }
    return best;
}

}  // namespace isnad::article
