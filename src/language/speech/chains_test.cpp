#include <gtest/gtest.h>

#include "language/names/names.h"
#include "language/speech/speech.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad {
namespace {

struct ChainReading {
    ReadText text;
    Layer<Name> names;
    Layer<Mention> mentions;
    Layer<Statement> statements;
};

ChainReading read_chains(const std::string& text) {
    static const auto know_names = names::make_knowledge(test_lexicon());
    static const auto know_statements = speech::make_statement_knowledge(test_lexicon());
    ChainReading out{read_text(text), {}, {}, {}};
    const ReadText& in = out.text;
    out.names = names::find_names(*in.document, in.words, test_clitics(), *know_names);
    out.statements = speech::find_statements(*in.document, in.words, out.names, out.mentions, test_clitics(),
                                             *know_statements);
    return out;
}

// The words of a speaker, of names that a subject left out repeats behind "=".
std::string speaker_words(const ChainReading& reading, const std::string& text, const Statement& statement) {
    if (!statement.speaker) return "-";
    if (statement.speaker->span)
        return text.substr(statement.speaker->span->begin, statement.speaker->span->size());
    std::string out = "=";
    for (const std::uint32_t name : statement.speaker->names) {
        const Span span = reading.names[std::size_t{name}].span;
        out += (out.size() > 1 ? "+" : "") + text.substr(span.begin, span.size());
    }
    return out;
}

// "lemma: speaker <carrier>" of each statement, divided by " ; ".
std::string chains_shown(const ChainReading& reading, const std::string& text) {
    std::string out;
    for (const Statement& statement : reading.statements) {
        if (!out.empty()) out += " ; ";
        out += (statement.cue ? statement.cue->lemma : "-") + ": " + speaker_words(reading, text, statement);
        for (const ChainLink& link : statement.chain)
            out += " <" + text.substr(link.span->begin, link.span->size()) + ">";
    }
    return out;
}

// Columns: text, "|" between paragraphs; who says what through whom.
TEST(Chains, Table) {
    for (const auto& row : tsv_cases("src/language/speech/chains_test.tsv", 2)) {
        std::string text = row.cells[0];
        for (char& c : text) {
            if (c == '|') c = '\n';
        }
        EXPECT_EQ(chains_shown(read_chains(text), text), row.cells[1]) << row.place << ": " << row.cells[0];
    }
}

}  // namespace
}  // namespace isnad
