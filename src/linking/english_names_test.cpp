#include "linking/english_names.h"

#include <gtest/gtest.h>

#include "linking/knowledge.h"
#include "tests/tsv_cases.h"

namespace isnad::linking {
namespace {

TEST(EnglishNames, Table) {
    const Knowledge know(lexicon::Lexicon::open(ISNAD_LEXICON).value());
    for (const auto& row : tsv_cases("src/linking/english_names_test.tsv", 3)) {
        const NameType type = row.cells[0] == "person"  ? NameType::person
                              : row.cells[0] == "place" ? NameType::place
                                                        : NameType::organisation;
        EXPECT_EQ(know.english.spell(row.cells[1], type), row.cells[2]) << row.place;
    }
}

TEST(EnglishNames, NothingAndVeryMuch) {
    const Knowledge know(lexicon::Lexicon::open(ISNAD_LEXICON).value());
    EXPECT_EQ(know.english.spell("", NameType::person), "");
    EXPECT_EQ(know.english.spell("- -", NameType::person), "");
    EXPECT_EQ(know.english.spell(std::string(5000, 'a'), NameType::person), "");
}

}  // namespace
}  // namespace isnad::linking
