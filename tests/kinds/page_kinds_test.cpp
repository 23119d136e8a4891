// Whole pages: tests/kinds/<page>.html is read, and <page>.txt says what kind of page it is, which articles
// it holds and what it states about them.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "article/articles.h"
#include "base/files.h"
#include "base/limits.h"
#include "source/read_page.h"

namespace isnad {
namespace {

const lexicon::Lexicon& words() {
    static const lexicon::LexiconPtr made = lexicon::Lexicon::open(ISNAD_LEXICON).value();
    return *made;
}

const char* word(PageKind kind) {
    constexpr std::array names{"article", "live blog", "list", "ticker", "gallery", "error", "wall", "other"};
    return names.at(static_cast<std::size_t>(kind));
}

const char* word(ArticleKind kind) {
    constexpr std::array names{"article", "live post", "list"};
    return names.at(static_cast<std::size_t>(kind));
}

const char* word(BlockKind kind) {
    constexpr std::array names{"title", "deck", "subheading", "paragraph", "caption"};
    return names.at(static_cast<std::size_t>(kind));
}

void tell(std::string& out, const char* name, std::string_view value) {
    if (!value.empty()) out += "  " + std::string(name) + ": " + std::string(value) + "\n";
}

std::string told(const Page& page, const Article& article) {
    std::string out =
        std::string(article.role == ArticleRole::main ? "main " : "second ") + word(article.kind) + "\n";
    for (const Block& block : article.blocks) {
        tell(out, word(block.kind), page.slice(block.span));
        if (block.credit) tell(out, "credit", page.slice(*block.credit));
    }
    tell(out, "outlet", article.outlet ? page.slice(*article.outlet) : std::string_view(article.outlet_name));
    for (const Span author : article.authors) tell(out, "author", page.slice(author));
    for (const std::string& author : article.author_names) tell(out, "author by metadata", author);
    tell(out, "section", article.section);
    for (const Span keyword : article.keywords) tell(out, "keyword", page.slice(keyword));
    for (const std::string& keyword : article.keyword_names) tell(out, "keyword by metadata", keyword);
    tell(out, "canonical", article.canonical);
    if (article.stated_date)
        tell(out, "date", article.stated_date->value + " " + article.stated_date->moment);
    for (const Span line : article.date_lines) tell(out, "date line", page.slice(line));
    for (const Image& image : article.images) {
        tell(out, "image", image.address);
        if (image.caption) tell(out, "its caption", page.slice(*image.caption));
    }
    return out;
}

std::string told(const std::filesystem::path& path) {
    const auto file = read_file(path.string(), limits::page_bytes);
    EXPECT_TRUE(file) << path;
    if (!file) return {};
    source::Origin origin;
    origin.path = path.filename().string();
    const PagePtr page = source::read_page(file.value().bytes, std::move(origin));
    const auto found = article::find_articles(*page, normalise(page->text), words());
    std::string out = std::string("page ") + word(found.kind) + "\n";
    for (const Article& article : found.articles) out += told(*page, article);
    for (const Problem& problem : page->problems) out += "problem " + problem.code + "\n";
    for (const Problem& problem : found.problems)
        out += "problem " + problem.code + ": " + problem.what.substr(0, problem.what.find(", ")) + "\n";
    // Every block is in one article or chrome, never in two.
    std::vector<Span> spans;
    for (const Article& article : found.articles) {
        for (const Block& block : article.blocks) spans.push_back(block.span);
    }
    for (const ChromeLine& line : found.chrome) spans.push_back(line.span);
    std::sort(spans.begin(), spans.end());
    EXPECT_EQ(std::adjacent_find(spans.begin(), spans.end()), spans.end()) << path;
    EXPECT_EQ(spans.size(), page->markup->blocks.size()) << path;
    return out;
}

TEST(PageKinds, EveryPage) {
    std::vector<std::filesystem::path> pages;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(ISNAD_SOURCE_DIR) + "/tests/kinds")) {
        if (entry.path().extension() == ".html") pages.push_back(entry.path());
    }
    std::sort(pages.begin(), pages.end());
    ASSERT_GE(pages.size(), 20u);
    for (std::filesystem::path page : pages) {
        const std::string got = told(page);
        const std::string expected_path = page.replace_extension(".txt").string();
        if (std::getenv("ISNAD_UPDATE") != nullptr) std::ofstream(expected_path, std::ios::binary) << got;
        const auto expected = read_file(expected_path, limits::page_bytes);
        ASSERT_TRUE(expected) << expected_path;
        EXPECT_EQ(got, expected.value().bytes) << page;
    }
}

}  // namespace
}  // namespace isnad
