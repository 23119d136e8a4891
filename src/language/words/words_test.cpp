#include "language/words/words.h"

#include <gtest/gtest.h>

#include "language/words/lemmas.h"
#include "language/words/part_of_speech.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::words {
namespace {

// "w+al+stem+ha": the proclitics before the stem in one piece, the stem, the enclitic.
std::string pieces(const Words& words, const Word& word) {
    const std::string_view form = words.analysis(word);
    std::string out(form.substr(0, word.stem_begin));
    if (word.stem_begin > 0) out += '+';
    out += form.substr(word.stem_begin, form.size() - word.stem_begin - word.enclitic);
    if (word.enclitic > 0) out += '+';
    return out + std::string(form.substr(form.size() - word.enclitic));
}

// Columns: text, its words with clitics split off by '+', words divided by a space.
TEST(Words, TokensAndClitics) {
    for (const TsvCase& row : tsv_cases("src/language/words/words_test.tsv", 2)) {
        const ReadText page = read_text(row.cells[0]);
        std::string got;
        for (const Word& word : page.words.words) {
            got += (got.empty() ? "" : " ") + (word.kind == WordKind::arabic
                                                   ? pieces(page.words, word)
                                                   : std::string(page.words.analysis(word)));
        }
        EXPECT_EQ(got, row.cells[1]) << row.place;
    }
}

// Columns: text with | where a sentence ends.
TEST(Words, Sentences) {
    for (const TsvCase& row : tsv_cases("src/language/words/sentences_test.tsv", 1)) {
        std::string text, got;
        for (const char c : row.cells[0]) {
            if (c != '|') text += c;
        }
        const ReadText page = read_text(text);
        std::uint32_t at = 0;
        for (const Sentence& sentence : page.words.sentences) {
            got += text.substr(at, sentence.span.end - at) + '|';
            at = sentence.span.end;
        }
        EXPECT_EQ(got, row.cells[0]) << row.place;
    }
}

// Columns: a word, its likeliest lemma.
TEST(Words, LemmaCandidates) {
    for (const TsvCase& row : tsv_cases("src/language/words/lemmas_test.tsv", 2)) {
        const ReadText page = read_text(row.cells[0]);
        ASSERT_EQ(page.words.words.size(), 1u) << row.place;
        const std::vector<std::string> lemmas = lemma_candidates(page.words, 0, test_clitics());
        ASSERT_FALSE(lemmas.empty()) << row.place;
        EXPECT_EQ(lemmas.front(), row.cells[1]) << row.place;
    }
}

// Columns: text, the parts of speech of its words.
TEST(Words, PartsOfSpeech) {
    for (const TsvCase& row : tsv_cases("src/language/words/part_of_speech_test.tsv", 2)) {
        const ReadText page = read_text(row.cells[0]);
        std::string got;
        for (std::uint32_t i = 0; i < page.words.words.size(); ++i)
            got.append(i > 0 ? " " : "").append(name_of(part_of_speech(page.words, i, test_clitics())));
        EXPECT_EQ(got, row.cells[1]) << row.place;
    }
}

// In a headline points in a row end nothing.
TEST(Words, HeadlinesPause) {
    const auto sentences = [](BlockKind kind) {
        auto page = std::make_shared<Page>();
        page->text = "One.. two... three! Four";
        Article article;
        article.blocks.push_back({kind, {0, static_cast<std::uint32_t>(page->text.size())}});
        const DocumentPtr document = Document::create(page, 0, std::move(article));
        const auto normal = std::make_shared<const NormalText>(normalise(page->text));
        return find_words(*document, normal, test_clitics()).sentences.size();
    };
    EXPECT_EQ(sentences(BlockKind::title), 2u);
    EXPECT_EQ(sentences(BlockKind::paragraph), 4u);
}

TEST(Words, ReadingsOfAWord) {
    const auto skips = [](const std::string& word) {
        std::string out;
        for (const Reading reading : readings_of(word))
            out += std::to_string(reading.skip) + (reading.article ? "a " : " ");
        return out;
    };
    const auto row = tsv_cases("src/language/words/readings_test.tsv", 2);
    for (const TsvCase& one : row) EXPECT_EQ(skips(one.cells[0]), one.cells[1] + " ") << one.place;
}

}  // namespace
}  // namespace isnad::words
