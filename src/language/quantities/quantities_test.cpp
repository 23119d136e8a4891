#include "language/quantities/quantities.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "language/words/words.h"
#include "tests/tsv_cases.h"

namespace isnad {
namespace {

lexicon::LexiconPtr test_lexicon() {
    static const auto opened = lexicon::Lexicon::open(ISNAD_LEXICON);
    return opened.value();
}

struct Reading {
    DocumentPtr document;
    Words words;
    Layer<Quantity> quantities;
};

Reading read(const std::string& text) {
    static const words::Clitics clitics(test_lexicon());
    static const words::Numerals numerals(test_lexicon());
    static const auto knowledge = quantities::make_knowledge(test_lexicon());
    auto page = std::make_shared<Page>();
    page->text = text;
    Article article;
    for (std::uint32_t begin = 0; begin <= text.size();) {
        const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
        if (end > begin) article.blocks.push_back({BlockKind::paragraph, {begin, end}});
        begin = end + 1;
    }
    Reading out;
    out.document = Document::create(page, 0, std::move(article));
    out.words =
        words::find_words(*out.document, std::make_shared<const NormalText>(normalise(text)), clitics);
    out.quantities = quantities::find_quantities(*out.document, out.words, numerals, *knowledge);
    return out;
}

std::string shown(double value) {
    if (std::isinf(value)) return "inf";
    std::string out = std::to_string(value);
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

// "[span]low..high unit": what was found, in the shape of the table.
std::string found(const std::string& text, std::string& values) {
    const Reading reading = read(text);
    std::string out;
    std::uint32_t at = 0;
    for (const Quantity& quantity : reading.quantities) {
        out += text.substr(at, quantity.span.begin - at) + "[" +
               text.substr(quantity.span.begin, quantity.span.size()) + "]";
        at = quantity.span.end;
        if (!values.empty()) values += "; ";
        values += shown(quantity.low);
        if (quantity.high != quantity.low) values += ".." + shown(quantity.high);
        if (!quantity.unit.empty()) values += " " + quantity.unit;
    }
    return out + text.substr(at);
}

std::string without_brackets(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != '[' && c != ']') out += c;
    }
    return out;
}

// Columns: sentence with its quantities in brackets; their values "low..high unit", divided by "; ".
TEST(Quantities, Table) {
    for (const auto& row : tsv_cases("src/language/quantities/quantities_test.tsv", 2)) {
        std::string values;
        EXPECT_EQ(found(without_brackets(row.cells[0]), values), row.cells[0]) << row.place;
        EXPECT_EQ(values, row.cells[1]) << row.place << ' ' << row.cells[0];
    }
}

// Sentences cut and joined at random: whatever is found lies in order, apart, inside the text, and is an
// interval.
TEST(Quantities, AnyTextGivesOrderedIntervals) {
    std::vector<std::string> pieces;
    for (const auto& row : tsv_cases("src/language/quantities/quantities_test.tsv", 2)) {
        const std::string text = without_brackets(row.cells[0]);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            pieces.push_back(text.substr(at, end - at));
            at = end + 1;
        }
    }
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int words = 0; words < 25; ++words)
            text += pieces[random() % pieces.size()] + (random() % 12 == 0 ? "" : " ");
        const Reading reading = read(text);
        std::uint32_t end = 0;
        for (const Quantity& quantity : reading.quantities) {
            EXPECT_LE(end, quantity.span.begin) << text;
            EXPECT_LT(quantity.span.begin, quantity.span.end) << text;
            EXPECT_LE(quantity.low, quantity.high) << text;
            EXPECT_TRUE(quantity.span.contains(quantity.counted.value_or(quantity.span))) << text;
            EXPECT_TRUE(quantity.span.contains(quantity.approximator.value_or(quantity.span))) << text;
            end = quantity.span.end;
        }
        EXPECT_LE(end, text.size());
    }
}

TEST(Quantities, EmptyDocument) { EXPECT_TRUE(read("").quantities.empty()); }

}  // namespace
}  // namespace isnad
