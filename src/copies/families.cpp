#include "copies/families.h"

#include <algorithm>
#include <map>

#include "base/disjoint_sets.h"
#include "copies/direction.h"

namespace isnad::copies {
namespace {

// The document from which the others come: first by is_source among those that no pair derives from another
// member; in a circle of pairs, among all.
DocumentIndex first_of(const CopyFamily& family, const std::vector<Bond>& bonds,
                       const Collection& collection) {
    std::vector<DocumentIndex> heads = family.documents;
    for (const Bond& bond : bonds) {
        if (bond.unites) std::erase(heads, bond.pair.to);
    }
    if (heads.empty()) heads = family.documents;
    DocumentIndex best = heads.front();
    for (const DocumentIndex document : heads) {
        if (document != best && is_source(collection, document, best)) best = document;
    }
    return best;
}

}  // namespace

std::vector<CopyFamily> families_of(const std::vector<Bond>& bonds, const Collection& collection) {
    DisjointSets sets(collection.documents.size());
    std::vector<CopyKind> kind(collection.documents.size(), CopyKind::exact);
    std::vector<const Bond*> order;
    for (const Bond& bond : bonds) {
        if (bond.unites) order.push_back(&bond);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Bond* x, const Bond* y) { return x->pair.kind < y->pair.kind; });
    for (const Bond* bond : order) {
        std::uint32_t a = sets.root(bond->pair.from), b = sets.root(bond->pair.to);
        if (a == b) continue;
        if (b < a) std::swap(a, b);
        sets.join(a, b);
        kind[a] = std::max({kind[a], kind[b], bond->pair.kind});
    }
    std::map<std::uint32_t, CopyFamily> families;
    for (const Bond* bond : order) {
        for (const DocumentIndex document : {bond->pair.from, bond->pair.to})
            families[sets.root(document)].documents.push_back(document);
    }
    std::map<std::uint32_t, std::vector<Bond>> bonds_of;
    for (const Bond* bond : order) bonds_of[sets.root(bond->pair.from)].push_back(*bond);
    std::vector<CopyFamily> out;
    for (auto& [root, family] : families) {
        std::sort(family.documents.begin(), family.documents.end());
        const auto end = std::unique(family.documents.begin(), family.documents.end());
        family.documents.erase(end, family.documents.end());
        family.kind = kind[root];
        family.first = first_of(family, bonds_of[root], collection);
        out.push_back(std::move(family));
    }
    return out;
}

}  // namespace isnad::copies
