#include "copies/candidates.h"

#include <algorithm>

namespace isnad::copies {
namespace {

constexpr std::size_t reach = 12;        // neighbours that a shingle ties a document to
constexpr std::size_t few_shared = 3;    // fewer shared shingles are a phrase, not a copy
constexpr double little_besides = 0.15;  // of the smaller document
constexpr std::size_t many_documents = 3;

// A shingle in a document, which is told by its place in the order.
struct Posting {
    std::uint64_t shingle;
    std::uint32_t place;
    auto operator<=>(const Posting&) const = default;
};

struct Tie {
    std::uint64_t pair = 0;
    std::uint32_t shared = 0;
};

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32) | b; }

std::vector<Posting> index_of(const std::vector<CopyText>& texts, const std::vector<std::uint32_t>& order) {
    std::vector<Posting> index;
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        for (const std::uint64_t shingle : texts[order[place]].set) index.push_back({shingle, place});
    }
    std::sort(index.begin(), index.end());
    return index;
}

// Calls use(first, end) for every stretch of postings with one shingle that two documents or more have.
template <class Use>
void for_shared(const std::vector<Posting>& index, const Use& use) {
    for (std::size_t first = 0, end = 0; first < index.size(); first = end) {
        end = first + 1;
        while (end < index.size() && index[end].shingle == index[first].shingle) ++end;
        if (end - first > 1) use(first, end);
    }
}

// How many shingles tie each pair of neighbours.
std::vector<Tie> count_ties(const std::vector<Posting>& index) {
    std::vector<std::uint64_t> pairs;
    for_shared(index, [&](std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) {
            for (std::size_t j = i + 1; j < end && j <= i + reach; ++j)
                pairs.push_back(pair_of(index[i].place, index[j].place));
        }
    });
    std::sort(pairs.begin(), pairs.end());
    std::vector<Tie> ties;
    for (const std::uint64_t pair : pairs) {
        if (ties.empty() || ties.back().pair != pair) ties.push_back({pair, 0});
        ++ties.back().shared;
    }
    return ties;
}

std::uint32_t shared_by(const std::vector<Tie>& ties, std::uint64_t pair) {
    const auto at = std::lower_bound(ties.begin(), ties.end(), pair,
                                     [](const Tie& tie, std::uint64_t wanted) { return tie.pair < wanted; });
    return at != ties.end() && at->pair == pair ? at->shared : 0;
}

std::vector<std::uint64_t> find_boilerplate(const std::vector<Posting>& index, const std::vector<Tie>& ties,
                                            const std::vector<std::size_t>& sizes) {
    std::vector<std::uint64_t> out;
    for_shared(index, [&](std::size_t first, std::size_t end) {
        if (end - first < many_documents) return;
        std::size_t unlike = 0;
        for (std::size_t i = first; i + 1 < end; ++i) {
            const std::uint32_t a = index[i].place, b = index[i + 1].place;
            const auto smaller = static_cast<double>(std::min(sizes[a], sizes[b]));
            unlike += shared_by(ties, pair_of(a, b)) < little_besides * smaller ? 1u : 0u;
        }
        if (2 * unlike > end - first - 1) out.push_back(index[first].shingle);
    });
    return out;
}

bool holds(const std::vector<std::uint64_t>& sorted, std::uint64_t value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

}  // namespace

Candidates find_candidates(const std::vector<CopyText>& texts, const std::vector<std::uint32_t>& order) {
    Candidates out;
    std::vector<Posting> index = index_of(texts, order);
    std::vector<std::size_t> sizes;
    for (const std::uint32_t document : order) sizes.push_back(texts[document].set.size());
    const std::vector<Tie> all = count_ties(index);
    out.boilerplate = find_boilerplate(index, all, sizes);
    std::erase_if(index, [&](const Posting& posting) { return holds(out.boilerplate, posting.shingle); });
    for (const Tie& tie : count_ties(index)) {
        const std::uint32_t a = order[tie.pair >> 32], b = order[tie.pair & UINT32_MAX];
        const std::size_t smaller = std::min(texts[a].set.size(), texts[b].set.size());
        if (tie.shared < std::min(few_shared, smaller)) continue;
        out.pairs.emplace_back(std::min(a, b), std::max(a, b));
    }
    std::sort(out.pairs.begin(), out.pairs.end());
    return out;
}

std::size_t shared_shingles(const CopyText& a, const CopyText& b,
                            const std::vector<std::uint64_t>& boilerplate) {
    std::size_t shared = 0, i = 0, j = 0;
    while (i < a.set.size() && j < b.set.size()) {
        if (a.set[i] == b.set[j]) {
            shared += holds(boilerplate, a.set[i]) ? 0u : 1u;
            ++i, ++j;
        } else {
            a.set[i] < b.set[j] ? ++i : ++j;
        }
    }
    return shared;
}

std::size_t own_shingles(const CopyText& text, const std::vector<std::uint64_t>& boilerplate) {
    return static_cast<std::size_t>(
        std::count_if(text.set.begin(), text.set.end(),
                      [&](std::uint64_t shingle) { return !holds(boilerplate, shingle); }));
}

}  // namespace isnad::copies
