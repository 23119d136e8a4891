#include "stories/average_link.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>
#include <tuple>

namespace isnad::stories {
namespace {

// A pair that was alike when it was put down; stale when either has grown since.
struct Offer {
    double value = 0;
    std::uint32_t a = 0, b = 0;
    std::uint32_t grown_a = 0, grown_b = 0;
    bool operator<(const Offer& other) const {
        return std::tuple(value, other.a, other.b) < std::tuple(other.value, a, b);
    }
};

class Linkage {
  public:
    Linkage(const std::vector<double>& sizes, const std::vector<Likeness>& edges, double threshold)
        : sizes_(sizes),
          threshold_(threshold),
          parent_(sizes.size()),
          grown_(sizes.size()),
          near_(sizes.size()) {
        std::iota(parent_.begin(), parent_.end(), 0u);
        for (const Likeness& edge : edges) {
            near_[edge.a][edge.b] = near_[edge.b][edge.a] = edge.value;
            offer(edge.a, edge.b, edge.value);
        }
    }

    std::vector<std::uint32_t> run() {
        while (!offers_.empty()) {
            const Offer best = offers_.top();
            offers_.pop();
            if (grown_[best.a] == best.grown_a && grown_[best.b] == best.grown_b) join(best.a, best.b);
        }
        std::vector<std::uint32_t> out;
        for (std::uint32_t item = 0; item < parent_.size(); ++item) {
            parent_[item] = parent_[parent_[item]];
            out.push_back(parent_[item]);
        }
        return out;
    }

  private:
    static constexpr std::uint32_t gone = UINT32_MAX;

    void offer(std::uint32_t a, std::uint32_t b, double value) {
        if (value >= threshold_) offers_.push({value, a, b, grown_[a], grown_[b]});
    }

    // b, the greater one, goes into a (Lance and Williams 1967).
    void join(std::uint32_t a, std::uint32_t b) {
        const double whole = sizes_[a] + sizes_[b];
        std::map<std::uint32_t, double> sums;
        for (const auto& [other, value] : near_[a]) sums[other] += sizes_[a] * value;
        for (const auto& [other, value] : near_[b]) sums[other] += sizes_[b] * value;
        sums.erase(a);
        sums.erase(b);
        sizes_[a] = whole;
        parent_[b] = a;
        ++grown_[a];
        grown_[b] = gone;
        near_[b].clear();
        for (auto& [other, sum] : sums) {
            sum /= whole;
            near_[other].erase(b);
            near_[other][a] = sum;
            offer(std::min(a, other), std::max(a, other), sum);
        }
        near_[a] = std::move(sums);
    }

    std::vector<double> sizes_;
    double threshold_;
    std::vector<std::uint32_t> parent_;  // always smaller, so one pass in order finds the roots
    std::vector<std::uint32_t> grown_;   // how often a cluster has grown
    std::vector<std::map<std::uint32_t, double>> near_;
    std::priority_queue<Offer> offers_;
};

}  // namespace

std::vector<std::uint32_t> average_link(const std::vector<double>& sizes, const std::vector<Likeness>& edges,
                                        double threshold) {
    return Linkage(sizes, edges, threshold).run();
}

}  // namespace isnad::stories
