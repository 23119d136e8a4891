// The room `language/words`: words and sentences tile their blocks.
#include "language/words/words.h"
#include "tests/property/random_text.h"

namespace isnad {
namespace {

const words::Clitics& clitics() {
    static const lexicon::LexiconPtr lexicon = lexicon::Lexicon::open(ISNAD_LEXICON).value();
    static const words::Clitics made(lexicon);
    return made;
}

// Every line of the text that is not white space is a block, as the article room would make them.
Article by_lines(std::string_view text) {
    Article article;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (text.substr(begin, end - begin).find_first_not_of(" \t\r") != std::string_view::npos) {
            article.blocks.push_back(
                {BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
        }
        begin = end + 1;
    }
    return article;
}

struct Found {
    DocumentPtr document;
    Words words;
};

Found find_in(std::string text) {
    auto page = std::make_shared<Page>();
    page->text = std::move(text);
    Article article = by_lines(page->text);
    const DocumentPtr document = Document::create(page, 0, std::move(article));
    auto normal = std::make_shared<const NormalText>(normalise(page->text));
    return {document, words::find_words(*document, normal, clitics())};
}

bool is_left_out(char32_t c) {
    return letters::is_space(c) || letters::is_invisible(c) || letters::is_mark(c) || c == letters::tatweel;
}

RC_GTEST_PROP(Words, LieInTheirBlocksInOrder, ()) {
    const Found found = find_in(*any_text());
    const auto& blocks = found.document->blocks();
    std::uint32_t last = 0;
    for (const Word& word : found.words.words) {
        RC_ASSERT(is_sound(found.document->page().text, word.span));
        RC_ASSERT(!word.span.empty());
        RC_ASSERT(word.span.begin >= last);
        RC_ASSERT(word.block < blocks.size());
        RC_ASSERT(blocks[word.block].span.contains(word.span));
        last = word.span.end;
    }
}

RC_GTEST_PROP(Words, LeaveNothingOutThatCanBeSeen, ()) {
    const Found found = find_in(*any_text());
    const std::string& text = found.document->page().text;
    std::vector<bool> covered(text.size());
    for (const Word& word : found.words.words)
        std::fill(covered.begin() + word.span.begin, covered.begin() + word.span.end, true);
    for (const Block& block : found.document->blocks()) {
        for (std::size_t at = block.span.begin; at < block.span.end;) {
            const utf8::CodePoint point = utf8::at(text, at);
            if (!covered[at] && !is_left_out(point.value)) {
                // What normalisation drops or turns into a space is in no word.
                const std::string form = analysis_form(utf8::encode(point.value));
                RC_ASSERT(form.find_first_not_of(" \r\n") == std::string::npos);
            }
            at += point.size;
        }
    }
}

RC_GTEST_PROP(Words, HaveNormalFormsThatLeadBack, ()) {
    const Found found = find_in(*any_text());
    const NormalText& normal = *found.words.normal;
    for (const Word& word : found.words.words) {
        RC_ASSERT(is_sound(normal.analysis(), word.normal));
        RC_ASSERT(!word.normal.empty());
        RC_ASSERT(normal.analysis(word.normal).find_first_of(" \r\n\t") == std::string_view::npos);
        RC_ASSERT(word.stem_begin + word.enclitic < word.normal.size() + 1u);
        RC_ASSERT(word.name_begin <= word.normal.size());
        RC_ASSERT(is_boundary(normal.analysis(word.normal), word.stem_begin));
        RC_ASSERT(is_boundary(normal.analysis(word.normal), word.name_begin));
    }
}

RC_GTEST_PROP(Sentences, CoverAllWordsOnce, ()) {
    const Found found = find_in(*any_text());
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < found.words.sentences.size(); ++i) {
        const Sentence& sentence = found.words.sentences[i];
        RC_ASSERT(sentence.first == next);
        RC_ASSERT(sentence.end > sentence.first);
        for (std::uint32_t w = sentence.first; w < sentence.end; ++w) {
            RC_ASSERT(found.words.words[w].sentence == i);
            RC_ASSERT(sentence.span.contains(found.words.words[w].span));
            RC_ASSERT(found.words.words[w].block == found.words.words[sentence.first].block);
        }
        next = sentence.end;
    }
    RC_ASSERT(next == found.words.words.size());
}

}  // namespace
}  // namespace isnad
