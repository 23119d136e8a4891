#include "language/words/glued.h"

#include <gtest/gtest.h>

#include "language/words/words.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::words {
namespace {

std::string without_marks(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != '~') out += c;
    }
    return out;
}

// The text with '~' where two words touch that are both Arabic.
std::string with_marks(const ReadText& read) {
    const std::string& text = read.document->page().text;
    std::string out;
    std::uint32_t at = 0;
    for (std::size_t i = 1; i < read.words.words.size(); ++i) {
        const Word &word = read.words.words[i - 1], &next = read.words.words[i];
        const bool arabic = word.kind == WordKind::arabic && next.kind == WordKind::arabic;
        if (!arabic || word.span.end != next.span.begin) continue;
        out += text.substr(at, word.span.end - at) + '~';
        at = word.span.end;
    }
    return out + text.substr(at);
}

TEST(Glued, WordsAreCutWhereTheirSpaceIsLost) {
    for (const TsvCase& row : tsv_cases("src/language/words/glued_test.tsv", 1)) {
        const ReadText read = read_text(without_marks(row.cells[0]));
        EXPECT_EQ(with_marks(read), row.cells[0]) << row.place;
    }
}

TEST(Glued, EveryCutIsNotedWithItsStretch) {
    for (const TsvCase& row : tsv_cases("src/language/words/glued_test.tsv", 1)) {
        const ReadText read = read_text(without_marks(row.cells[0]));
        std::size_t cuts = 0, noted = 0;
        for (const char c : row.cells[0]) cuts += c == '~';
        for (const Problem& note : note_glued(read.words)) {
            EXPECT_EQ(note.code, "glued_words");
            ASSERT_TRUE(note.span) << row.place;
            for (const Word& word : read.words.words) noted += note.span->contains(word.span);
            --noted;
        }
        EXPECT_EQ(noted, cuts) << row.place;
    }
}

TEST(Glued, NotesAreFew) {
    std::string text;
    for (const TsvCase& row : tsv_cases("src/language/words/glued_test.tsv", 1))
        text += without_marks(row.cells[0]) + '\n';
    std::string long_text;
    for (int i = 0; i < 20; ++i) long_text += text;
    EXPECT_EQ(note_glued(read_text(long_text).words).size(), 20u);
}

// Whatever two tokens are glued, what comes out tiles the stretch: in order, disjoint, nothing lost.
TEST(Glued, PartsTileTheToken) {
    const auto rows = tsv_cases("src/language/words/glued_test.tsv", 1);
    std::vector<std::string> tokens;
    for (const TsvCase& row : rows) {
        const ReadText read = read_text(without_marks(row.cells[0]));
        for (const Word& word : read.words.words) tokens.emplace_back(read.words.analysis(word));
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (std::size_t j = 0; j < tokens.size(); j += 7) {
            const std::string both = tokens[i] + tokens[j];
            const ReadText read = read_text(both);
            std::uint32_t at = 0;
            for (const Word& word : read.words.words) {
                EXPECT_EQ(word.span.begin, at) << both;
                EXPECT_LT(word.span.begin, word.span.end) << both;
                at = word.span.end;
            }
            EXPECT_EQ(at, both.size()) << both;
        }
    }
}

}  // namespace
}  // namespace isnad::words
