#include <gtest/gtest.h>

#include <random>

#include "language/names/names.h"
#include "language/speech/speech.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad {
namespace {

struct Reading {
    ReadText text;
    Layer<Name> names;
    Layer<Mention> mentions;
    Layer<Statement> statements;
};

Reading read(const std::string& text) {
    static const auto know_names = names::make_knowledge(test_lexicon());
    static const auto know_statements = speech::make_statement_knowledge(test_lexicon());
    Reading out{read_text(text), {}, {}, {}};
    const ReadText& in = out.text;
    out.names = names::find_names(*in.document, in.words, test_clitics(), *know_names);
    out.statements = speech::find_statements(*in.document, in.words, out.names, out.mentions, test_clitics(),
                                             *know_statements);
    return out;
}

std::string slice(const std::string& text, Span span) { return text.substr(span.begin, span.size()); }

std::string_view kind_word(StatementKind kind) {
    if (kind == StatementKind::direct) return "direct";
    return kind == StatementKind::mixed ? "mixed" : "indirect";
}

// The words of a speaker; "=" before the names that an elided subject repeats.
std::string shown_speaker(const Reading& reading, const std::string& text, const Statement& statement) {
    if (!statement.speaker) return "-";
    if (statement.speaker->span) return slice(text, *statement.speaker->span);
    std::string out = "=";
    for (const std::uint32_t name : statement.speaker->names) {
        if (out.size() > 1) out += "+";
        out += slice(text, reading.names[std::size_t{name}].span);
    }
    return out;
}

// "kind | speaker | cue lemma | carriers" of each statement, divided by " ; ". Contents in brackets.
std::string shown(const Reading& reading, const std::string& text, std::vector<Span>& contents) {
    std::string out;
    for (const Statement& statement : reading.statements) {
        if (!statement.inside) contents.push_back(statement.span);
        if (!out.empty()) out += " ; ";
        out += std::string(kind_word(statement.kind)) + " | " + shown_speaker(reading, text, statement) +
               " | " + (statement.cue ? statement.cue->lemma : "-") + " |";
        for (const ChainLink& link : statement.chain) out += " <" + slice(text, *link.span) + ">";
        if (statement.negated) out += " not";
        if (statement.inside) out += " in " + std::to_string(*statement.inside + 1);
    }
    return out;
}

// Columns: text with contents in brackets (outermost ones); kind, speaker, lemma and carriers of each.
TEST(Statements, Table) {
    for (const auto& row : tsv_cases("src/language/speech/statements_test.tsv", 2)) {
        const std::string text = without_brackets(row.cells[0]);
        const Reading reading = read(text);
        std::vector<Span> contents;
        const std::string told = shown(reading, text, contents);
        EXPECT_EQ(with_brackets(text, contents) + "\t" + told, row.cells[0] + "\t" + row.cells[1])
            << row.place;
    }
}

void expect_sound(const Reading& reading, std::size_t size) {
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < reading.statements.size(); ++i) {
        const Statement& statement = reading.statements[i];
        EXPECT_LE(begin, statement.span.begin);
        EXPECT_LT(statement.span.begin, statement.span.end);
        EXPECT_LE(statement.span.end, size);
        begin = statement.span.begin;
        if (!statement.inside) continue;
        ASSERT_LT(*statement.inside, i);
        EXPECT_TRUE(reading.statements[std::size_t{*statement.inside}].span.contains(statement.span));
    }
}

// Words of the table in any order.
TEST(Statements, AnyTextGivesSoundStatements) {
    std::vector<std::string> pieces;
    for (const auto& row : tsv_cases("src/language/speech/statements_test.tsv", 2)) {
        const std::string text = without_brackets(row.cells[0]);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            pieces.push_back(text.substr(at, end - at));
            at = end + 1;
        }
    }
    std::mt19937 random(11);
    for (int round = 0; round < 1500; ++round) {
        std::string text;
        for (int words = 0; words < 40; ++words)
            text += pieces[random() % pieces.size()] + (random() % 15 == 0 ? "\n" : " ");
        expect_sound(read(text), text.size());
    }
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

// Rows are repeated to a megabyte: one sentence of cues, of quotation marks, of sources. Nothing is timed:
// what is not linear runs into the limit of the test.
TEST(Statements, HostileTextEnds) {
    for (const auto& row : tsv_cases("src/language/speech/statements_hostile_test.tsv", 1)) {
        const std::string text =
            repeated(row.cells[0] + " ", hostile_bytes(1u << 20) / (row.cells[0].size() + 1));
        expect_sound(read(text), text.size());
    }
}

TEST(Statements, EmptyDocument) { EXPECT_TRUE(read("").statements.empty()); }

}  // namespace
}  // namespace isnad
