#include "article/articles.h"

#include <gtest/gtest.h>

#include "lexicon/lexicon.h"
#include "tests/tsv_cases.h"

namespace isnad::article {
namespace {

const char* kind_word(BlockKind kind) {
    switch (kind) {
        case BlockKind::title: return "title";
        case BlockKind::deck: return "deck";
        case BlockKind::subheading: return "subheading";
        case BlockKind::paragraph: return "paragraph";
        case BlockKind::caption: return "caption";
    }
    return "";
}

// What became of the line that begins at a byte: "1 title", "2 paragraph", "chrome", or "nothing".
std::string fate_of(const ArticlesOfPage& found, std::uint32_t begin) {
    for (std::size_t i = 0; i < found.articles.size(); ++i) {
        for (const Block& block : found.articles[i].blocks) {
            if (block.span.begin == begin) return std::to_string(i + 1) + " " + kind_word(block.kind);
        }
    }
    for (const ChromeLine& line : found.chrome) {
        if (line.span.begin == begin) return "chrome";
    }
    return "nothing";
}

class Pages {
  public:
    explicit Pages(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {}

    void check(const std::vector<TsvCase>& lines) {
        Page page;
        std::vector<std::uint32_t> begins;
        for (const TsvCase& line : lines) {
            begins.push_back(static_cast<std::uint32_t>(page.text.size()));
            page.text += line.cells[2] + "\n";
        }
        const NormalText normal = normalise(page.text);
        const ArticlesOfPage found = find_articles(page, normal, lexicon_);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].cells[2].empty()) continue;
            EXPECT_EQ(fate_of(found, begins[i]), lines[i].cells[1])
                << lines[i].place << ' ' << lines[i].cells[2];
        }
    }

  private:
    const lexicon::Lexicon& lexicon_;
};

// Columns: page, fate of the line, the line itself (\u200B for an empty one is not needed: leave the cell
// empty).
TEST(Articles, LinesOfPages) {
    const auto lexicon = lexicon::Lexicon::open(ISNAD_LEXICON);
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    Pages pages(*lexicon.value());
    std::vector<TsvCase> page;
    for (const TsvCase& line : tsv_cases("src/article/articles_test.tsv", 3)) {
        if (!page.empty() && page.back().cells[0] != line.cells[0]) {
            pages.check(page);
            page.clear();
        }
        page.push_back(line);
    }
    pages.check(page);
}

TEST(Articles, AnEmptyPageHasNone) {
    const auto lexicon = lexicon::Lexicon::open(ISNAD_LEXICON);
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    const ArticlesOfPage found = find_articles(Page{}, normalise(""), *lexicon.value());
    EXPECT_TRUE(found.articles.empty());
    EXPECT_TRUE(found.chrome.empty());
}

}  // namespace
}  // namespace isnad::article
