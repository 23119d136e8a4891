#include <gtest/gtest.h>

#include "language/names/names.h"
#include "language/speech/speech.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::speech {
namespace {

struct Read {
    ReadText text;
    Layer<Name> names;
    Layer<Mention> mentions;
};

Read read(const std::string& text, const std::string& date = "") {
    static const auto names = names::make_knowledge(test_lexicon());
    static const auto mentions = make_mention_knowledge(test_lexicon());
    Read out{read_text(text), {}, {}};
    out.names = names::find_names(*out.text.document, out.text.words, test_clitics(), *names);
    const auto dated = date.empty() ? std::nullopt : std::optional(DatedBy{date, "stated", "test"});
    out.mentions =
        find_mentions(*out.text.document, out.text.words, out.names, dated, test_clitics(), *mentions);
    return out;
}

// "surface=antecedent + antecedent" for each mention; "?" when it stands open, "#row" when only the lexicon
// knows.
std::string shown(const Read& one) {
    std::string out;
    for (const Mention& mention : one.mentions) {
        if (!out.empty()) out += "; ";
        out += std::string(one.text.document->text(mention.span)) + "=";
        for (std::size_t i = 0; i < mention.names.size(); ++i) {
            if (i > 0) out += " + ";
            out += one.text.document->text(one.names[std::size_t{mention.names[i]}].span);
        }
        if (mention.names.empty()) out += mention.known ? "#" + mention.known->row : "?";
    }
    return out;
}

TEST(Mentions, Table) {
    for (const auto& row : tsv_cases("src/language/speech/mentions_test.tsv", 3))
        EXPECT_EQ(shown(read(row.cells[0], row.cells[2])), row.cells[1]) << row.place << '\n' << row.cells[0];
}

// A body may be taken up inside a role: "the spokesman of [the ministry]".
TEST(Mentions, AreDisjointOrNestedInOrderAndTellWhy) {
    for (const auto& row : tsv_cases("src/language/speech/mentions_test.tsv", 3)) {
        const Read one = read(row.cells[0], row.cells[2]);
        for (std::size_t i = 0; i < one.mentions.size(); ++i) {
            const Mention& mention = one.mentions[i];
            EXPECT_FALSE(mention.why.rule.empty()) << row.place;
            EXPECT_GT(mention.why.weight, 0.0F) << row.place;
            EXPECT_LE(mention.why.weight, 1.0F) << row.place;
            EXPECT_LT(mention.span.begin, mention.span.end) << row.place;
            if (i > 0) {
                const Span before = one.mentions[i - 1].span;
                EXPECT_LE(before.begin, mention.span.begin) << row.place;
                EXPECT_TRUE(before.end <= mention.span.begin || mention.span.end <= before.end) << row.place;
            }
            for (const std::uint32_t name : mention.names) ASSERT_LT(name, one.names.size()) << row.place;
            EXPECT_TRUE(std::is_sorted(mention.names.begin(), mention.names.end())) << row.place;
            if (mention.place) {
                EXPECT_LT(*mention.place, one.names.size()) << row.place;
            }
        }
    }
}

// The words of a role's place, by mention; "-" for none.
TEST(Mentions, PlaceOfARole) {
    for (const auto& row : tsv_cases("src/language/speech/mentions_place_test.tsv", 2)) {
        const Read one = read(row.cells[0]);
        std::string places;
        for (const Mention& mention : one.mentions) {
            if (!places.empty()) places += "; ";
            places += mention.place
                          ? std::string(one.text.document->text(one.names[std::size_t{*mention.place}].span))
                          : "-";
        }
        EXPECT_EQ(places, row.cells[1]) << row.place << '\n' << row.cells[0];
    }
}

TEST(Mentions, EmptyDocument) { EXPECT_TRUE(read("").mentions.empty()); }

// Every text of the table many times over. Nothing is timed: what is not linear runs into the limit of the
// test.
TEST(Mentions, HostileLengthEnds) {
    std::string all;
    for (const auto& row : tsv_cases("src/language/speech/mentions_test.tsv", 3)) all += row.cells[0] + "\n";
    std::string text;
    while (text.size() < hostile_bytes(1u << 20)) text += all;
    EXPECT_FALSE(read(text).mentions.empty());
}

// One hundred thousand titles, with and without people.
TEST(Mentions, AHundredThousandTitles) {
    for (const auto& row : tsv_cases("src/language/speech/mentions_hostile_test.tsv", 1)) {
        std::string text;
        for (std::size_t i = 0; i < hostile_bytes(100'000); ++i)
            text += row.cells[0] + (i % 40 == 39 ? ".\n" : " ");
        read(text);
    }
}

}  // namespace
}  // namespace isnad::speech
