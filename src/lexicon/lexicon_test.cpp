#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/files.h"
#include "lexicon/compiler.h"
#include "lexicon/schema.h"

namespace isnad::lexicon {
namespace {

const std::string head =
    "# table: months\n# about: test\n# source: test\n# licence: "
    "Apache-2.0\nar\tmonth\tcalendar\tregion\tflags\texample\n";

Table months(const std::string& rows) {
    auto table = read_table(head + rows, "months.tsv");
    EXPECT_TRUE(table) << table.error().text();
    return table.value();
}

LexiconPtr lexicon_of(std::vector<Table> tables) {
    auto lexicon = Lexicon::from_image(compile(std::move(tables)), "test");
    EXPECT_TRUE(lexicon) << lexicon.error().text();
    return lexicon.value();
}

TEST(Table, ReadsRowsAndPadsThem) {
    const Table table = months("# a comment\n\nmay\t5\r\njune\t6\tgregorian\n");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].cells[1], "5");
    EXPECT_EQ(table.rows[0].cells.size(), 6u);
    EXPECT_EQ(table.rows[1].line, 9u);
}

TEST(Table, ErrorsShowTheRowWithACaret) {
    const Table table = months("may\tfive\tgregorian\n");
    const Done checked = check_table(table);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().text(),
              "months.tsv:6:5: month: must be a number\n  may five gregorian   \n      ^");
}

TEST(Table, RefusesWhatALinguistMayGetWrong) {
    EXPECT_FALSE(read_table("ar\n", "months.tsv")) << "no head";
    EXPECT_FALSE(read_table(head + "a\t1\t2\t3\t4\t5\t6\n", "months.tsv")) << "too many cells";
    EXPECT_FALSE(read_table(head + "\t1\n", "months.tsv")) << "empty first cell";
    EXPECT_FALSE(read_table(head, "weekdays.tsv")) << "another table's name";
    EXPECT_FALSE(read_table(head + "a\xFF\t1\n", "months.tsv")) << "invalid UTF-8";
    EXPECT_FALSE(check_table(months("a\t1\tjulian\n"))) << "a word that is not allowed";
    EXPECT_FALSE(check_table(months("a\t1\t\t\tweak,odd\n"))) << "a flag that is not allowed";
    EXPECT_FALSE(check_table(months("a\t1\na\t1\n"))) << "the same fact twice";
    EXPECT_TRUE(check_table(months("a\t1\na\t2\n"))) << "a homograph";
}

TEST(Lexicon, FindsPhrasesAndTellsWhenALongerOneMayFollow) {
    const LexiconPtr lexicon = lexicon_of({months("new moon\t1\nnew\t2\n")});
    const Phrase first = Phrase{}.then("new");
    ASSERT_EQ(lexicon->find(first).entries.size(), 1u);
    EXPECT_TRUE(lexicon->find(first).longer);
    const Found both = lexicon->find(first.then("moon"));
    ASSERT_EQ(both.entries.size(), 1u);
    EXPECT_FALSE(both.longer);
    EXPECT_EQ(lexicon->cell(both.entries[0], "month"), "1");
    EXPECT_EQ(lexicon->spelling(both.entries[0]), "new moon");
    EXPECT_TRUE(lexicon->find(Phrase{}.then("moon")).entries.empty());
}

TEST(Lexicon, CompiledAndSourceFormsAreEqual) {
    const Table table = months("b\t2\na|c\t1\tgregorian\t\thomograph\n");
    const LexiconPtr first = lexicon_of({table});
    EXPECT_EQ(compile(tables_of(*first)), first->image());
    const std::string path = testing::TempDir() + "/isnad_lexicon_test.bin";
    ASSERT_TRUE(write_file(path, first->image()));
    const auto mapped = Lexicon::open(path);
    ASSERT_TRUE(mapped) << mapped.error().text();
    EXPECT_EQ(mapped.value()->image(), first->image());
    std::filesystem::remove(path);
}

// The lexicon of the build, taken apart and compiled again, gives the same bytes.
TEST(Lexicon, TheWholeLexiconSurvivesTheRoundTrip) {
    const auto lexicon = Lexicon::open(ISNAD_LEXICON);
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    EXPECT_EQ(compile(tables_of(*lexicon.value())), lexicon.value()->image());
}

TEST(Lexicon, OverlayReplacesAndAdds) {
    const LexiconPtr lexicon = lexicon_of(overlay({months("a\t1\nb\t2\n")}, {months("b\t3\nc\t4\n")}));
    EXPECT_EQ(lexicon->cell(lexicon->find(Phrase{}.then("a")).entries[0], "month"), "1");
    EXPECT_EQ(lexicon->cell(lexicon->find(Phrase{}.then("b")).entries[0], "month"), "3");
    EXPECT_EQ(lexicon->cell(lexicon->find(Phrase{}.then("c")).entries[0], "month"), "4");
}

TEST(Lexicon, RefusesBrokenImages) {
    const std::string image = compile({months("a\t1\n")});
    EXPECT_FALSE(Lexicon::from_image("", "x"));
    EXPECT_FALSE(Lexicon::from_image(image.substr(0, image.size() - 1), "x"));
    std::string other = image;
    other[0] = 'J';
    EXPECT_FALSE(Lexicon::from_image(other, "x"));
    std::string version = image;
    version[8] = 99;
    EXPECT_FALSE(Lexicon::from_image(version, "x"));
}

TEST(Lexicon, Flags) {
    EXPECT_TRUE(Lexicon::has_flag("weak,dead:1999", "dead"));
    EXPECT_TRUE(Lexicon::has_flag("weak", "weak"));
    EXPECT_FALSE(Lexicon::has_flag("weaker", "weak"));
    EXPECT_FALSE(Lexicon::has_flag("", "weak"));
}

TEST(Phrase, WordsOfAKey) {
    using Words = std::vector<std::string_view>;
    EXPECT_EQ(words_of("a.f.p"), (Words{"a", "f", "p"}));
    EXPECT_EQ(words_of("source:"), (Words{"source", ":"}));
    EXPECT_EQ(words_of("kn-23"), (Words{"kn", "23"}));
    EXPECT_EQ(words_of(""), Words{});
}

}  // namespace
}  // namespace isnad::lexicon
