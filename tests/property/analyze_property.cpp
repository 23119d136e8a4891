// The whole pipeline on random pages: it never breaks, and every span lies where it must.
#include "engine/analyze.h"
#include "tests/property/random_text.h"

namespace isnad {
namespace {

const engine::Knowledge& knowledge() {
    static const engine::Knowledge made(engine::load_lexicon(ISNAD_LEXICON, std::nullopt).value());
    return made;
}

const lexicon::Lexicon& words_of_news() {
    static const lexicon::LexiconPtr lexicon = lexicon::Lexicon::open(ISNAD_LEXICON).value();
    return *lexicon;
}

// A phrase of the lexicon, from any table.
rc::Gen<std::string> any_phrase() {
    return rc::gen::map(
        rc::gen::pair(rc::gen::arbitrary<std::uint16_t>(), rc::gen::arbitrary<std::uint32_t>()),
        [](const auto& pick) {
            const lexicon::Lexicon& lexicon = words_of_news();
            const lexicon::TableId table{static_cast<std::uint16_t>(pick.first % lexicon.tables())};
            const std::uint32_t rows = lexicon.rows(table);
            if (rows == 0) return std::string();
            std::string words(lexicon.cell(table, pick.second % rows, 0));
            return words.substr(0, words.find('|'));
        });
}

// Text that looks like news to every stage: phrases of the lexicon and numbers between random characters.
rc::Gen<std::string> any_news() {
    const auto number = rc::gen::map(rc::gen::inRange(0, 100'000), [](int n) { return std::to_string(n); });
    const auto gap =
        rc::gen::element<std::string>(" ", " ", " ", " ", ". ", ": ", "/", "-", "\n", "\n\n", "(", ") ");
    const auto piece = rc::gen::weightedOneOf<std::string>(
        {{6, any_phrase()}, {2, number}, {1, rc::gen::resize(8, any_text())}});
    return rc::gen::map(
        rc::gen::container<std::vector<std::pair<std::string, std::string>>>(rc::gen::pair(piece, gap)),
        [](const auto& parts) {
            std::string text;
            for (const auto& [words, between] : parts) text += words + between;
            return text;
        });
}

PageAnalysis analyse(std::string bytes) {
    return engine::analyze(
        source::read_plain_text(std::move(bytes), {.path = "random", .address = {}, .fetched = {}}),
        knowledge());
}

bool in_a_block(const Analysis& analysis, Span span) {
    for (const Block& block : analysis.document->blocks()) {
        if (block.span.contains(span)) return true;
    }
    return false;
}

// A layer is in order; its annotations are no empty spans, lie in one block, and begin and end with a
// character.
template <class T>
void check_layer(const Analysis& analysis, const Layer<T>& layer, bool disjoint) {
    const std::string& text = analysis.document->page().text;
    std::uint32_t last = 0;
    for (const T& item : layer) {
        RC_ASSERT(is_sound(text, item.span));
        RC_ASSERT(!item.span.empty());
        RC_ASSERT(in_a_block(analysis, item.span));
        if (disjoint) RC_ASSERT(item.span.begin >= last);
        last = item.span.end;
        RC_ASSERT(!item.why.rule.empty());
        RC_ASSERT(item.why.weight >= 0.0F && item.why.weight <= 1.0F);
        for (const Span sign : item.why.signs) RC_ASSERT(is_sound(text, sign));
    }
}

void check_article(const Analysis& analysis) {
    check_layer(analysis, analysis.names, true);
    check_layer(analysis, analysis.times, true);
    check_layer(analysis, analysis.quantities, true);
    const std::string& text = analysis.document->page().text;
    for (const Quantity& quantity : analysis.quantities) {
        RC_ASSERT(quantity.low <= quantity.high);
        if (quantity.counted) RC_ASSERT(is_sound(text, *quantity.counted));
    }
    std::uint32_t last = 0;
    for (const Block& block : analysis.document->blocks()) {
        RC_ASSERT(is_sound(text, block.span));
        RC_ASSERT(block.span.begin >= last);
        last = block.span.end;
    }
}

void check_page(const PageAnalysis& page) {
    RC_ASSERT(page.entity_of.size() == page.articles.size());
    for (std::size_t i = 0; i < page.articles.size(); ++i) {
        check_article(page.articles[i]);
        RC_ASSERT(page.entity_of[i].size() == page.articles[i].names.size());
        for (const std::uint32_t entity : page.entity_of[i]) RC_ASSERT(entity < page.entities.size());
    }
    for (const ChromeLine& line : page.chrome) RC_ASSERT(is_sound(page.page->text, line.span));
}

RC_GTEST_PROP(Analyze, StandsAnyBytes, ()) { check_page(analyse(*any_bytes())); }
RC_GTEST_PROP(Analyze, StandsAnyText, ()) { check_page(analyse(*rc::gen::resize(400, any_text()))); }
RC_GTEST_PROP(Analyze, StandsAnyWordsOfNews, ()) { check_page(analyse(*any_news())); }

RC_GTEST_PROP(Analyze, NoLineIsLost, ()) {
    const PageAnalysis page = analyse(*any_news());
    std::vector<bool> covered(page.page->text.size() + 1);
    const auto cover = [&](Span span) {
        std::fill(covered.begin() + span.begin, covered.begin() + span.end, true);
    };
    for (const Analysis& article : page.articles) {
        for (const Block& block : article.document->blocks()) cover(block.span);
    }
    for (const ChromeLine& line : page.chrome) cover(line.span);
    for (std::size_t at = 0; at < page.page->text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(page.page->text[at]);
        if (byte > 0x20 && byte < 0x7F) RC_ASSERT(covered[at]);
    }
}

RC_GTEST_PROP(Analyze, TheSameBytesGiveTheSameLayers, ()) {
    const std::string bytes = *any_news();
    const PageAnalysis one = analyse(bytes), two = analyse(bytes);
    RC_ASSERT(one.articles.size() == two.articles.size());
    for (std::size_t i = 0; i < one.articles.size(); ++i) {
        RC_ASSERT(one.articles[i].names.size() == two.articles[i].names.size());
        RC_ASSERT(one.articles[i].times.size() == two.articles[i].times.size());
        RC_ASSERT(one.articles[i].document->id() == two.articles[i].document->id());
    }
}

}  // namespace
}  // namespace isnad
