#include "source/html.h"

#include "base/limits.h"
#include "source/bidi_controls.h"
#include "source/charset.h"
#include "source/html_body_text.h"
#include "source/html_guard.h"
#include "source/html_metadata.h"
#include "source/html_parser.h"
#include "source/html_places.h"
#include "source/html_text.h"

namespace isnad::source {
namespace {

// Hands the tree to those who want to know: text and metadata.
class PageReader : public html::TreeReader {
  public:
    explicit PageReader(const html::Places& places) : metadata_(places) {}

    void open(const html::Element& element) override {
        const html::Traits traits = html::traits_of(element.name);
        text_.open(element, traits);
        metadata_.open(element, {text_.next_block(), text_.container(), text_.is_unseen()});
        if (element.name == "time" && !text_.is_unseen()) text_.mark_time();
    }

    void close(std::string_view name) override {
        metadata_.close(name);
        text_.close(html::traits_of(name));
    }

    void text(std::string_view text, std::uint64_t begin, std::uint64_t end) override {
        metadata_.text(text, begin, end);
        text_.text(text);
    }

    void finish(Page& page, std::vector<MetaFact> facts) {
        auto markup = std::make_shared<Markup>();
        markup->facts = std::move(facts);
        metadata_.finish(*markup);
        if (const auto span = html::append_text_of_metadata(markup->facts, text_))
            page.problems.push_back({"text_from_metadata", Severity::note,
                                     "the text of the article stands in the metadata only", *span,
                                     std::nullopt});
        text_.finish();
        markup->containers = text_.take_containers();
        markup->blocks = text_.take_blocks();
        markup->inlines = text_.take_inlines();
        const std::uint32_t end = text_.blocks_end();
        page.text = text_.take_text();
        if (markup->blocks.size() >= limits::blocks_per_page && end < page.text.size())
            page.problems.push_back(
                {"too_many_blocks", Severity::warning,
                 "lines beyond " + std::to_string(limits::blocks_per_page) + " belong to no article",
                 Span{end, static_cast<std::uint32_t>(page.text.size())}, std::nullopt});
        for (Problem& problem : metadata_.take_problems()) page.problems.push_back(std::move(problem));
        page.markup = std::move(markup);
    }

  private:
    html::TextBuilder text_;
    html::MetadataReader metadata_;
};

}  // namespace

PagePtr read_html(std::string bytes, Origin origin) {
    auto page = std::make_shared<Page>();
    page->path = std::move(origin.path);
    page->address = std::move(origin.address);
    page->part = std::move(origin.part);
    page->fetched = origin.fetched;
    page->fetched_at = std::move(origin.fetched_at);
    page->media_type = "text/html";
    if (bytes.empty())
        page->problems.push_back({"empty", Severity::error, "the input is empty", std::nullopt, 0});
    if (origin.cut)
        page->problems.push_back({"too_large", Severity::error,
                                  "the input was cut at " + std::to_string(limits::page_bytes) + " bytes",
                                  std::nullopt, bytes.size()});
    Decoded decoded = decode(std::move(bytes), TextForm::html, origin.charset);
    page->charset = decoded.charset;
    for (Problem& problem : decoded.problems) page->problems.push_back(std::move(problem));
    const std::size_t first = page->problems.size();
    html::Guarded guarded = html::guard(decoded.text);
    for (Problem& problem : guarded.problems) page->problems.push_back(std::move(problem));
    const html::Places places{decoded, guarded.cuts};
    PageReader reader(places);
    if (!html::parse(decoded.text, reader))
        page->problems.push_back(
            {"parser_failed", Severity::error, "the HTML parser gave up", std::nullopt, 0});
    reader.finish(*page, std::move(origin.facts));
    for (std::size_t i = first; i < page->problems.size(); ++i) {  // bytes of the decoded text until here
        auto& byte = page->problems[i].byte;
        const auto arrived = byte ? decoded.arrived(*byte, *byte) : std::nullopt;
        if (arrived) byte = arrived->begin;
    }
    note_bidi_controls(*page);
    return page;
}

}  // namespace isnad::source
