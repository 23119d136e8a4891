#include "claims/same_events.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/disjoint_sets.h"

namespace isnad::claims {
namespace {

constexpr std::size_t most_mentions = 4000;  // of one sort in one story; further ones stand alone
constexpr std::size_t most_rivals = 10'000;
constexpr int near_days = 3;  // between articles on what just happened
constexpr int rival_days = 45;

struct Pair {
    double weight = 0;
    std::uint32_t a = 0, b = 0;
};

std::vector<std::uint32_t> all_of(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::uint32_t> out;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

class Grouping {
  public:
    Grouping(const StoryView& view, const std::vector<Happening>& happenings)
        : view_(view), all_(happenings), affiliations_(view.affiliations), sets_(happenings.size()) {
        for (const Happening& one : all_) when_.push_back(one.when);
    }

    EventGroups run() {
        std::vector<Pair> pairs;
        std::map<std::string, std::vector<std::uint32_t>> by_sort;
        for (std::uint32_t i = 0; i < all_.size(); ++i) {
            auto& list = by_sort[all_[i].sort];
            if (list.size() < most_mentions) list.push_back(i);
        }
        for (const auto& [sort, list] : by_sort) compare(list, pairs);
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const Pair& x, const Pair& y) { return x.weight > y.weight; });
        for (const Pair& pair : pairs) join(pair.a, pair.b);
        return collect();
    }

  private:
    void compare(const std::vector<std::uint32_t>& list, std::vector<Pair>& pairs) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            for (std::size_t j = i + 1; j < list.size(); ++j) {
                const Happening &a = all_[list[i]], &b = all_[list[j]];
                if (a.happened != b.happened) continue;
                const double who = same_actors(a, b);
                if (who <= 0) continue;
                if (const double time = same_time(a, b); time > 0) {
                    pairs.push_back({who + time, list[i], list[j]});
                } else if (rivals_.size() < most_rivals && are_rivals(a, b)) {
                    rivals_.push_back({list[i], list[j]});
                }
            }
        }
    }

    // 0 when they are of different people; else how surely of the same, up to 2.
    double same_actors(const Happening& a, const Happening& b) const {
        const double alike = resemblance(a.content, b.content);
        const bool same_place = affiliations_.shared(a.where, b.where) > 0;
        if (a.said && alike < 0.25) return 0;
        if (const double told = resemblance(a.whole, b.whole); told >= 0.35) return 1 + told;
        if (a.mutual) return mutual(a, b, same_place, alike);
        const std::size_t actors = affiliations_.shared(a.who, b.who),
                          others = affiliations_.shared(a.whom, b.whom);
        if (actors > 0 && others > 0) return 1.5 + alike / 2;
        if (actors > 0 && (a.whom.empty() || b.whom.empty()))
            return same_place || alike >= 0.3 ? 1 + alike / 2 : 0;
        if (others > 0 && (a.who.empty() || b.who.empty()))
            return same_place || alike >= 0.35 ? 1 + alike / 2 : 0;
        return 0;
    }

    double mutual(const Happening& a, const Happening& b, bool same_place, double alike) const {
        const auto sides_a = all_of(a.who, a.whom), sides_b = all_of(b.who, b.whom);
        const std::size_t shared = affiliations_.shared(sides_a, sides_b);
        if (shared >= 2) return 1.5 + alike / 2;
        const bool lone = std::min(sides_a.size(), sides_b.size()) == 1;
        return shared == 1 && lone && (same_place || alike >= 0.3) ? 1 + alike / 2 : 0;
    }

    // 0 when their days exclude each other or nothing ties them; else how surely at the same time, up to 1.
    double same_time(const Happening& a, const Happening& b) const {
        if (a.when && b.when)
            return a.when->overlaps(*b.when) ? (std::max(a.when->days(), b.when->days()) > 31 ? 0.5 : 1) : 0;
        if (a.document == b.document) return 0.5;
        const bool one_episode = view_.episode(a.document) == view_.episode(b.document);
        if (!a.when && !b.when) {
            if (one_episode) return 0.6;
            const auto days_a = view_.days(a.document), days_b = view_.days(b.document);
            return days_a && days_b && gap(*days_a, *days_b) <= near_days ? 0.5 : 0;
        }
        const Happening &dated = a.when ? a : b, &other = a.when ? b : a;
        const auto told = view_.days(other.document);
        if (!told) return one_episode ? 0.4 : 0;
        const int before = static_cast<int>((told->to - dated.when->from).count());
        return before >= 0 && gap(*told, *dated.when) <= near_days ? 0.4 : 0;
    }

    bool are_rivals(const Happening& a, const Happening& b) const {
        if (!a.when || !b.when || a.document == b.document || !a.happened || a.said) return false;
        if (a.when->days() > 31 || b.when->days() > 31 || gap(*a.when, *b.when) > rival_days) return false;
        if (view_.copies(a.document, b.document)) return false;
        if (a.sort == "meeting" || a.sort == "call") return false;  // people meet often
        if (a.sort == "signing") return resemblance(a.whole, b.whole) >= 0.3;
        return affiliations_.shared(a.where, b.where) > 0;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        a = sets_.root(a);
        b = sets_.root(b);
        if (a == b || (when_[a] && when_[b] && !when_[a]->overlaps(*when_[b]))) return;
        if (b < a) std::swap(a, b);
        sets_.join(a, b);
        if (when_[a] && when_[b])
            when_[a] =
                DayRange{std::max(when_[a]->from, when_[b]->from), std::min(when_[a]->to, when_[b]->to)};
        else if (when_[b])
            when_[a] = when_[b];
    }

    EventGroups collect() {
        EventGroups out;
        std::vector<std::uint32_t> group_of(all_.size(), UINT32_MAX);
        for (std::uint32_t i = 0; i < all_.size(); ++i) {
            std::uint32_t& group = group_of[sets_.root(i)];
            if (group == UINT32_MAX) {
                group = static_cast<std::uint32_t>(out.groups.size());
                out.groups.push_back({.mentions = {}, .when = when_[sets_.root(i)]});
            }
            out.groups[group].mentions.push_back(i);
        }
        std::set<std::pair<std::uint32_t, std::uint32_t>> met;
        for (const Pair& pair : rival_pairs()) {
            const std::uint32_t a = group_of[sets_.root(pair.a)], b = group_of[sets_.root(pair.b)];
            if (a == b || told_together(out, a, b) || !met.insert({a, b}).second) continue;
            out.rivals.push_back({a, b});
        }
        return out;
    }

    std::vector<Pair> rival_pairs() const {
        std::vector<Pair> out;
        for (const auto& [a, b] : rivals_) out.push_back({0, a, b});
        return out;
    }

    // Whether one document tells both: then it happened twice.
    bool told_together(const EventGroups& groups, std::uint32_t a, std::uint32_t b) const {
        std::set<DocumentIndex> documents;
        for (const std::uint32_t i : groups.groups[a].mentions) documents.insert(all_[i].document);
        return std::any_of(groups.groups[b].mentions.begin(), groups.groups[b].mentions.end(),
                           [&](std::uint32_t i) { return documents.count(all_[i].document) > 0; });
    }

    const StoryView& view_;
    const std::vector<Happening>& all_;
    const Affiliations& affiliations_;
    DisjointSets sets_;
    std::vector<std::optional<DayRange>> when_;  // of roots: what all dated members have in common
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rivals_;
};

}  // namespace

EventGroups group_events(const StoryView& view, const std::vector<Happening>& happenings) {
    return Grouping(view, happenings).run();
}

}  // namespace isnad::claims
