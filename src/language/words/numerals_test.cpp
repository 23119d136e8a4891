#include "language/words/numerals.h"

#include <gtest/gtest.h>

#include <cmath>

#include "language/words/numerals_digits.h"
#include "language/words/words.h"
#include "tests/tsv_cases.h"

namespace isnad {
namespace {

lexicon::LexiconPtr test_lexicon() {
    static const auto opened = lexicon::Lexicon::open(ISNAD_LEXICON);
    return opened.value();
}

Words words_of(const std::string& text) {
    static const words::Clitics clitics(test_lexicon());
    auto page = std::make_shared<Page>();
    page->text = text;
    Article article;
    article.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
    const DocumentPtr document = Document::create(page, 0, std::move(article));
    return words::find_words(*document, std::make_shared<const NormalText>(normalise(text)), clitics);
}

std::string shown(double value) {
    if (std::isinf(value)) return "inf";
    std::string out = std::to_string(value);
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string value_of(const words::Numeral& number) {
    std::string out = shown(number.low);
    if (number.high != number.low) out += ".." + shown(number.high);
    if (number.vague) out += " vague";
    if (number.ordinal) out += " ordinal";
    if (number.definite) out += " definite";
    return out;
}

std::string without_brackets(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != '[' && c != ']') out += c;
    }
    return out;
}

// Columns: a sentence with every number in brackets; their values "low..high vague|ordinal|definite", divided
// by "; ".
TEST(Numerals, Table) {
    const words::Numerals numerals(test_lexicon());
    for (const auto& row : tsv_cases("src/language/words/numerals_test.tsv", 2)) {
        const std::string text = without_brackets(row.cells[0]);
        const Words words = words_of(text);
        std::string marked, values;
        std::uint32_t written = 0;
        for (std::uint32_t at = 0; at < words.words.size();) {
            const auto number = numerals.at(words, at);
            at = number ? number->end : at + 1;
            if (!number) continue;
            marked += text.substr(written, number->span.begin - written) + "[" +
                      text.substr(number->span.begin, number->span.size()) + "]";
            written = number->span.end;
            values += (values.empty() ? "" : "; ") + value_of(*number);
        }
        EXPECT_EQ(marked + text.substr(written), row.cells[0]) << row.place;
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
    const Words words = words_of("5");
    EXPECT_TRUE(numerals.at(words, 0));
    EXPECT_FALSE(numerals.at(words, 1));
}

}  // namespace
}  // namespace isnad
