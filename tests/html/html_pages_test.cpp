// Whole pages: tests/html/<page>.html is read and analysed, and <page>.tsv says what became of every line and
// what the page states. `ISNAD_UPDATE=1` writes the tables anew, to be read before they are kept.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "base/files.h"
#include "base/limits.h"
#include "engine/analyze.h"
#include "source/read_page.h"

namespace isnad {
namespace {

const engine::Knowledge& knowledge() {
    static const engine::Knowledge made(engine::load_lexicon(ISNAD_LEXICON, std::nullopt).value());
    return made;
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

std::string dated(const std::optional<DatedBy>& date) {
    return date ? date->value + " " + date->basis : "none";
}

// One row a line of the page, in page order, then one for each fact.
std::string told(const std::string& name) {
    const auto file = read_file(std::string(ISNAD_SOURCE_DIR) + "/tests/html/" + name, limits::page_bytes);
    EXPECT_TRUE(file) << name;
    if (!file) return {};
    const PagePtr page = source::read_page(file.value().bytes, {.path = name, .address = {}, .fetched = {}});
    const PageAnalysis analysis = engine::analyze(page, knowledge());
    std::vector<std::pair<Span, std::string>> lines;
    for (const Analysis& article : analysis.articles) {
        for (const Block& block : article.document->blocks())
            lines.emplace_back(block.span, word(block.kind));
    }
    for (const ChromeLine& line : analysis.chrome) lines.emplace_back(line.span, "chrome");
    std::sort(lines.begin(), lines.end());
    std::string out = "fate\ttext\ncharset\t" + page->charset + "\n";
    for (const auto& [span, fate] : lines) out += fate + "\t" + std::string(page->slice(span)) + "\n";
    for (const Analysis& article : analysis.articles) {
        const Article& found = article.document->article();
        for (const Span author : found.authors) out += "author\t" + std::string(page->slice(author)) + "\n";
        out += "outlet\t" + found.outlet_name + "\nlanguage\t" + found.language + "\n";
        out += "metadata date\t" + dated(found.stated_date) + "\nreference\t" +
               dated(article.reference_date) + "\n";
    }
    for (const Problem& problem : page->problems) out += "problem\t" + problem.code + "\n";
    for (const Problem& problem : analysis.problems) out += "problem\t" + problem.code + "\n";
    return out;
}

class HtmlPage : public testing::TestWithParam<const char*> {};

TEST_P(HtmlPage, EveryLineHasItsFate) {
    const std::string table = std::string(ISNAD_SOURCE_DIR) + "/tests/html/" + GetParam() + ".tsv";
    const std::string got = told(std::string(GetParam()) + ".html");
    if (std::getenv("ISNAD_UPDATE") != nullptr) std::ofstream(table, std::ios::binary) << got;
    const auto expected = read_file(table, limits::page_bytes);
    ASSERT_TRUE(expected) << table;
    EXPECT_EQ(got, expected.value().bytes);
}

INSTANTIATE_TEST_SUITE_P(Pages, HtmlPage, testing::Values("modern", "old_table", "broken", "front_page"));

}  // namespace
}  // namespace isnad
