#include "language/names/tagger.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/sentences.h"

namespace isnad::names {
namespace {

std::vector<TagScores> scores_by_chance(std::size_t words, unsigned seed) {
    std::mt19937 chance(seed);
    std::vector<TagScores> out(words);
    for (TagScores& scores : out) {
        for (std::size_t tag = 0; tag < tags; ++tag)
            scores[tag] = static_cast<float>(chance() % 2000) / 100 - 10;
    }
    return out;
}

TagFollowing following_by_chance(unsigned seed) {
    TagFollowing out;
    const auto rows = scores_by_chance(tags + 1, seed);
    out.first = rows.back();
    for (std::size_t before = 0; before < tags; ++before) out.behind[before] = rows[before];
    return out;
}

constexpr float step = 0.01F;

std::vector<std::uint8_t> best_tags(const std::vector<TagScores>& words, const TagCosts& costs) {
    std::vector<std::uint8_t> out(words.size());
    std::vector<TagSums> steps(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t tag = 0; tag < tags; ++tag)
            steps[i][tag] = static_cast<std::int16_t>(std::lround(words[i][tag] / step));
    }
    TagPath(costs).find(steps, out);
    return out;
}

float score_of(const std::vector<TagScores>& words, const TagFollowing& following,
               const std::vector<std::uint8_t>& row) {
    float out = following.first[row[0]];
    for (std::size_t i = 0; i < words.size(); ++i) out += words[i][row[i]];
    for (std::size_t i = 1; i < words.size(); ++i) out += following.behind[row[i - 1]][row[i]];
    return out;
}

bool is_allowed(const std::vector<std::uint8_t>& row, Convention convention) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!allows(convention, row[i]) || !may_follow(i == 0 ? outside : row[i - 1], row[i])) return false;
    }
    return true;
}

TEST(TagPath, IsTheBestOfAllRows) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto words = scores_by_chance(3, seed);
        const TagFollowing following = following_by_chance(seed + 100);
        for (const Convention convention : {Convention::ours, Convention::anercorp}) {
            float best = -1e9F;
            for (std::uint8_t a = 0; a < tags; ++a) {
                for (std::uint8_t b = 0; b < tags; ++b) {
                    for (std::uint8_t c = 0; c < tags; ++c) {
                        const std::vector<std::uint8_t> row{a, b, c};
                        if (is_allowed(row, convention))
                            best = std::max(best, score_of(words, following, row));
                    }
                }
            }
            const auto found = best_tags(words, allowed(following, convention, step));
            EXPECT_TRUE(is_allowed(found, convention)) << seed;
            EXPECT_NEAR(score_of(words, following, found), best, 1e-3) << seed;
        }
    }
}

TEST(TagPath, NoWordsGiveNoTags) { EXPECT_TRUE(best_tags({}, {}).empty()); }

TEST(TagPath, NamesGoOnOnlyBehindTheirOwnWords) {
    const auto words = scores_by_chance(5000, 7);
    EXPECT_TRUE(is_allowed(best_tags(words, allowed(following_by_chance(8), Convention::ours, step)),
                           Convention::ours));
}

TEST(Tagger, WeightsAreReadAsTheyWereWritten) {
    TagScores weights{};
    for (std::size_t tag = 0; tag < tags; ++tag) weights[tag] = 0.1F * static_cast<float>(tag) - 0.7F;
    const TagScores again = Tagger::read(Tagger::written(weights));
    for (std::size_t tag = 0; tag < tags; ++tag) EXPECT_NEAR(again[tag], weights[tag], 1e-5);
    weights[3] = 1000;
    weights[4] = -1000;
    const std::string written = Tagger::written(weights);
    for (const char sign : written) EXPECT_TRUE(sign > ' ' && sign <= '~') << written;
}

TEST(Tagger, HasWhatTheLexiconHolds) { EXPECT_FALSE(Tagger(*test_lexicon()).empty()); }

// Two sentences of two words; the second word of both has the same key.
TEST(SecondLook, TellsWhatOtherMentionsAre) {
    const std::vector<std::uint64_t> keys{1, 2, 3, 2};
    const std::vector<std::uint8_t> person{0, static_cast<std::uint8_t>(begins(TagType::person)), 0, 0};
    const std::vector<std::uint8_t> none{0, 0, 0, 0};
    const SecondLook named(keys, person), unnamed(keys, none);
    EXPECT_FALSE(named.sees(0));
    EXPECT_TRUE(named.sees(3));
    std::vector<Feature> a, b, alone;
    named.of_place(2, 3, 4, a);
    unnamed.of_place(2, 3, 4, b);
    EXPECT_FALSE(a.empty());
    EXPECT_EQ(a.size(), b.size());
    EXPECT_NE(a, b);
    named.of_place(0, 0, 1, alone);
    EXPECT_TRUE(alone.empty());
}

TEST(SecondLook, WordsWithoutKeyAreNeverSeen) {
    const std::vector<std::uint64_t> keys(10, 0);
    const std::vector<std::uint8_t> found(10, static_cast<std::uint8_t>(begins(TagType::place)));
    const SecondLook look(keys, found);
    for (std::uint32_t i = 0; i < 10; ++i) EXPECT_FALSE(look.sees(i));
}

TEST(WordClusters, NumbersShareTheirShapeAndRareWordsHaveNone) {
    const WordClusters clusters(*test_lexicon());
    EXPECT_NE(clusters.of(*test_lexicon(), "00")[0], 0);
    EXPECT_EQ(clusters.of(*test_lexicon(), "qqxx")[0], 0);
}

}  // namespace
}  // namespace isnad::names
