#include <algorithm>

#include "language/names/candidates.h"

namespace isnad::names {
namespace {

constexpr float sure = 0.5F;

bool better(const Candidate& a, const Candidate& b) {
    if ((a.weight >= sure) != (b.weight >= sure)) return a.weight >= sure;
    if (a.words() != b.words()) return a.words() > b.words();
    if (a.weight != b.weight) return a.weight > b.weight;
    if (a.skip != b.skip) return a.skip < b.skip;
    return a.first < b.first;
}

bool same_row(const Candidate& a, const Candidate& b) {
    return a.entry != nullptr && b.entry != nullptr && a.entry->table == b.entry->table &&
           a.entry->row == b.entry->row;
}

// Takes the best first; `taken` marks words.
void take_disjoint(const Candidates& sorted, bool waiting, std::vector<char>& taken, Candidates& out) {
    for (const Candidate& one : sorted) {
        if (one.waits != waiting) continue;
        if (std::any_of(taken.begin() + one.first, taken.begin() + one.end, [](char t) { return t != 0; }))
            continue;
        if (waiting &&
            std::none_of(out.begin(), out.end(), [&](const Candidate& c) { return same_row(c, one); }))
            continue;
        std::fill(taken.begin() + one.first, taken.begin() + one.end, char{1});
        out.push_back(one);
    }
}

}  // namespace

Candidates choose(Candidates all) {
    std::stable_sort(all.begin(), all.end(), better);
    std::uint32_t words = 0;
    for (const Candidate& one : all) words = std::max(words, one.end);
    std::vector<char> taken(words, 0);
    Candidates out;
    take_disjoint(all, false, taken, out);
    take_disjoint(all, true, taken, out);
    std::sort(out.begin(), out.end(),
              [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
    return out;
}

}  // namespace isnad::names
