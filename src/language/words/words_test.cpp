#include "language/words/words.h"

#include <gtest/gtest.h>

#include "tests/tsv_cases.h"

namespace isnad::words {
namespace {

struct Read {
    DocumentPtr document;
    Words words;
};

class WordsTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto lexicon = lexicon::Lexicon::open(ISNAD_LEXICON);
        ASSERT_TRUE(lexicon) << lexicon.error().text();
        clitics_.emplace(lexicon.value());
    }

    Read read(const std::string& text) const {
        auto page = std::make_shared<Page>();
        page->text = text;
        Article article;
        article.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}});
        const auto normal = std::make_shared<const NormalText>(normalise(page->text));
        Read out;
        out.document = Document::create(page, 0, std::move(article));
        out.words = find_words(*out.document, normal, *clitics_);
        return out;
    }

    std::optional<Clitics> clitics_;
};

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
TEST_F(WordsTest, TokensAndClitics) {
    for (const TsvCase& row : tsv_cases("src/language/words/words_test.tsv", 2)) {
        const Read page = read(row.cells[0]);
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
TEST_F(WordsTest, Sentences) {
    for (const TsvCase& row : tsv_cases("src/language/words/sentences_test.tsv", 1)) {
        std::string text, got;
        for (const char c : row.cells[0]) {
            if (c != '|') text += c;
        }
        const Read page = read(text);
        std::uint32_t at = 0;
        for (const Sentence& sentence : page.words.sentences) {
            got += text.substr(at, sentence.span.end - at) + '|';
            at = sentence.span.end;
        }
        EXPECT_EQ(got, row.cells[0]) << row.place;
    }
}

TEST_F(WordsTest, ReadingsOfAWord) {
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
