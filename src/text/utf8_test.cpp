#include "text/utf8.h"

#include <gtest/gtest.h>

#include "text/letters.h"
#include "text/spelled.h"

namespace isnad::utf8 {
namespace {

const std::string bad = "\xEF\xBF\xBD";

TEST(Utf8, KeepsValidTextAndCarriageReturns) {
    const Decoded out = decode("a\r\n\xD9\x83\xF0\x9F\x98\x80");
    EXPECT_EQ(out.text, "a\r\n\xD9\x83\xF0\x9F\x98\x80");
    EXPECT_EQ(out.replaced, 0u);
    EXPECT_FALSE(out.first_invalid);
}

TEST(Utf8, DropsTheByteOrderMark) {
    const Decoded out = decode("\xEF\xBB\xBFx");
    EXPECT_TRUE(out.had_bom);
    EXPECT_EQ(out.text, "x");
}

// Unicode 15, section 3.9, tables 3-8 to 3-11.
TEST(Utf8, OneReplacementForEachMaximalSubpart) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", bad + bad + bad + bad + bad + bad + bad + bad + "A"},
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", bad + bad + bad + bad + bad + bad + bad + bad + "A"},
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", bad + bad + bad + bad + bad + "A" + bad + bad + "B"},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", bad + bad + bad + bad + "A"},
        {"x\xD9", "x" + bad},
    };
    for (const auto& [bytes, text] : cases) {
        const Decoded out = decode(bytes);
        EXPECT_EQ(out.text, text);
        EXPECT_TRUE(out.first_invalid);
    }
    EXPECT_EQ(decode("x\xD9").first_invalid, 1u);
}

TEST(Utf8, CountsAndWalks) {
    const std::string text = "a\xD9\x83\xE2\x82\xAC\xF0\x9F\x98\x80";
    EXPECT_EQ(count(text), 4u);
    EXPECT_EQ(at(text, 1).value, char32_t{0x0643});
    EXPECT_EQ(before(text, text.size()).value, char32_t{0x1F600});
    EXPECT_EQ(encode(0xD800), bad);
}

TEST(Spelled, LettersByNameAreTheirUtf8) {
    static_assert(spelled<letters::alef>.size() == 2);
    EXPECT_EQ((spelled<letters::alef, letters::lam>), encode(letters::alef) + encode(letters::lam));
}

}  // namespace
}  // namespace isnad::utf8
