#include "language/quantities/quantities.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad {
namespace {

struct Reading {
    ReadText text;
    Layer<Quantity> quantities;
};

Reading read(const std::string& text) {
    static const words::Numerals numerals(test_lexicon());
    static const auto knowledge = quantities::make_knowledge(test_lexicon());
    Reading out{read_text(text), {}};
    out.quantities = quantities::find_quantities(*out.text.document, out.text.words, numerals, *knowledge);
    return out;
}

// The text with brackets around its quantities; `values` gets "low..high unit" of each.
std::string found(const std::string& text, std::string& values) {
    const Reading reading = read(text);
    std::vector<Span> spans;
    for (const Quantity& quantity : reading.quantities) {
        spans.push_back(quantity.span);
        if (!values.empty()) values += "; ";
        values += shown_number(quantity.low);
        if (quantity.high != quantity.low) values += ".." + shown_number(quantity.high);
        if (!quantity.unit.empty()) values += " " + quantity.unit;
    }
    return with_brackets(text, spans);
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
