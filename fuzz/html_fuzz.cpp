// Any bytes as an HTML page: reading and finding articles end, spans lie between characters, blocks are
// disjoint and in order, and every block is in an article or in the chrome.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "article/articles.h"
#include "fuzz/require.h"
#include "source/html.h"

using namespace isnad;

namespace {

const lexicon::Lexicon& words() {
    static const char* const named = std::getenv("ISNAD_LEXICON");
    static const lexicon::LexiconPtr opened =
        lexicon::Lexicon::open(named != nullptr ? named : ISNAD_LEXICON).value();
    return *opened;
}

void check_span(std::string_view text, Span span) {
    const auto boundary = [&](std::size_t at) {
        return at == text.size() ||
               (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
    };
    ISNAD_REQUIRE(span.begin < span.end && span.end <= text.size());
    ISNAD_REQUIRE(boundary(span.begin) && boundary(span.end));
}

void check_markup(const Page& page, std::size_t arrived) {
    const Markup& markup = *page.markup;
    std::uint32_t last = 0;
    for (const MarkupBlock& block : markup.blocks) {
        check_span(page.text, block.span);
        ISNAD_REQUIRE(block.span.begin >= last && block.container < markup.containers.size());
        last = block.span.end;
    }
    for (std::size_t i = 1; i < markup.containers.size(); ++i) {
        const Container& container = markup.containers[i];
        ISNAD_REQUIRE(container.parent < i && container.first_block <= container.end_block);
        ISNAD_REQUIRE(container.end_block <= markup.blocks.size());
    }
    for (const MetaFact& fact : markup.facts)
        ISNAD_REQUIRE(!fact.value.empty() &&
                      (!fact.bytes || (fact.bytes->begin <= fact.bytes->end && fact.bytes->end <= arrived)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    const PagePtr page = source::read_html(std::move(bytes), {.path = "fuzz", .address = {}, .fetched = {}});
    check_markup(*page, size);
    static const article::BlockModel model(words());
    const article::ArticlesOfPage found =
        article::find_articles(*page, normalise(page->text), words(), model);
    std::size_t lines = found.chrome.size();
    for (const Article& article : found.articles) {
        lines += article.blocks.size();
        for (const Block& block : article.blocks) check_span(page->text, block.span);
        for (const Span author : article.authors) check_span(page->text, author);
        for (const Span date : article.date_lines) check_span(page->text, date);
    }
    for (const ChromeLine& line : found.chrome) check_span(page->text, line.span);
    ISNAD_REQUIRE(lines == page->markup->blocks.size());
    return 0;
}
