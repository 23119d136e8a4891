#include "text/transliteration.h"

#include <gtest/gtest.h>

#include "tests/tsv_cases.h"
#include "text/normalise.h"

namespace isnad {
namespace {

// Columns: two spellings, and whether they meet (yes, no).
TEST(Transliteration, SpellingsThatMeet) {
    for (const TsvCase& row : tsv_cases("src/text/transliteration_test.tsv", 3)) {
        const bool same =
            transliteration_key(search_form(row.cells[0])) == transliteration_key(search_form(row.cells[1]));
        EXPECT_EQ(same, row.cells[2] == "yes") << row.place << ' ' << row.cells[0] << ' ' << row.cells[1];
    }
}

TEST(Transliteration, OtherScriptsAreTheirOwnKey) {
    EXPECT_EQ(transliteration_key("nato"), "nato");
    EXPECT_EQ(transliteration_key(""), "");
}

}  // namespace
}  // namespace isnad
