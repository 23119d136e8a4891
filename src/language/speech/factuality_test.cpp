#include "language/speech/factuality.h"

#include <gtest/gtest.h>

#include "language/names/names.h"
#include "language/speech/speech.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad {
namespace {

std::string code_of(Commitment one) {
    if (one.value == Factuality::unknown) return "UU";
    const std::string value = one.value == Factuality::certain    ? "CT"
                              : one.value == Factuality::probable ? "PR"
                                                                  : "PS";
    return value + (one.polarity == Polarity::negative ? "-" : "+");
}

std::string codes_in(const std::string& text) {
    static const auto names = names::make_knowledge(test_lexicon());
    static const auto statements = speech::make_statement_knowledge(test_lexicon());
    static const auto modals = speech::make_modals(test_lexicon());
    const ReadText in = read_text(text);
    const auto found = speech::find_statements(
        *in.document, in.words, names::find_names(*in.document, in.words, test_clitics(), *names), {},
        test_clitics(), *statements);
    std::string out;
    for (const Statement& one : speech::with_commitments(in.words, found, *modals))
        out += (out.empty() ? "" : " ") + code_of(one.commitment);
    return out;
}

TEST(Factuality, Table) {
    for (const auto& row : tsv_cases("src/language/speech/factuality_test.tsv", 2))
        EXPECT_EQ(codes_in(row.cells[0]), row.cells[1]) << row.place << ' ' << row.cells[0];
}

TEST(Factuality, OfNothingIsNothing) {
    const auto modals = speech::make_modals(test_lexicon());
    EXPECT_TRUE(speech::with_commitments(read_text("").words, {}, *modals).empty());
}

}  // namespace
}  // namespace isnad
