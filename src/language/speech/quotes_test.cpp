#include "language/speech/quotes.h"

#include <gtest/gtest.h>

#include <random>

#include "base/limits.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::speech {
namespace {

// Columns: text with its quoted stretches in brackets.
TEST(Quotes, Table) {
    for (const auto& row : tsv_cases("src/language/speech/quotes_test.tsv", 1)) {
        const std::string text = without_brackets(row.cells[0]);
        const ReadText read = read_text(text);
        std::vector<Span> spans;
        for (const Quoted& quoted : find_quotes(read.words))
            spans.push_back(hull(read.words.words[std::size_t{quoted.first()}].span,
                                 read.words.words[std::size_t{quoted.close} - 1].span));
        EXPECT_EQ(with_brackets(text, spans), row.cells[0]) << row.place;
    }
}

// Marks and words in any order: stretches are in order, apart, not empty and bounded.
TEST(Quotes, AnyTextGivesOrderedStretches) {
    const std::vector<std::string> pieces{"\"",           "\" ",          " \"", "\xC2\xAB", "\xC2\xBB",
                                          "\xE2\x80\x9C", "\xE2\x80\x9D", " a ", "b",        ". ",
                                          "\n",           ", ",           "("};
    std::mt19937 random(5);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i) text += pieces[random() % pieces.size()];
        const ReadText read = read_text(text);
        std::uint32_t end = 0;
        for (const Quoted& quoted : find_quotes(read.words)) {
            EXPECT_LE(end, quoted.open) << text;
            EXPECT_GT(quoted.words(), 0u) << text;
            EXPECT_LE(quoted.words(), limits::quoted_words) << text;
            EXPECT_LE(quoted.close, read.words.words.size()) << text;
            end = quoted.behind();
        }
    }
}

}  // namespace
}  // namespace isnad::speech
