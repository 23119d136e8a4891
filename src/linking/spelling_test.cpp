#include "linking/spelling.h"

#include <gtest/gtest.h>

#include "tests/tsv_cases.h"

namespace isnad::linking {
namespace {

std::u32string letters_of(const std::string& text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        out += c;
        at += size;
    }
    return out;
}

TEST(Spelling, Table) {
    for (const auto& row : tsv_cases("src/linking/spelling_test.tsv", 3)) {
        const std::u32string a = letters_of(row.cells[0]), b = letters_of(row.cells[1]);
        EXPECT_EQ(same_spelling(a, b), row.cells[2] == "yes")
            << row.place << ' ' << row.cells[0] << ' ' << row.cells[1] << ' ' << spelling_distance(a, b);
        EXPECT_DOUBLE_EQ(spelling_distance(a, b), spelling_distance(b, a)) << row.place;
        EXPECT_EQ(spelling_distance(a, a), 0) << row.place;
    }
}

TEST(Spelling, NothingAndVeryMuch) {
    EXPECT_EQ(spelling_distance(U"", U""), 0);
    EXPECT_FALSE(same_spelling(U"", U"ab"));
    const std::u32string longest(5000, U'a');
    EXPECT_TRUE(same_spelling(longest, longest));
    EXPECT_FALSE(same_spelling(longest, longest + U"b"));
}

}  // namespace
}  // namespace isnad::linking
