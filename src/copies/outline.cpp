#include "copies/outline.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "base/hash.h"

namespace isnad::copies {
namespace {

constexpr std::size_t most_items = 300;
constexpr std::size_t outline_reach = 40;  // neighbours that a figure ties a document to
constexpr std::size_t few_figures = 3;

bool is_told(BlockKind kind) { return kind != BlockKind::caption && kind != BlockKind::subheading; }

bool in_story(const Document& document, Span span) {
    const auto& blocks = document.blocks();
    auto block = std::upper_bound(blocks.begin(), blocks.end(), span.begin,
                                  [](std::uint32_t at, const Block& b) { return at < b.span.begin; });
    return block != blocks.begin() && is_told((--block)->kind) && span.end <= block->span.end;
}

bool is_telling(double value) {
    return std::isfinite(value) && value > 12 && !(value < 1000 && std::fmod(value, 10.0) == 0);
}

struct Placed {
    std::uint32_t at = 0;
    OutlineItem item;
};

std::vector<Placed> placed_items(const Collection& collection, DocumentIndex document) {
    const Analysis& analysis = collection.analysis(document);
    std::vector<Placed> found;
    for (const Quantity& quantity : analysis.quantities) {
        const std::string value = std::to_string(quantity.low) + '/' + std::to_string(quantity.high);
        if (!quantity.vague)
            found.push_back({quantity.span.begin, {hash_bytes(value), true, is_telling(quantity.low)}});
    }
    for (std::size_t n = 0; n < analysis.names.size(); ++n)
        found.push_back(
            {analysis.names[n].span.begin, {hash_join(1, collection.entity_of[document][n]), false, false}});
    std::stable_sort(found.begin(), found.end(),
                     [](const Placed& x, const Placed& y) { return x.at < y.at; });
    std::erase_if(found, [&](const Placed& placed) {
        return !in_story(*analysis.document, {placed.at, placed.at});
    });
    return found;
}

// Length of the longest common subsequence.
std::size_t common_subsequence(const std::vector<std::uint64_t>& x, const std::vector<std::uint64_t>& y) {
    std::vector<std::size_t> last(y.size() + 1, 0), row(y.size() + 1, 0);
    for (const std::uint64_t item : x) {
        for (std::size_t j = 0; j < y.size(); ++j)
            row[j + 1] = item == y[j] ? last[j] + 1 : std::max(row[j], last[j + 1]);
        std::swap(row, last);
    }
    return last.back();
}

std::vector<std::uint64_t> kept(const std::vector<OutlineItem>& items, const std::set<std::uint64_t>& in) {
    std::vector<std::uint64_t> out;
    for (const OutlineItem& item : items) {
        if (in.contains(item.what)) out.push_back(item.what);
    }
    return out;
}

}  // namespace

std::vector<OutlineItem> outline_of(const Collection& collection, DocumentIndex document) {
    std::set<std::uint64_t> seen;
    std::vector<OutlineItem> outline;
    for (const Placed& placed : placed_items(collection, document)) {
        if (outline.size() == most_items) break;
        if (seen.insert(placed.item.what).second) outline.push_back(placed.item);
    }
    return outline;
}

Outlines compare_outlines(const std::vector<OutlineItem>& a, const std::vector<OutlineItem>& b) {
    Outlines out;
    std::set<std::uint64_t> of_b, both;
    for (const OutlineItem& item : b) of_b.insert(item.what);
    for (const OutlineItem& item : a) {
        if (!of_b.contains(item.what)) continue;
        both.insert(item.what);
        out.figures += item.figure ? 1u : 0u;
    }
    out.shared = both.size();
    if (both.empty()) return out;
    out.likeness = 2.0 * static_cast<double>(out.shared) / static_cast<double>(a.size() + b.size());
    out.order = static_cast<double>(common_subsequence(kept(a, both), kept(b, both))) /
                static_cast<double>(out.shared);
    return out;
}

bool is_retold(const Outlines& outlines) {
    return outlines.shared >= 10 && outlines.figures >= 4 && outlines.likeness >= 0.5 &&
           outlines.order >= 0.5;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> outline_candidates(
    const std::vector<std::vector<OutlineItem>>& outlines, const std::vector<std::uint32_t>& order) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> index;
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        for (const OutlineItem& item : outlines[order[place]]) {
            if (item.telling) index.emplace_back(item.what, place);
        }
    }
    std::sort(index.begin(), index.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ties;
    for (std::size_t i = 0; i < index.size(); ++i) {
        for (std::size_t j = i + 1;
             j < index.size() && index[j].first == index[i].first && j <= i + outline_reach; ++j)
            ties.emplace_back(index[i].second, index[j].second);
    }
    std::sort(ties.begin(), ties.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (std::size_t i = 0, end = 0; i < ties.size(); i = end) {
        while (end < ties.size() && ties[end] == ties[i]) ++end;
        const std::uint32_t a = order[ties[i].first], b = order[ties[i].second];
        if (end - i >= few_figures) out.emplace_back(std::min(a, b), std::max(a, b));
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace isnad::copies
