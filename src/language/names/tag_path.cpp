#include "language/names/tag_path.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace isnad::names {
namespace {

// So far apart that no sum of a score, a cost and a path leaves sixteen bits.
constexpr std::int16_t highest_score = 3000, highest_cost = 2000, forbidden = -8000, lowest_path = -16000;

constexpr std::size_t eight = 8;
using Eight = std::int16_t __attribute__((vector_size(eight * sizeof(std::int16_t))));

Eight load(const std::int16_t* from) {
    Eight out;
    std::memcpy(&out, from, sizeof out);
    return out;
}

TagSums steps_of(const TagScores& scores, float step) {
    TagSums out{};
    for (std::size_t tag = 0; tag < tags; ++tag)
        out[tag] = static_cast<std::int16_t>(
            std::clamp(std::lround(scores[tag] / step), long{-highest_cost}, long{highest_cost}));
    return out;
}

// Adds what a word says, and counts all paths from the best of them.
void add_word(const TagSums& scores, TagSums& best) {
    const Eight high = Eight{} + highest_score, low = Eight{} - highest_score, floor = Eight{} + lowest_path;
    for (std::size_t half = 0; half < lanes; half += eight) {
        Eight score = load(scores.data() + half);
        score = score > high ? high : score;
        score = score < low ? low : score;
        score += load(best.data() + half);
        std::memcpy(best.data() + half, &score, sizeof score);
    }
    const std::int16_t top = *std::max_element(best.begin(), best.begin() + tags);
    for (std::size_t half = 0; half < lanes; half += eight) {
        Eight path = load(best.data() + half) - top;
        path = path < floor ? floor : path;
        std::memcpy(best.data() + half, &path, sizeof path);
    }
}

// The best way into each tag from the tags before.
TagSums next_of(const TagSums& best, const TagCosts& costs) {
    TagSums out{};
    for (std::size_t half = 0; half < lanes; half += eight) {
        Eight next = load(costs.behind[0].data() + half) + best[0];
        for (std::size_t one = 1; one < tags; ++one) {
            const Eight way = load(costs.behind[one].data() + half) + best[one];
            next = way > next ? way : next;
        }
        std::memcpy(out.data() + half, &next, sizeof next);
    }
    return out;
}

}  // namespace

TagCosts allowed(const TagFollowing& following, Convention convention, float step) {
    TagCosts out;
    out.first = steps_of(following.first, step);
    for (std::size_t before = 0; before < tags; ++before)
        out.behind[before] = steps_of(following.behind[before], step);
    for (std::size_t tag = 0; tag < lanes; ++tag) {
        const bool known = tag < tags && allows(convention, tag);
        if (!known || !may_follow(outside, tag)) out.first[tag] = forbidden;
        for (std::size_t before = 0; before < tags; ++before) {
            if (!known || !may_follow(before, tag)) out.behind[before][tag] = forbidden;
        }
    }
    return out;
}

// Forwards the best path to each tag of each word, then back along the ways that gave them.
void TagPath::find(std::span<const TagSums> words, std::span<std::uint8_t> out) {
    if (words.empty()) return;
    best_.resize(words.size());
    best_[0] = costs_.first;
    add_word(words[0], best_[0]);
    for (std::size_t i = 1; i < words.size(); ++i) {
        best_[i] = next_of(best_[i - 1], costs_);
        add_word(words[i], best_[i]);
    }
    TagSums last = best_.back();
    for (std::size_t i = words.size(); i-- > 0;) {
        const auto tag =
            static_cast<std::uint8_t>(std::max_element(last.begin(), last.begin() + tags) - last.begin());
        out[i] = tag;
        if (i == 0) break;
        last = best_[i - 1];
        for (std::size_t one = 0; one < tags; ++one)
            last[one] = static_cast<std::int16_t>(last[one] + costs_.behind[one][tag]);
    }
}

}  // namespace isnad::names
