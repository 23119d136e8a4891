#include "text/normalise.h"

#include <gtest/gtest.h>

#include "tests/tsv_cases.h"
#include "text/utf8.h"

namespace isnad {
namespace {

// Columns: what, text, analysis form, search form. \uXXXX in a cell is that code point.
TEST(Normalise, Table) {
    for (const auto& row : tsv_cases("src/text/normalise_test.tsv", 4)) {
        const NormalText normal = normalise(row.cells[1]);
        EXPECT_EQ(normal.analysis(), row.cells[2]) << row.place << ' ' << row.cells[0];
        EXPECT_EQ(normal.search(), row.cells[3]) << row.place << ' ' << row.cells[0];
    }
}

TEST(Normalise, WayBackTakesTheMarksOfALetterAndNoInvisibleSigns) {
    const std::string kaf = "\xD9\x83", fatha = "\xD9\x8E", beh = "\xD8\xA8", mark = "\xE2\x80\x8F";
    const std::string text = kaf + fatha + mark + beh + fatha + mark;
    const NormalText normal = normalise(text);
    ASSERT_EQ(normal.analysis(), kaf + beh);
    EXPECT_EQ(normal.original({0, 2}), (Span{0, 4}));
    EXPECT_EQ(normal.original({2, 4}), (Span{7, 11}));
    EXPECT_EQ(normal.original({0, 4}), (Span{0, 11}));
    EXPECT_EQ(normal.normal({0, 4}), (NormalSpan{0, 2}));
    EXPECT_EQ(normal.normal({4, 7}), (NormalSpan{2, 2}));
}

TEST(Normalise, DigitsOfAnyScriptMapOneToOne) {
    const NormalText normal = normalise("\xD9\xA1\xD9\xA5 %");
    EXPECT_EQ(normal.analysis(), "15 %");
    EXPECT_EQ(normal.original({1, 2}), (Span{2, 4}));
}

TEST(Normalise, EmptyText) {
    const NormalText normal = normalise("");
    EXPECT_EQ(normal.analysis(), "");
    EXPECT_EQ(normal.original({0, 0}), (Span{0, 0}));
    EXPECT_EQ(normal.normal({0, 0}), (NormalSpan{0, 0}));
}

}  // namespace
}  // namespace isnad
