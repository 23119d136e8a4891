#include "stories/stories.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/collection/hand_made.h"

namespace isnad::stories {
namespace {

const lexicon::Lexicon& shared_lexicon() {
    static const lexicon::LexiconPtr lexicon = lexicon::Lexicon::open(ISNAD_LEXICON).value();
    return *lexicon;
}

std::vector<Story> stories_of(const std::vector<HandMade>& made, const Copies& copies = {}) {
    return find_stories(hand_made_collection(made), copies, shared_lexicon());
}

// Words on a subject, of which each report has its own part.
std::string report(const std::string& subject, int from, int words = 30) {
    std::string out;
    for (int i = from; i < from + words; ++i) out += (out.empty() ? "" : " ") + subject + std::to_string(i);
    return out;
}

std::vector<HandMade> three_stories() {
    return {{report("flood", 0), "2022-08-01"},
            {report("flood", 8), "2022-08-01"},
            {report("flood", 15), "2022-08-20"},
            {report("election", 0), "2022-08-01"},
            {report("election", 6), "2022-08-02"},
            {report("harvest", 0), ""},
            {report("harvest", 4), ""}};
}

TEST(Stories, NothingComesOfNothing) { EXPECT_TRUE(stories_of({}).empty()); }

TEST(Stories, EveryDocumentIsInOneStoryAndOneEpisode) {
    const std::vector<HandMade> made = three_stories();
    std::multiset<DocumentIndex> in_stories, in_episodes;
    for (const Story& story : stories_of(made)) {
        in_stories.insert(story.documents.begin(), story.documents.end());
        for (const Episode& episode : story.episodes)
            in_episodes.insert(episode.documents.begin(), episode.documents.end());
    }
    EXPECT_EQ(in_stories.size(), made.size());
    EXPECT_EQ(std::set<DocumentIndex>(in_stories.begin(), in_stories.end()).size(), made.size());
    EXPECT_EQ(in_stories, in_episodes);
}

TEST(Stories, SubjectsDivideStoriesAndDaysDivideEpisodes) {
    const std::vector<Story> stories = stories_of(three_stories());
    ASSERT_EQ(stories.size(), 3u);
    EXPECT_EQ(stories[0].documents, (std::vector<DocumentIndex>{0, 1, 2}));
    ASSERT_EQ(stories[0].episodes.size(), 2u);
    EXPECT_EQ(stories[0].episodes[0].documents, (std::vector<DocumentIndex>{0, 1}));
    EXPECT_EQ(stories[0].episodes[1].documents, (std::vector<DocumentIndex>{2}));
    EXPECT_EQ(stories[0].episodes[1].from, parse_iso_day("2022-08-20"));
    EXPECT_EQ(stories[1].documents, (std::vector<DocumentIndex>{3, 4}));
    EXPECT_EQ(stories[1].episodes.size(), 1u);
    EXPECT_EQ(stories[1].episodes[0].to, parse_iso_day("2022-08-02"));
    EXPECT_EQ(stories[2].documents, (std::vector<DocumentIndex>{5, 6}));
    EXPECT_FALSE(stories[2].episodes[0].from);
}

TEST(Stories, CopiesAreOfOneEpisode) {
    const std::vector<HandMade> made{{report("one", 0), "2020-01-01"}, {report("two", 0), "2020-01-02"}};
    EXPECT_EQ(stories_of(made).size(), 2u);
    Copies copies;
    copies.pairs.push_back({CopyKind::near, 0, 1, 0.7, 0.8, {}});
    const std::vector<Story> stories = stories_of(made, copies);
    ASSERT_EQ(stories.size(), 1u);
    EXPECT_EQ(stories[0].episodes.size(), 1u);
}

TEST(Stories, TitlesAreWordsOfAMember) {
    const std::vector<HandMade> made = three_stories();
    for (const Story& story : stories_of(made)) {
        EXPECT_TRUE(std::binary_search(story.documents.begin(), story.documents.end(), story.title.document));
        EXPECT_FALSE(story.title.span.empty());
        EXPECT_LE(story.title.span.end, made[story.title.document].text.size());
    }
}

using Partition = std::set<std::pair<std::string, std::set<std::string>>>;

// Story and episode ids with the texts of their members.
Partition partition_of(const std::vector<HandMade>& made) {
    Partition out;
    const auto texts = [&](const std::vector<DocumentIndex>& documents) {
        std::set<std::string> members;
        for (const DocumentIndex d : documents) members.insert(made[d].text);
        return members;
    };
    for (const Story& story : stories_of(made)) {
        out.emplace(story.id, texts(story.documents));
        for (const Episode& episode : story.episodes) out.emplace(episode.id, texts(episode.documents));
    }
    return out;
}

TEST(Stories, DoNotDependOnTheOrderOfInput) {
    std::mt19937 random(5);
    std::vector<HandMade> made;
    for (int d = 0; d < 60; ++d) {
        const std::string subject = "s" + std::to_string(random() % 9) + "x";
        made.push_back({report(subject, static_cast<int>(random() % 40)),
                        "2022-08-" + std::to_string(10 + random() % 20)});
    }
    const Partition wanted = partition_of(made);
    for (unsigned seed = 1; seed <= 4; ++seed) {
        std::shuffle(made.begin(), made.end(), std::mt19937(seed));
        EXPECT_EQ(partition_of(made), wanted) << seed;
    }
}

}  // namespace
}  // namespace isnad::stories
