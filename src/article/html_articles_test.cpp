#include "article/html_articles.h"

#include <gtest/gtest.h>

#include <array>

#include "article/html_facts.h"
#include "tests/tsv_cases.h"

namespace isnad::article {
namespace {

struct Word {
    std::string_view word;
    std::uint32_t bits;
};

constexpr std::array hint_words{Word{"body", hint::body},       Word{"chrome", hint::chrome},
                                Word{"comment", hint::comment}, Word{"related", hint::related},
                                Word{"share", hint::share},     Word{"byline", hint::byline},
                                Word{"date", hint::date},       Word{"deck", hint::deck},
                                Word{"hidden", hint::hidden},   Word{"caption", hint::caption}};

TagKind tag_of(std::string_view word) {
    if (word == "p") return TagKind::paragraph;
    if (word == "h1") return TagKind::h1;
    if (word == "h2") return TagKind::h2;
    if (word == "li") return TagKind::item;
    if (word == "figcaption") return TagKind::caption;
    return TagKind::other;
}

const char* word(BlockKind kind) {
    switch (kind) {
        case BlockKind::title: return "title";
        case BlockKind::deck: return "deck";
        case BlockKind::subheading: return "subheading";
        case BlockKind::paragraph: return "paragraph";
        case BlockKind::caption: return "caption";
    }
    return "";
}

std::string fate_of(const ArticlesOfPage& found, Span span) {
    for (const Article& article : found.articles) {
        for (const Block& block : article.blocks) {
            if (block.span == span) return word(block.kind);
        }
    }
    for (const ChromeLine& line : found.chrome) {
        if (line.span == span) return "chrome";
    }
    return "nothing";
}

// One page of the table: containers are children of the root, one for each run of equal names.
class MarkedPage {
  public:
    void add(const TsvCase& row) {
        if (markup_.containers.empty()) markup_.containers.push_back({});
        const std::string& container = row.cells[2];
        if (container != name_) {
            Container made;
            made.parent = 0;
            made.depth = 1;
            made.first_block = static_cast<std::uint32_t>(markup_.blocks.size());
            for (const Word& hint : hint_words) {
                if (container.find(hint.word) != std::string::npos) made.hints |= hint.bits;
            }
            markup_.containers.push_back(made);
            name_ = container;
        }
        MarkupBlock block;
        block.span = {static_cast<std::uint32_t>(page_.text.size()),
                      static_cast<std::uint32_t>(page_.text.size() + row.cells[5].size())};
        block.container = static_cast<std::uint32_t>(markup_.containers.size() - 1);
        block.hints = markup_.containers.back().hints;
        block.tag = tag_of(row.cells[3]);
        block.link_bytes = row.cells[4] == "link" ? block.span.size() : 0;
        markup_.blocks.push_back(block);
        markup_.containers.back().end_block = static_cast<std::uint32_t>(markup_.blocks.size());
        page_.text += row.cells[5] + "\n";
        rows_.push_back(row);
    }

    void check(const lexicon::Lexicon& lexicon) {
        if (rows_.empty()) return;
        markup_.containers[0].end_block = static_cast<std::uint32_t>(markup_.blocks.size());
        page_.markup = std::make_shared<const Markup>(markup_);
        const ArticlesOfPage found =
            find_articles_in_markup(page_, normalise(page_.text), lexicon, BlockModel(lexicon));
        for (std::size_t i = 0; i < rows_.size(); ++i)
            EXPECT_EQ(fate_of(found, markup_.blocks[i].span), rows_[i].cells[1])
                << rows_[i].place << ' ' << rows_[i].cells[5];
    }

  private:
    Page page_;
    Markup markup_;
    std::string name_;
    std::vector<TsvCase> rows_;
};

// Columns: page, fate of the block, names of its container, tag, whether it is a link, text.
TEST(HtmlArticles, FatesOfBlocks) {
    const auto lexicon = lexicon::Lexicon::open(ISNAD_LEXICON);
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    std::string name;
    MarkedPage page;
    for (const TsvCase& row : tsv_cases("src/article/html_articles_test.tsv", 6)) {
        if (row.cells[0] != name) {
            page.check(*lexicon.value());
            page = {};
            name = row.cells[0];
        }
        page.add(row);
    }
    page.check(*lexicon.value());
}

TEST(HtmlArticles, EmptyMarkup) {
    const auto lexicon = lexicon::Lexicon::open(ISNAD_LEXICON);
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    Page page;
    auto markup = std::make_shared<Markup>();
    markup->containers.push_back({});
    page.markup = markup;
    EXPECT_TRUE(find_articles_in_markup(page, normalise(""), *lexicon.value(), BlockModel(*lexicon.value()))
                    .articles.empty());
}

TEST(HtmlArticles, DatesOfMetadata) {
    const auto day = [](std::string_view value) {
        const auto found = day_of_metadata(value);
        return found ? iso_day(*found) : "";
    };
    EXPECT_EQ(day("2029-11-03T22:15:00+03:00"), "2029-11-03");
    EXPECT_EQ(day("2029/1/3"), "2029-01-03");
    EXPECT_EQ(day("20291103"), "2029-11-03");
    EXPECT_EQ(day("Sat, 03 Nov 2029 10:00:00 GMT"), "2029-11-03");
    EXPECT_EQ(day("November 3, 2029 10:00"), "2029-11-03");
    for (const std::string_view bad :
         {"", "03/11/2029", "2029", "2029-13-01", "0000-00-00", "May", "12345678901"})
        EXPECT_EQ(day(bad), "") << bad;
}

}  // namespace
}  // namespace isnad::article
