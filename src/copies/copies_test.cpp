#include "copies/copies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "tests/collection/hand_made.h"

namespace isnad::copies {
namespace {

// Words of a text of its own: "a0 a1 a2 ...".
std::string text_of(const std::string& name, int words, int from = 0) {
    std::string out;
    for (int i = from; i < from + words; ++i) out += (out.empty() ? "" : " ") + name + std::to_string(i);
    return out;
}

std::string with_edits(const std::string& text, int every) {
    std::istringstream in(text);
    std::string out, word;
    for (int i = 1; in >> word; ++i)
        out += (out.empty() ? "" : " ") + (i % every == 0 ? "edit" + word : word);
    return out;
}

const CopyPair* pair_of(const Copies& copies, DocumentIndex a, DocumentIndex b) {
    for (const CopyPair& pair : copies.pairs) {
        if (std::minmax(pair.from, pair.to) == std::minmax(a, b)) return &pair;
    }
    return nullptr;
}

TEST(Copies, NothingComesOfNothing) {
    EXPECT_TRUE(find_copies(Collection{}).pairs.empty());
    EXPECT_TRUE(find_copies(hand_made_collection({{text_of("a", 50)}})).families.empty());
    EXPECT_TRUE(find_copies(hand_made_collection({{"one two"}, {"one three"}})).pairs.empty());
}

TEST(Copies, TellsTheKinds) {
    const std::string report = text_of("a", 120);
    const Copies copies = find_copies(
        hand_made_collection({{report, "2021-05-02"},
                              {report, "2021-05-03"},
                              {with_edits(report, 29), "2021-05-03"},
                              {text_of("b", 60) + "\n" + report + "\n" + text_of("c", 60), "2021-05-04"},
                              {text_of("a", 60) + " " + text_of("d", 60), "2021-05-04"},
                              {text_of("e", 120), "2021-05-02"}}));
    ASSERT_NE(pair_of(copies, 0, 1), nullptr);
    EXPECT_EQ(pair_of(copies, 0, 1)->kind, CopyKind::exact);
    ASSERT_NE(pair_of(copies, 0, 2), nullptr);
    EXPECT_EQ(pair_of(copies, 0, 2)->kind, CopyKind::near);
    ASSERT_NE(pair_of(copies, 0, 3), nullptr);
    EXPECT_EQ(pair_of(copies, 0, 3)->kind, CopyKind::containment);
    ASSERT_NE(pair_of(copies, 0, 4), nullptr);
    EXPECT_EQ(pair_of(copies, 0, 4)->kind, CopyKind::reworked);
    EXPECT_EQ(pair_of(copies, 0, 5), nullptr);
    ASSERT_EQ(copies.families.size(), 1u);
    EXPECT_EQ(copies.families[0].documents, (std::vector<DocumentIndex>{0, 1, 2, 3, 4}));
    EXPECT_EQ(copies.families[0].first, 0u);
}

TEST(Copies, ShareExactSpans) {
    const std::string report = text_of("a", 40);
    const Collection all = hand_made_collection(
        {{"x y z " + report + " w"}, {report.substr(0, report.size() / 2) + " v u " + report}});
    for (const CopyPair& pair : find_copies(all).pairs) {
        EXPECT_FALSE(pair.shared.empty());
        for (const SharedText& shared : pair.shared)
            EXPECT_EQ(all.analysis(pair.from).document->text(shared.first),
                      all.analysis(pair.to).document->text(shared.second));
    }
}

TEST(Copies, TheFooterOfAnOutletTiesNothing) {
    std::vector<HandMade> made;
    for (char c = 'a'; c < 'k'; ++c)
        made.push_back({text_of(std::string(1, c), 60) + "\n" + text_of("foot", 40)});
    EXPECT_TRUE(find_copies(hand_made_collection(made)).pairs.empty());
}

TEST(Copies, ARoundUpDoesNotMakeOneFamilyOfItsReports) {
    const std::string one = text_of("a", 60), two = text_of("b", 60), three = text_of("c", 60);
    const Copies copies =
        find_copies(hand_made_collection({{one}, {two}, {three}, {one + "\n" + two + "\n" + three}}));
    EXPECT_EQ(copies.pairs.size(), 3u);
    EXPECT_TRUE(copies.families.empty());
}

TEST(Copies, TheEarlierIsTheSource) {
    const std::string report = text_of("a", 60);
    const Copies copies = find_copies(hand_made_collection({{report, "2019-03-09"}, {report, "2019-03-08"}}));
    ASSERT_EQ(copies.pairs.size(), 1u);
    EXPECT_EQ(copies.pairs[0].from, 1u);
    EXPECT_EQ(copies.families[0].first, 1u);
}

TEST(Copies, TheAgencyThatTheOtherNamesIsTheSource) {
    const std::string report = text_of("a", 60);
    Collection all = hand_made_collection(
        {{report + " from north star agency", "2019-03-08"}, {report, "2019-03-09", "north star agency"}});
    Name name;
    const auto at = static_cast<std::uint32_t>(report.size() + 6);
    name.span = {at, at + 17};
    name.type = NameType::organisation;
    name.normal = "north star agency";
    all.pages[0].articles[0].names = Layer<Name>({name});
    all.entity_of[0] = {0};
    all.entities.emplace_back();
    const Copies copies = find_copies(all);
    ASSERT_EQ(copies.pairs.size(), 1u);
    EXPECT_EQ(copies.pairs[0].from, 1u);
}

// Texts that share stretches at random.
std::vector<HandMade> random_texts(unsigned seed, int count) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    std::vector<HandMade> out;
    for (int d = 0; d < count; ++d) {
        std::string text;
        for (int part = 0, parts = 1 + below(4); part < parts; ++part)
            text += (part ? "\n" : "") +
                    text_of(std::string(1, static_cast<char>('a' + below(6))), 20 + below(60), below(40));
        out.push_back({text + " end" + std::to_string(d)});
    }
    return out;
}

// The obvious version: sets of four words in a row, all pairs.
double slow_resemblance(const std::string& a, const std::string& b) {
    const auto shingles = [](const std::string& text) {
        std::istringstream in(text);
        std::vector<std::string> words;
        for (std::string word; in >> word;) words.push_back(word);
        std::set<std::string> out;
        for (std::size_t i = 0; i + 4 <= words.size(); ++i)
            out.insert(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2] + ' ' + words[i + 3]);
        return out;
    };
    const auto x = shingles(a), y = shingles(b);
    const auto both = std::count_if(x.begin(), x.end(), [&](const std::string& s) { return y.contains(s); });
    return static_cast<double>(both) /
           static_cast<double>(x.size() + y.size() - static_cast<std::size_t>(both));
}

TEST(Copies, AgreeWithTheSlowVersion) {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const std::vector<HandMade> made = random_texts(seed, 2);
        const Copies copies = find_copies(hand_made_collection(made));
        const double wanted = slow_resemblance(made[0].text, made[1].text);
        if (wanted >= 0.5) {
            EXPECT_EQ(copies.pairs.size(), 1u) << seed;
        }
        for (const CopyPair& pair : copies.pairs) EXPECT_NEAR(pair.resemblance, wanted, 1e-12) << seed;
    }
}

TEST(Copies, FindEveryNearPairOfMany) {
    std::vector<HandMade> made;
    for (int d = 0; d < 60; ++d) {
        const std::string report = text_of("t" + std::to_string(d / 3) + "x", 90);
        made.push_back({d % 3 == 0 ? report : with_edits(report, 31 + d % 3)});
    }
    const Copies copies = find_copies(hand_made_collection(made));
    std::size_t wanted = 0;
    for (DocumentIndex a = 0; a < made.size(); ++a) {
        for (DocumentIndex b = a + 1; b < made.size(); ++b) {
            if (slow_resemblance(made[a].text, made[b].text) < 0.5) continue;
            ++wanted;
            EXPECT_NE(pair_of(copies, a, b), nullptr) << a << ' ' << b;
        }
    }
    EXPECT_EQ(copies.pairs.size(), wanted);
    EXPECT_EQ(copies.families.size(), 20u);
}

// Families as sets of the last words of their texts.
std::set<std::set<std::string>> families_by_text(const std::vector<HandMade>& made) {
    std::set<std::set<std::string>> out;
    for (const CopyFamily& family : find_copies(hand_made_collection(made)).families) {
        std::set<std::string> texts;
        for (const DocumentIndex d : family.documents)
            texts.insert(made[d].text.substr(made[d].text.rfind("end")));
        out.insert(texts);
    }
    return out;
}

TEST(Copies, DoNotDependOnTheOrderOfInput) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        std::vector<HandMade> made = random_texts(seed, 25);
        const auto wanted = families_by_text(made);
        std::shuffle(made.begin(), made.end(), std::mt19937(seed));
        EXPECT_EQ(families_by_text(made), wanted) << seed;
    }
}

TEST(Copies, OneWordWithoutEndIsNoTrap) {
    std::string text;
    for (int i = 0; i < 30'000; ++i) text += "w ";
    EXPECT_LE(find_copies(hand_made_collection({{text}, {text + "v"}})).pairs.size(), 1u);
}

}  // namespace
}  // namespace isnad::copies
