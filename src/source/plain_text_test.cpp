#include "source/plain_text.h"

#include <gtest/gtest.h>

namespace isnad::source {
namespace {

std::string codes(const PagePtr& page) {
    std::string out;
    for (const Problem& problem : page->problems)
        out += problem.code + "@" + std::to_string(problem.byte.value_or(0)) + " ";
    return out;
}

PagePtr page_of_text(std::string bytes, bool cut = false) {
    return read_plain_text(std::move(bytes), {.path = "p", .address = {}, .fetched = {}, .cut = cut});
}

TEST(PlainText, GoodTextHasNoProblems) {
    const PagePtr page = page_of_text("\xEF\xBB\xBFline\r\n");
    EXPECT_EQ(page->text, "line\r\n");
    EXPECT_EQ(codes(page), "");
}

TEST(PlainText, ProblemsHaveTheirPlace) {
    EXPECT_EQ(codes(page_of_text("")), "empty@0 ");
    EXPECT_EQ(codes(page_of_text("a long enough line of text with one bad byte \xFF in it")),
              "invalid_utf8@45 ");
    EXPECT_EQ(codes(page_of_text(std::string("\x7F"
                                             "ELF\x02\x01\x01\0\0\0\0\0\0\0",
                                             14))),
              "binary@0 ");
    EXPECT_EQ(codes(page_of_text("text", true)), "too_large@4 ");
}

TEST(PlainText, NothingReadIsLost) {
    const PagePtr page = page_of_text("before \xFF after");
    EXPECT_EQ(page->text, "before \xEF\xBF\xBD after");
}

}  // namespace
}  // namespace isnad::source
