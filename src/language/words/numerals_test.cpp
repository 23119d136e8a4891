#include "language/words/numerals.h"

#include <gtest/gtest.h>

#include "language/words/numerals_digits.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad {
namespace {

std::string value_of(const words::Numeral& number) {
    std::string out = shown_number(number.low);
    if (number.high != number.low) out += ".." + shown_number(number.high);
    if (number.vague) out += " vague";
    if (number.ordinal) out += " ordinal";
    if (number.definite) out += " definite";
    return out;
}

// Columns: a sentence with every number in brackets; their values "low..high vague|ordinal|definite", divided
// by "; ".
TEST(Numerals, Table) {
    const words::Numerals numerals(test_lexicon());
    for (const auto& row : tsv_cases("src/language/words/numerals_test.tsv", 2)) {
        const std::string text = without_brackets(row.cells[0]);
        const ReadText read = read_text(text);
        std::vector<Span> spans;
        std::string values;
        for (std::uint32_t at = 0; at < read.words.words.size();) {
            const auto number = numerals.at(read.words, at);
            at = number ? number->end : at + 1;
            if (!number) continue;
            spans.push_back(number->span);
            values += (values.empty() ? "" : "; ") + value_of(*number);
        }
        EXPECT_EQ(with_brackets(text, spans), row.cells[0]) << row.place;
        EXPECT_EQ(values, row.cells[1]) << row.place << ' ' << row.cells[0];
    }
}

TEST(Numerals, EveryNumberUpToTenThousandInDigitsReadsItself) {
    for (int value = 0; value <= 10000; value += 37)
        EXPECT_EQ(words::digits_value(std::to_string(value), false), value);
}

TEST(Numerals, DigitsThatAreNoNumber) {
    EXPECT_FALSE(words::digits_value("12.05.2024", false));
    EXPECT_FALSE(words::digits_value("192.168.1.2", false));
    EXPECT_FALSE(words::digits_value("1234567890123456", false));
}

TEST(Numerals, NothingBeyondTheLastWord) {
    const words::Numerals numerals(test_lexicon());
    const Words words = read_text("5").words;
    EXPECT_TRUE(numerals.at(words, 0));
    EXPECT_FALSE(numerals.at(words, 1));
}

}  // namespace
}  // namespace isnad
