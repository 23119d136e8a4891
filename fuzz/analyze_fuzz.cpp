// Any bytes as a page: the whole pipeline ends, and every span of every layer lies between two characters of
// its block.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/analyze.h"
#include "fuzz/require.h"

using namespace isnad;

namespace {

const engine::Knowledge& knowledge() {
    static const char* const named = std::getenv("ISNAD_LEXICON");
    static const engine::Knowledge made(
        engine::load_lexicon(named != nullptr ? named : ISNAD_LEXICON, std::nullopt).value());
    return made;
}

void check_span(std::string_view text, Span span) {
    const auto boundary = [&](std::size_t at) {
        return at == text.size() ||
               (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
    };
    ISNAD_REQUIRE(span.begin <= span.end && span.end <= text.size());
    ISNAD_REQUIRE(boundary(span.begin) && boundary(span.end));
}

template <class T>
void check_layer(const Analysis& analysis, const Layer<T>& layer) {
    for (const T& item : layer) {
        check_span(analysis.document->page().text, item.span);
        bool inside = false;
        for (const Block& block : analysis.document->blocks())
            inside = inside || block.span.contains(item.span);
        ISNAD_REQUIRE(inside && !item.span.empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    const PagePtr page =
        source::read_plain_text(std::move(bytes), {.path = "fuzz", .address = {}, .fetched = {}});
    const PageAnalysis analysis = engine::analyze(page, knowledge());
    for (const Analysis& article : analysis.articles) {
        check_layer(article, article.names);
        check_layer(article, article.times);
        check_layer(article, article.quantities);
    }
    for (const ChromeLine& line : analysis.chrome) check_span(page->text, line.span);
    return 0;
}
