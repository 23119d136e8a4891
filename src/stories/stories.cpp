#include "stories/stories.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

#include "base/hash.h"
#include "stories/headline.h"
#include "stories/likeness.h"

namespace isnad::stories {
namespace {

constexpr double one_event = 0.24;  // average likenesses that make one
constexpr double one_story = 0.13;

constexpr double at_margin = 0.15;
constexpr std::size_t small = 3, nearest = 3;

using Members = std::vector<DocumentIndex>;

// The members of each cluster, from the cluster of each item.
std::vector<Members> clusters_of(const std::vector<std::uint32_t>& cluster_of) {
    std::map<std::uint32_t, Members> clusters;
    for (std::uint32_t item = 0; item < cluster_of.size(); ++item) clusters[cluster_of[item]].push_back(item);
    std::vector<Members> out;
    for (auto& [first, members] : clusters) out.push_back(std::move(members));
    return out;
}

class Finder {
  public:
    Finder(const Collection& collection, const Copies& copies, const lexicon::Lexicon& lexicon)
        : collection_(collection), copies_(copies), background_(lexicon) {}

    std::vector<Story> run() {
        order_by_content();
        profiles_ = profiles_of(collection_, background_);
        edges_ = likenesses(profiles_, copies_);
        find_episodes();
        find_stories();
        std::vector<Story> out;
        for (const Members& story : stories_) out.push_back(tell(story));
        std::sort(out.begin(), out.end(),
                  [](const Story& x, const Story& y) { return x.documents < y.documents; });
        return out;
    }

  private:
    // Ranks by day and content, so that clusters do not depend on the order of input.
    void order_by_content() {
        by_rank_.resize(collection_.documents.size());
        std::iota(by_rank_.begin(), by_rank_.end(), 0u);
        const auto key = [&](DocumentIndex d) {
            const Analysis& analysis = collection_.analysis(d);
            const std::string day = analysis.reference_date ? analysis.reference_date->value : "~";
            return std::pair(day, analysis.document->id().text);
        };
        std::vector<std::pair<std::string, std::string>> keys;
        for (const DocumentIndex d : by_rank_) keys.push_back(key(d));
        std::stable_sort(by_rank_.begin(), by_rank_.end(),
                         [&](DocumentIndex x, DocumentIndex y) { return keys[x] < keys[y]; });
        rank_.resize(by_rank_.size());
        for (std::uint32_t r = 0; r < by_rank_.size(); ++r) rank_[by_rank_[r]] = r;
    }

    void find_episodes() {
        std::vector<Likeness> ranked;
        for (const Likeness& edge : edges_) {
            const std::uint32_t a = rank_[edge.a], b = rank_[edge.b];
            ranked.push_back({std::min(a, b), std::max(a, b),
                              same_event(edge.value, profiles_[edge.a], profiles_[edge.b])});
        }
        const std::vector<double> ones(rank_.size(), 1.0);
        episodes_ = clusters_of(average_link(ones, ranked, one_event));
    }

    // Average likeness of the documents of two episodes.
    void find_stories() {
        std::vector<std::uint32_t> episode_of(rank_.size());
        std::vector<double> sizes;
        for (std::uint32_t e = 0; e < episodes_.size(); ++e) {
            for (const std::uint32_t r : episodes_[e]) episode_of[r] = e;
            sizes.push_back(static_cast<double>(episodes_[e].size()));
        }
        std::map<std::pair<std::uint32_t, std::uint32_t>, double> sums;
        for (const Likeness& edge : edges_) {
            std::uint32_t a = episode_of[rank_[edge.a]], b = episode_of[rank_[edge.b]];
            if (a == b) continue;
            if (b < a) std::swap(a, b);
            sums[{a, b}] += same_story(edge.value, profiles_[edge.a], profiles_[edge.b]);
        }
        std::vector<Likeness> between;
        for (const auto& [pair, sum] : sums)
            between.push_back({pair.first, pair.second, sum / (sizes[pair.first] * sizes[pair.second])});
        stories_ = clusters_of(average_link(sizes, between, one_story));
        gather_small();
    }

    // A small story joins the bigger one of which some documents are near to each of its own: averages over
    // all of a long story are low for whatever stands at its margin.
    void gather_small() {
        std::vector<std::uint32_t> story_of(rank_.size());
        std::vector<std::size_t> sizes(stories_.size(), 0);
        for (std::uint32_t s = 0; s < stories_.size(); ++s) {
            for (const std::uint32_t e : stories_[s]) {
                sizes[s] += episodes_[e].size();
                for (const std::uint32_t r : episodes_[e]) story_of[r] = s;
            }
        }
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<double>> near;  // (document, story)
        for (const Likeness& edge : edges_) {
            const double value = same_story(edge.value, profiles_[edge.a], profiles_[edge.b]);
            const std::uint32_t a = rank_[edge.a], b = rank_[edge.b];
            if (story_of[a] == story_of[b]) continue;
            if (sizes[story_of[a]] <= small) near[{a, story_of[b]}].push_back(value);
            if (sizes[story_of[b]] <= small) near[{b, story_of[a]}].push_back(value);
        }
        std::map<std::pair<std::uint32_t, std::uint32_t>, double> sums;  // (small story, story)
        for (auto& [key, values] : near) {
            std::sort(values.begin(), values.end(), std::greater<>());
            for (std::size_t i = 0; i < std::min(values.size(), nearest); ++i)
                sums[{story_of[key.first], key.second}] += values[i] / static_cast<double>(nearest);
        }
        std::vector<std::pair<double, std::uint32_t>> best(stories_.size(), {0.0, 0});
        for (const auto& [key, sum] : sums) {
            const double value = sum / static_cast<double>(sizes[key.first]);
            const bool bigger = sizes[key.second] > std::max(sizes[key.first], nearest);
            if (bigger && value >= at_margin && value > best[key.first].first)
                best[key.first] = {value, key.second};
        }
        for (std::uint32_t s = 0; s < stories_.size(); ++s) {
            if (best[s].first == 0) continue;
            std::uint32_t into = best[s].second;
            Members& home = stories_[into];
            home.insert(home.end(), stories_[s].begin(), stories_[s].end());
            std::sort(home.begin(), home.end());
            stories_[s].clear();
        }
        std::erase_if(stories_, [](const Members& story) { return story.empty(); });
    }

    // Documents by rank become documents of the collection.
    Members documents_of(const Members& ranks) const {
        Members out;
        for (const std::uint32_t r : ranks) out.push_back(by_rank_[r]);
        std::sort(out.begin(), out.end());
        return out;
    }

    WordsOf title_of(const std::vector<DocumentIndex>& documents) const {
        const DocumentIndex central = most_central(profiles_, documents);
        return headline_of(collection_, central, profiles_[central]);
    }

    std::string id_of(const char* head, std::uint32_t founding) const {
        return head + hex16(hash_bytes(collection_.analysis(by_rank_[founding]).document->id().text));
    }

    Episode tell_episode(const Members& ranks) const {
        Episode out;
        out.id = id_of("ep-", ranks.front());
        out.documents = documents_of(ranks);
        for (const DocumentIndex d : out.documents) {
            const Profile& profile = profiles_[d];
            if (!profile.from) continue;
            out.from = out.from ? std::min(*out.from, *profile.from) : *profile.from;
            out.to = out.to ? std::max(*out.to, *profile.to) : *profile.to;
        }
        out.title = title_of(out.documents);
        return out;
    }

    // Episodes stand in order of their founding documents: by day, unknown days last.
    Story tell(const Members& episodes) const {
        Story out;
        Members ranks;
        for (const std::uint32_t e : episodes) {
            out.episodes.push_back(tell_episode(episodes_[e]));
            ranks.insert(ranks.end(), episodes_[e].begin(), episodes_[e].end());
        }
        std::sort(ranks.begin(), ranks.end());
        out.id = id_of("st-", ranks.front());
        out.documents = documents_of(ranks);
        out.title = title_of(out.documents);
        return out;
    }

    const Collection& collection_;
    const Copies& copies_;
    Background background_;
    std::vector<Profile> profiles_;
    std::vector<Likeness> edges_;  // of documents
    std::vector<std::uint32_t> rank_, by_rank_;
    std::vector<Members> episodes_;  // of ranks
    std::vector<Members> stories_;   // of episodes
};

}  // namespace

std::vector<Story> find_stories(const Collection& collection, const Copies& copies,
                                const lexicon::Lexicon& lexicon) {
    return Finder(collection, copies, lexicon).run();
}

}  // namespace isnad::stories
