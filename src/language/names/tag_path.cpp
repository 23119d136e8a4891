#include "language/names/tag_path.h"

#include <algorithm>

namespace isnad::names {
namespace {

constexpr float forbidden = -1e9F;

}  // namespace

TagFollowing allowed(const TagFollowing& following, Convention convention) {
    TagFollowing out = following;
    for (std::size_t tag = 0; tag < tags; ++tag) {
        if (!allows(convention, tag) || !may_follow(outside, tag)) out.first[tag] = forbidden;
        for (std::size_t before = 0; before < tags; ++before) {
            if (!allows(convention, tag) || !may_follow(before, tag)) out.behind[before][tag] = forbidden;
        }
    }
    for (std::size_t before = 0; before < tags; ++before)
        out.behind[before][tags] = forbidden;  // the spare lane
    return out;
}

std::vector<std::uint8_t> best_tags(std::span<const TagScores> words, const TagFollowing& costs) {
    std::vector<std::uint8_t> out(words.size(), std::uint8_t{outside});
    if (words.empty()) return out;
    std::vector<std::array<std::uint8_t, lanes>> from(words.size());
    TagScores best{};
    for (std::size_t tag = 0; tag < tags; ++tag) best[tag] = words[0][tag] + costs.first[tag];
    for (std::size_t i = 1; i < words.size(); ++i) {
        TagScores next{};
        next.fill(2 * forbidden);
        std::array<std::int32_t, lanes> behind{};
        for (std::size_t before = 0; before < tags; ++before) {
            for (std::size_t tag = 0; tag < lanes; ++tag) {
                const float score = best[before] + costs.behind[before][tag];
                behind[tag] = score > next[tag] ? static_cast<std::int32_t>(before) : behind[tag];
                next[tag] = std::max(score, next[tag]);
            }
        }
        for (std::size_t tag = 0; tag < lanes; ++tag) {
            from[i][tag] = static_cast<std::uint8_t>(behind[tag]);
            best[tag] = next[tag] + words[i][tag];
        }
    }
    auto tag = static_cast<std::uint8_t>(std::max_element(best.begin(), best.begin() + tags) - best.begin());
    for (std::size_t i = words.size(); i-- > 0; tag = from[i][tag]) out[i] = tag;
    return out;
}

}  // namespace isnad::names
