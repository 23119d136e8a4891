#include "claims/figure_groups.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "claims/limits.h"

namespace isnad::claims {
namespace {

// What two figures must have in common to be compared at all.
using BucketKey = std::tuple<int, std::uint64_t, std::uint64_t>;

BucketKey bucket_of(const Knowledge& knowledge, const Figure& figure) {
    const Told& told = figure.told;
    const auto dimension = static_cast<std::uint64_t>(figure.measure.dimension);
    if (tells_much(knowledge, told.population)) return {1, *told.population, dimension};
    if (told.property) return {0, *told.property, dimension};
    if (told.population) return {1, *told.population, dimension};
    return {2, told.noun, dimension};
}

struct Link {
    double score = 0;
    std::uint32_t a = 0, b = 0;  // places in the bucket
};

class Bucket {
  public:
    Bucket(const StoryView& view, const std::vector<Figure>& figures,
           const std::vector<std::uint32_t>& members)
        : view_(view),
          figures_(figures),
          members_(members),
          group_of_(members.size()),
          groups_(members.size()) {
        for (std::uint32_t i = 0; i < members.size(); ++i) {
            group_of_[i] = i;
            groups_[i] = {i};
        }
        same_.resize(members.size() * members.size());
        apart_.resize(members.size() * members.size());
        neutral_.resize(members.size() * members.size());
    }

    void add_groups(std::vector<FigureGroup>& out) {
        for (const Link& link : links()) join(group_of_[link.a], group_of_[link.b]);
        for (const std::vector<std::uint32_t>& places : groups_) {
            if (places.size() < 2) continue;
            FigureGroup group;
            for (const std::uint32_t place : places) group.push_back(members_[place]);
            std::sort(group.begin(), group.end());
            out.push_back(std::move(group));
        }
    }

  private:
    std::vector<Link> links() {
        std::vector<Link> out;
        for (std::uint32_t a = 0; a < members_.size(); ++a) {
            for (std::uint32_t b = a + 1; b < members_.size(); ++b) {
                const Sameness here = sameness(view_, figures_[members_[a]], figures_[members_[b]]);
                if (!here.same) {
                    note_apart(a, b);
                    continue;
                }
                same_[a * members_.size() + b] = same_[b * members_.size() + a] = true;
                out.push_back({here.score, a, b});
            }
        }
        std::stable_sort(out.begin(), out.end(),
                         [](const Link& x, const Link& y) { return x.score > y.score; });
        return out;
    }

    // Two values in one document that are not of one thing keep their groups apart.
    // Vague words, and values of what no days change that differ, say nothing of whether the groups belong
    // together.
    void note_apart(std::uint32_t a, std::uint32_t b) {
        const Figure &x = figures_[members_[a]], &y = figures_[members_[b]];
        const std::size_t pair = a * members_.size() + b, back = b * members_.size() + a;
        if (x.vague || y.vague) neutral_[pair] = neutral_[back] = true;
        if (x.told.property && !x.vague && !y.vague && !values_fit(x, y)) {
            const Concept& property = view_.knowledge.concept_of(*x.told.property);
            neutral_[pair] = neutral_[back] = !property.grows && !property.changes;
        }
        if (x.document != y.document || nearly_fit(x, y) || follow_days(x, y)) return;
        apart_[pair] = apart_[back] = true;
    }

    // "21 dead ... on Wednesday it had announced 14": counts of two days in one page, in the order of a toll.
    bool follow_days(const Figure& x, const Figure& y) const {
        if (!x.told.property || !x.as_of || !y.as_of || gap(*x.as_of, *y.as_of) == 0) return false;
        const Figure& first = x.as_of->from < y.as_of->from ? x : y;
        const Figure& second = &first == &x ? y : x;
        return view_.knowledge.concept_of(*x.told.property).grows && x.part == y.part && x.more == y.more &&
               second.tally && first.value.low < second.value.low;
    }

    // Joins two groups when at least half of the pairs across them are the same thing.
    void join(std::uint32_t to, std::uint32_t from) {
        if (to == from) return;
        if (from < to) std::swap(to, from);
        std::size_t same = 0, telling = 0;
        for (const std::uint32_t a : groups_[to]) {
            for (const std::uint32_t b : groups_[from]) {
                if (apart_[a * members_.size() + b]) return;
                const std::size_t pair = a * members_.size() + b;
                same += same_[pair];
                telling += same_[pair] || !neutral_[pair];
            }
        }
        if (2 * same < telling) return;
        for (const std::uint32_t b : groups_[from]) {
            group_of_[b] = to;
            groups_[to].push_back(b);
        }
        groups_[from].clear();
    }

    const StoryView& view_;
    const std::vector<Figure>& figures_;
    const std::vector<std::uint32_t>& members_;
    std::vector<std::uint32_t> group_of_;
    std::vector<std::vector<std::uint32_t>> groups_;
    std::vector<bool> same_, apart_, neutral_;
};

}  // namespace

std::vector<FigureGroup> group_figures(const StoryView& view, const std::vector<Figure>& figures) {
    std::map<BucketKey, std::vector<std::uint32_t>> buckets;
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
        std::vector<std::uint32_t>& bucket = buckets[bucket_of(view.knowledge, figures[i])];
        if (bucket.size() < limits::figures_compared) bucket.push_back(i);
    }
    std::vector<FigureGroup> out;
    for (const auto& [key, members] : buckets) Bucket(view, figures, members).add_groups(out);
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace isnad::claims
