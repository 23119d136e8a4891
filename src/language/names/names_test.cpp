#include "language/names/names.h"

#include <gtest/gtest.h>

#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::names {
namespace {

struct Read {
    ReadText text;
    Layer<Name> names;
};

Read read(const std::string& text) {
    static const auto knowledge = make_knowledge(test_lexicon());
    Read out{read_text(text), {}};
    out.names = find_names(*out.text.document, out.text.words, test_clitics(), *knowledge);
    return out;
}

// The sentence with brackets around the names found, and their types. Only what newsrooms count: P, O, L and
// F.
std::pair<std::string, std::string> bracketed(const Read& read) {
    const std::string& text = read.text.document->page().text;
    std::string out, types;
    std::size_t at = 0;
    for (const Name& name : read.names) {
        if (name.type > NameType::facility) continue;
        out += text.substr(at, name.span.begin - at) + "[" +
               std::string(read.text.document->text(name.span)) + "]";
        types += "POLF"[static_cast<std::size_t>(name.type)];
        at = name.span.end;
    }
    return {out + text.substr(at), types};
}

TEST(Names, Table) {
    for (const auto& row : tsv_cases("src/language/names/names_test.tsv", 2)) {
        const auto [sentence, types] = bracketed(read(without_brackets(row.cells[0])));
        EXPECT_EQ(sentence, row.cells[0]) << row.place;
        EXPECT_EQ(types, row.cells[1]) << row.place << ' ' << row.cells[0];
    }
}

TEST(Names, AreDisjointAndInOrder) {
    for (const auto& row : tsv_cases("src/language/names/names_test.tsv", 2)) {
        const Read one = read(without_brackets(row.cells[0]));
        for (std::size_t i = 1; i < one.names.size(); ++i)
            EXPECT_LE(one.names[i - 1].span.end, one.names[i].span.begin) << row.place;
    }
}

TEST(Names, APartPointsToTheFullerName) {
    std::size_t parts = 0;
    for (const auto& row : tsv_cases("src/language/names/names_test.tsv", 2)) {
        const Read one = read(without_brackets(row.cells[0]));
        for (std::size_t i = 0; i < one.names.size(); ++i) {
            if (!one.names[i].full) continue;
            ASSERT_LT(*one.names[i].full, one.names.size()) << row.place;
            const Name& full = one.names[std::size_t{*one.names[i].full}];
            const std::string& part = one.names[i].normal;  // "al-Ghandour" for "Ibrahim Ghandour"
            const bool bare =
                full.normal.find(part.substr(std::min<std::size_t>(4, part.size()))) != std::string::npos;
            EXPECT_TRUE(full.normal.find(part) != std::string::npos || (bare && part.size() > 8))
                << row.place;
            ++parts;
        }
    }
    EXPECT_GT(parts, 5u);
}

TEST(Names, EveryNameTellsWhy) {
    for (const auto& row : tsv_cases("src/language/names/names_test.tsv", 2)) {
        for (const Name& name : read(without_brackets(row.cells[0])).names) {
            EXPECT_FALSE(name.why.rule.empty()) << row.place;
            EXPECT_GT(name.why.weight, 0.0F) << row.place;
            EXPECT_LE(name.why.weight, 1.0F) << row.place;
        }
    }
}

TEST(Names, EmptyDocument) { EXPECT_TRUE(read("").names.empty()); }

}  // namespace
}  // namespace isnad::names
