#include "claims/stems.h"

#include <gtest/gtest.h>

#include "tests/tsv_cases.h"
#include "text/normalise.h"

namespace isnad::claims {
namespace {

TEST(Stems, WordsOfOneRootMeet) {
    for (const auto& row : tsv_cases("src/claims/stems_test.tsv", 3)) {
        const bool meet = root_key(search_form(row.cells[0])) == root_key(search_form(row.cells[1]));
        EXPECT_EQ(meet, row.cells[2] == "yes") << row.place;
    }
}

TEST(Stems, AnythingHasAKey) {
    EXPECT_EQ(root_key(""), root_key(""));
    EXPECT_NE(root_key("kn"), root_key("x"));
    EXPECT_NE(root_key(std::string(10'000, 'a')), 0u);
    EXPECT_EQ(without_suffix("").size(), 0u);
}

}  // namespace
}  // namespace isnad::claims
