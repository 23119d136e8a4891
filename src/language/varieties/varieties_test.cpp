#include "language/varieties/varieties.h"

#include <gtest/gtest.h>

#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::varieties {
namespace {

const Knowledge& knowledge() {
    static const auto known = make_knowledge(test_lexicon());
    return *known;
}

// '|' divides blocks.
Variety variety_of(std::string text, std::string_view declared = {}) {
    for (char& c : text) {
        if (c == '|') c = '\n';
    }
    const ReadText read = read_text(text);
    return identify(read.document->page(), *read.words.normal, read.document->blocks(), declared,
                    test_clitics(), knowledge());
}

std::string shares(const Variety& variety) {
    std::string out;
    for (const Share& share : variety.shares) out += (out.empty() ? "" : ",") + share.language;
    return out;
}

TEST(Varieties, Languages) {
    for (const TsvCase& row : tsv_cases("src/language/varieties/languages_test.tsv", 3)) {
        const Variety variety = variety_of(row.cells[0]);
        EXPECT_EQ(variety.language, row.cells[1]) << row.place;
        EXPECT_EQ(shares(variety), row.cells[2]) << row.place;
        EXPECT_GE(variety.confidence, 0) << row.place;
        EXPECT_LE(variety.confidence, 1) << row.place;
        double all = 0;
        for (const Share& share : variety.shares) all += share.part;
        EXPECT_NEAR(all, variety.shares.empty() ? 0 : 1, 1e-9) << row.place;
    }
}

TEST(Varieties, Dialects) {
    for (const TsvCase& row : tsv_cases("src/language/varieties/dialects_test.tsv", 2)) {
        const Variety variety = variety_of(row.cells[0]);
        EXPECT_EQ(variety.language, "ar") << row.place;
        EXPECT_EQ(variety.dialect, row.cells[1]) << row.place << ' ' << variety.dialect_part;
    }
}

TEST(Varieties, OnlyAnotherSureLanguageLeavesNoArabic) {
    for (const TsvCase& row : tsv_cases("src/language/varieties/languages_test.tsv", 3)) {
        const Variety variety = variety_of(row.cells[0]);
        const bool read = variety.language == "ar" || variety.language == "und";
        const bool sure = !read && variety.confidence > 0.6 && variety.shares.size() == 1;
        EXPECT_FALSE(read && variety.leaves_no_arabic()) << row.place;
        EXPECT_TRUE(!sure || variety.leaves_no_arabic()) << row.place;
    }
}

// The page's own word decides where the text does not, and only there.
TEST(Varieties, DeclaredLanguageIsAWeakSign) {
    const auto row = tsv_cases("src/language/varieties/languages_test.tsv", 3).front();
    EXPECT_EQ(variety_of(row.cells[0], "fa-IR").language, "ar");
    EXPECT_EQ(variety_of(row.cells[0], "not a code").language, "ar");
}

TEST(Varieties, HostileTextTakesLinearTime) {
    std::string text;
    while (text.size() < hostile_bytes(std::size_t{4} << 20)) text += "a\xD9\x80\xE2\x80\x8C.\xD8\xA7 ";
    const Variety variety = variety_of(text);
    EXPECT_FALSE(variety.shares.empty());
}

}  // namespace
}  // namespace isnad::varieties
