#include "article/articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

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
        std::vector<std::vector<std::uint32_t>> begins;
        for (const TsvCase& line : lines) begins.push_back(append(line.cells[2], page.text));
        const NormalText normal = normalise(page.text);
        const ArticlesOfPage found = find_articles(page, normal, lexicon_);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].cells[2].empty()) continue;
            std::string fates;
            for (const std::uint32_t begin : begins[i])
                fates += (fates.empty() ? "" : " + ") + fate_of(found, begin);
            EXPECT_EQ(fates, lines[i].cells[1]) << lines[i].place << ' ' << lines[i].cells[2];
        }
    }

    // Appends a line without its marks; where its parts begin.
    static std::vector<std::uint32_t> append(std::string_view line, std::string& text) {
        constexpr std::string_view mark = "@@";
        std::vector<std::uint32_t> begins{static_cast<std::uint32_t>(text.size())};
        for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark)) {
            text += line.substr(0, at);
            begins.push_back(static_cast<std::uint32_t>(text.size()));
            line.remove_prefix(at + mark.size());
        }
        text += line;
        text += '\n';
        return begins;
    }

  private:
    const lexicon::Lexicon& lexicon_;
};

std::string joined(const Page& page, const std::vector<Span>& spans) {
    std::string out;
    for (const Span span : spans) out += (out.empty() ? "" : "; ") + std::string(page.slice(span));
    return out;
}

// What the first article of a page says of itself, or the kind of a page that holds none.
std::string fact_of(const Page& page, const ArticlesOfPage& found, std::string_view what) {
    constexpr std::array kinds{"article", "live_blog", "list", "ticker", "gallery", "error", "wall", "other"};
    if (what == "kind")
        return std::string(kinds[static_cast<std::size_t>(found.kind)]) + " " +
               std::to_string(found.articles.size());
    if (found.articles.empty()) return "no article";
    const Article& article = found.articles.front();
    if (what == "authors") return joined(page, article.authors);
    if (what == "keywords") return joined(page, article.keywords);
    if (what == "dates") return joined(page, article.date_lines);
    if (what == "credit") return article.credit ? std::string(page.slice(*article.credit)) : "";
    if (what == "outlet") return article.outlet ? std::string(page.slice(*article.outlet)) : "";
    return what == "section" ? article.section : "unknown fact";
}

// Columns: page, fate of the line, the line itself (an empty line: an empty cell). "@@" in a line divides its
// parts, " + " their fates.
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

// Columns: the fact, its value, the lines of a page with " // " between them.
TEST(Articles, FactsOfPages) {
    const auto lexicon = lexicon::Lexicon::open(ISNAD_LEXICON);
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    for (const TsvCase& row : tsv_cases("src/article/articles_facts_test.tsv", 3)) {
        Page page;
        std::string_view rest = row.cells[2];
        for (std::size_t at = rest.find(" // "); at != std::string_view::npos; at = rest.find(" // ")) {
            page.text += std::string(rest.substr(0, at)) + "\n";
            rest.remove_prefix(at + 4);
        }
        page.text += rest;
        const ArticlesOfPage found = find_articles(page, normalise(page.text), *lexicon.value());
        EXPECT_EQ(fact_of(page, found, row.cells[0]), row.cells[1]) << row.place << ' ' << page.text;
    }
}

Page page_of_record() {
    Page page;
    page.text = "\n";
    const auto markup = std::make_shared<Markup>();
    const auto fact = [&](MetaField field, const char* name, const char* value) {
        markup->facts.push_back({field, MetaSource::record, name, value});
    };
    fact(MetaField::site, "publisher", "Harbour News");
    fact(MetaField::author, "byline", "Laila Haddad");
    fact(MetaField::author, "byline", "Laila Haddad");
    fact(MetaField::keyword, "tags", "harbour");
    fact(MetaField::section, "section", "economy");
    fact(MetaField::canonical, "url", "https://news.example/1");
    fact(MetaField::published, "date", "2024-03-12T10:30:00Z");
    page.markup = markup;
    return page;
}

TEST(Articles, ARecordSaysWhatTheTextDoesNot) {
    const auto lexicon = lexicon::Lexicon::open(ISNAD_LEXICON);
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    Page page = page_of_record();
    page.text = tsv_cases("src/article/articles_test.tsv", 3)[2].cells[2];
    const ArticlesOfPage found = find_articles(page, normalise(page.text), *lexicon.value());
    ASSERT_EQ(found.articles.size(), 1u);
    const Article& article = found.articles.front();
    EXPECT_EQ(article.outlet_name, "Harbour News");
    EXPECT_EQ(article.author_names, std::vector<std::string>{"Laila Haddad"});
    EXPECT_EQ(article.keyword_names, std::vector<std::string>{"harbour"});
    EXPECT_EQ(article.section, "economy");
    EXPECT_EQ(article.canonical, "https://news.example/1");
    ASSERT_TRUE(article.stated_date);
    EXPECT_EQ(article.stated_date->value, "2024-03-12");
    EXPECT_EQ(article.stated_date->basis, "metadata");
}

// Blocks and chrome never overlap, stay inside the page, and no text makes the reading slow.
TEST(Articles, HostilePages) {
    const auto lexicon = lexicon::Lexicon::open(ISNAD_LEXICON);
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    const std::string prose = tsv_cases("src/article/articles_test.tsv", 3)[2].cells[2];
    const std::string title = tsv_cases("src/article/articles_test.tsv", 3)[0].cells[2];
    std::vector<std::string> pages(8);
    for (int i = 0; i < 3000; ++i) {
        pages[0] += title + "\n";
        pages[1] += prose + "\n" + title + "\n";
        pages[2] += title + "   ";
        pages[3] += "\n\n...\n";
        pages[4] += "( [ \xC2\xAB " + title.substr(0, 20) + "\n";
        pages[5] += prose + " Read also: " + title + " ";
        pages[6] += std::to_string(i) + ": 12/3/2024 - ";
        pages[7] += title + std::to_string(i) + "...\n";
    }
    for (const std::string& text : pages) {
        Page page;
        page.text = text;
        const ArticlesOfPage found = find_articles(page, normalise(page.text), *lexicon.value());
        std::vector<Span> spans;
        for (const ChromeLine& line : found.chrome) spans.push_back(line.span);
        for (const Article& article : found.articles) {
            for (const Block& block : article.blocks) spans.push_back(block.span);
        }
        std::sort(spans.begin(), spans.end());
        for (std::size_t i = 0; i < spans.size(); ++i) {
            ASSERT_LT(spans[i].begin, spans[i].end);
            ASSERT_LE(spans[i].end, page.text.size());
            if (i > 0) {
                ASSERT_LE(spans[i - 1].end, spans[i].begin);
            }
        }
    }
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
