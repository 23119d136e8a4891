#include "stories/likeness.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>

namespace isnad::stories {
namespace {

constexpr double floor_of_likeness = 0.05;
constexpr std::size_t everybodys = 400;  // a feature of more documents ties none by itself

struct Posting {
    std::uint64_t what;
    std::uint32_t document;
    double weight;
};

std::vector<Posting> index_of(const std::vector<Profile>& profiles) {
    std::vector<Posting> index;
    for (std::uint32_t d = 0; d < profiles.size(); ++d) {
        for (const Feature& feature : profiles[d].features)
            index.push_back({feature.what, d, feature.weight});
    }
    std::sort(index.begin(), index.end(), [](const Posting& x, const Posting& y) {
        return x.what != y.what ? x.what < y.what : x.document < y.document;
    });
    return index;
}

double likeness_of(CopyKind kind) { return kind == CopyKind::reworked ? 0.8 : 1.0; }

double same_scene(const Profile& a, const Profile& b) {
    if (a.scene.empty() || b.scene.empty()) return 0.5;
    std::vector<std::uint32_t> both;
    std::set_intersection(a.scene.begin(), a.scene.end(), b.scene.begin(), b.scene.end(),
                          std::back_inserter(both));
    return both.empty() ? 0.4 : 1.0;
}

}  // namespace

std::vector<Likeness> likenesses(const std::vector<Profile>& profiles, const Copies& copies) {
    const std::vector<Posting> index = index_of(profiles);
    std::unordered_map<std::uint64_t, std::pair<std::size_t, std::size_t>> where;
    for (std::size_t first = 0, end = 0; first < index.size(); first = end) {
        while (end < index.size() && index[end].what == index[first].what) ++end;
        if (end - first > 1 && end - first <= everybodys) where[index[first].what] = {first, end};
    }
    std::vector<Likeness> out;
    std::vector<double> sum(profiles.size(), 0);
    for (const CopyPair& pair : copies.pairs) {
        if (pair.kind != CopyKind::containment || pair.resemblance > 0.3)
            out.push_back(
                {std::min(pair.from, pair.to), std::max(pair.from, pair.to), likeness_of(pair.kind)});
    }
    for (std::uint32_t d = 0; d < profiles.size(); ++d) {
        std::fill(sum.begin() + d, sum.end(), 0.0);
        for (const Feature& feature : profiles[d].features) {
            const auto at = where.find(feature.what);
            if (at == where.end()) continue;
            for (std::size_t i = at->second.second; i-- > at->second.first && index[i].document > d;)
                sum[index[i].document] += feature.weight * index[i].weight;
        }
        for (std::uint32_t other = d + 1; other < profiles.size(); ++other) {
            if (sum[other] >= floor_of_likeness) out.push_back({d, other, sum[other]});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Likeness& x, const Likeness& y) {
        return x.a != y.a ? x.a < y.a : x.b != y.b ? x.b < y.b : x.value > y.value;
    });
    const auto end = std::unique(out.begin(), out.end(), [](const Likeness& x, const Likeness& y) {
        return x.a == y.a && x.b == y.b;
    });
    out.erase(end, out.end());
    return out;
}

std::optional<int> days_apart(const Profile& a, const Profile& b) {
    if (!a.from || !b.from) return std::nullopt;
    if (*a.from > *b.to) return static_cast<int>((*a.from - *b.to).count());
    if (*b.from > *a.to) return static_cast<int>((*b.from - *a.to).count());
    return 0;
}

double same_event(double likeness, const Profile& a, const Profile& b) {
    const auto days = days_apart(a, b);
    return likeness * (days ? std::exp(-std::max(0, *days - 1) / 3.0) : same_scene(a, b));
}

double same_story(double likeness, const Profile& a, const Profile& b) {
    const auto days = days_apart(a, b);
    return likeness * (days ? std::max(0.6, std::exp(-*days / 300.0)) : 0.9);
}

}  // namespace isnad::stories
