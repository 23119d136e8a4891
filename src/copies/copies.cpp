#include "copies/copies.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>

#include "copies/direction.h"
#include "copies/families.h"
#include "copies/judge.h"
#include "copies/stretches.h"

namespace isnad::copies {
namespace {

constexpr std::uint32_t told_run = 6;  // words of a shared stretch that is worth showing

// The documents by content, so that nothing hangs on the order of input.
std::vector<std::uint32_t> by_content(const Collection& collection) {
    std::vector<std::uint32_t> order(collection.documents.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return collection.analysis(a).document->id() < collection.analysis(b).document->id();
    });
    return order;
}

std::vector<std::uint32_t> by_day(const Collection& collection, std::vector<std::uint32_t> order) {
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto &x = collection.analysis(a).reference_date, &y = collection.analysis(b).reference_date;
        return (x ? x->value : std::string()) < (y ? y->value : std::string());
    });
    return order;
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Fills what pairs are judged by and gives the pairs to judge.
Pairs prepare(const Collection& collection, Compared& all) {
    for (DocumentIndex d = 0; d < collection.documents.size(); ++d) {
        all.texts.push_back(copy_text(collection.analysis(d)));
        all.outlines.push_back(outline_of(collection, d));
    }
    const std::vector<std::uint32_t> order = by_content(collection);
    Candidates candidates = find_candidates(all.texts, order);
    all.boilerplate = std::move(candidates.boilerplate);
    Pairs pairs;
    const Pairs retold = outline_candidates(all.outlines, by_day(collection, order));
    std::set_union(candidates.pairs.begin(), candidates.pairs.end(), retold.begin(), retold.end(),
                   std::back_inserter(pairs));
    return pairs;
}

}  // namespace

Copies find_copies(const Collection& collection) {
    Compared all;
    std::vector<Bond> bonds;
    for (const auto& [a, b] : prepare(collection, all)) {
        const auto tied = judge(all, a, b);
        if (!tied) continue;
        const std::vector<CopyText>& texts = all.texts;
        const bool forward = is_source(collection, a, b);
        const DocumentIndex from = forward ? a : b, to = forward ? b : a;
        CopyPair pair{tied->kind, from, to, tied->resemblance, tied->containment, {}};
        for (const Stretch& stretch : shared_stretches(texts[from], texts[to], told_run))
            pair.shared.push_back(spans_of(stretch, texts[from], texts[to]));
        bonds.push_back({std::move(pair), tied->unites});
    }
    Copies out;
    out.families = families_of(bonds, collection);
    for (Bond& bond : bonds) out.pairs.push_back(std::move(bond.pair));
    return out;
}

}  // namespace isnad::copies
