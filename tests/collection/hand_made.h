// Collections made by hand for tests of the rooms across documents, which know no language stage: every line
// of a text is a paragraph, white space divides words, and sentences end with their line.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/collection.h"
#include "text/normalise.h"

namespace isnad {

struct HandMade {
    std::string text;
    std::string day{};     // ISO, or empty
    std::string outlet{};  // a first line that names it, in no article
};

inline Analysis hand_made_analysis(const HandMade& made) {
    auto page = std::make_shared<Page>();
    const std::size_t skip = made.outlet.empty() ? 0 : made.outlet.size() + 1;
    page->text = skip == 0 ? made.text : made.outlet + "\n" + made.text;
    Article article;
    if (skip > 0) article.outlet = Span{0, static_cast<std::uint32_t>(made.outlet.size())};
    std::vector<Word> words;
    std::vector<Sentence> sentences;
    auto normal = std::make_shared<const NormalText>(normalise(page->text));
    for (std::size_t begin = skip; begin < page->text.size();) {
        const std::size_t end = std::min(page->text.find('\n', begin), page->text.size());
        const auto block = static_cast<std::uint32_t>(article.blocks.size());
        const Span line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        if (!line.empty()) article.blocks.push_back({BlockKind::paragraph, line});
        const auto first = static_cast<std::uint32_t>(words.size());
        for (std::size_t at = begin; at < end;) {
            const std::size_t stop = std::min(page->text.find(' ', at), end);
            const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)};
            if (!span.empty()) {
                Word word;
                word.span = span;
                word.normal = normal->normal(span);
                word.kind = WordKind::foreign;
                word.block = block;
                words.push_back(word);
            }
            at = stop + 1;
        }
        sentences.push_back({line, first, static_cast<std::uint32_t>(words.size())});
        begin = end + 1;
    }
    Analysis out;
    out.document = Document::create(page, 0, std::move(article));
    out.words = {normal, Layer<Word>(std::move(words)), Layer<Sentence>(std::move(sentences))};
    if (!made.day.empty()) out.reference_date = DatedBy{.value = made.day, .basis = "stated", .why = "test"};
    return out;
}

inline Collection hand_made_collection(const std::vector<HandMade>& documents) {
    Collection out;
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
        PageAnalysis page;
        page.articles.push_back(hand_made_analysis(documents[d]));
        page.page =
            std::shared_ptr<const Page>(page.articles[0].document, &page.articles[0].document->page());
        page.entity_of.emplace_back();
        page.entities_of_mention.emplace_back();
        out.pages.push_back(std::move(page));
        out.documents.push_back({d, 0});
        out.entity_of.emplace_back();
        out.entities_of_mention.emplace_back();
    }
    return out;
}

}  // namespace isnad
