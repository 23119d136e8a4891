#include "views/analysis_json.h"

#include "views/code_points.h"
#include "views/json_writer.h"
#include "views/speech_json.h"
#include "views/words_of_types.h"

namespace isnad::views {
namespace {

class AnalysisJson {
  public:
    AnalysisJson(const PageAnalysis& page, std::string_view version)
        : page_(page), points_(page.page->text), version_(version) {}

    std::string write() {
        out_.begin_object().member("isnad", version_);
        write_source();
        out_.key("articles").begin_array();
        for (std::size_t i = 0; i < page_.articles.size(); ++i) write_article(i);
        out_.end_array().key("chrome").begin_array();
        for (const ChromeLine& line : page_.chrome) {
            out_.begin_object()
                .member("kind", word(line.kind))
                .member("span", points_.of(line.span))
                .end_object();
        }
        out_.end_array().key("problems").begin_array();
        for (const Problem& problem : page_.page->problems) write_problem(problem);
        for (const Problem& problem : page_.problems) write_problem(problem);
        out_.end_array().key("entities").begin_array();
        for (const Entity& entity : page_.entities) write_entity(entity);
        out_.end_array().end_object();
        return out_.take();
    }

  private:
    void write_source() {
        const Page& page = *page_.page;
        out_.key("source").begin_object().member("path", page.path);
        if (!page.part.empty()) out_.member("part", page.part);
        if (!page.address.empty()) out_.member("address", page.address);
        if (page.fetched)
            out_.member("fetched", page.fetched_at.empty() ? iso_day(*page.fetched) : page.fetched_at);
        out_.member("media_type", page.media_type).member("charset", page.charset);
        out_.member("chars", std::uint64_t{points_.total()});
        out_.member("kind", word(page_.kind));
        // Spans are of this text, not of what arrived.
        if (page.has_markup() || !page.part.empty()) out_.member("text", page.text);
        out_.end_object();
    }

    void write_article(std::size_t index) {
        const Analysis& analysis = page_.articles[index];
        const Document& document = *analysis.document;
        const Article& article = document.article();
        out_.begin_object().member("id", document.id().text).member("role", word(article.role));
        out_.member("kind", word(article.kind)).member("language", article.language);
        write_block("title", document, BlockKind::title);
        write_block("deck", document, BlockKind::deck);
        out_.key("subheadings").begin_array();
        for (const Block& block : document.blocks()) {
            if (block.kind == BlockKind::subheading)
                out_.begin_object().member("span", points_.of(block.span)).end_object();
        }
        out_.end_array().key("spans").begin_array();
        for (const Block& block : document.blocks()) {
            if (block.kind == BlockKind::paragraph) out_.value(points_.of(block.span));
        }
        out_.end_array();
        write_about(document, article);
        write_dates(analysis);
        out_.key("captions").begin_array();
        for (const Block& block : document.blocks()) {
            if (block.kind != BlockKind::caption) continue;
            out_.begin_object().member("span", points_.of(block.span));
            if (block.credit) out_.member("credit", page_.page->slice(*block.credit));
            out_.end_object();
        }
        out_.end_array();
        write_images(article);
        write_layers(index);
        out_.end_object();
    }

    void write_images(const Article& article) {
        if (article.images.empty()) return;
        out_.key("images").begin_array();
        for (const Image& image : article.images) {
            out_.begin_object().member("address", image.address);
            if (!image.description.empty()) out_.member("description", image.description);
            if (image.caption)
                out_.key("caption").begin_object().member("span", points_.of(*image.caption)).end_object();
            if (image.credit) out_.member("credit", page_.page->slice(*image.credit));
            out_.end_object();
        }
        out_.end_array();
    }

    void write_block(std::string_view name, const Document& document, BlockKind kind) {
        out_.key(name);
        for (const Block& block : document.blocks()) {
            if (block.kind == kind) return write_words(block.span);
        }
        out_.null();
    }

    void write_words(Span span) {
        out_.begin_object()
            .member("span", points_.of(span))
            .member("text", page_.page->slice(span))
            .end_object();
    }

    void write_about(const Document& document, const Article& article) {
        out_.key("authors").begin_array();
        for (const Span author : article.authors) out_.value(document.text(author));
        for (const std::string& author : article.author_names) out_.value(author);
        out_.end_array().key("outlet");
        document.outlet().empty() ? void(out_.null()) : void(out_.value(document.outlet()));
        if (article.credit) out_.member("credit", document.text(*article.credit));
        out_.key("keywords").begin_array();
        for (const Span keyword : article.keywords) out_.value(document.text(keyword));
        for (const std::string& keyword : article.keyword_names) out_.value(keyword);
        out_.end_array();
        if (!article.section.empty()) out_.member("section", article.section);
        if (!article.canonical.empty()) out_.member("canonical", article.canonical);
    }

    void write_dates(const Analysis& analysis) {
        out_.key("published");
        analysis.published ? write_date(*analysis.published) : void(out_.null());
        if (analysis.modified) {
            out_.key("modified");
            write_date(*analysis.modified);
        }
        out_.key("reference_date");
        analysis.reference_date ? write_date(*analysis.reference_date) : void(out_.null());
        if (!analysis.date_candidates.empty()) {
            out_.key("date_candidates").begin_array();
            for (const DatedBy& date : analysis.date_candidates) write_date(date);
            out_.end_array();
        }
        if (!analysis.dialect.empty()) out_.member("dialect", analysis.dialect);
    }

    void write_date(const DatedBy& date) {
        out_.begin_object().member("value", date.value).member("basis", date.basis).member("why", date.why);
        if (!date.moment.empty()) out_.member("moment", date.moment);
        if (date.confidence < 1) out_.member("confidence", date.confidence);
        if (date.span) out_.member("span", points_.of(*date.span));
        if (date.bytes) {
            out_.key("from").begin_object().key("bytes").begin_array();
            out_.value(date.bytes->begin).value(date.bytes->end).end_array().end_object();
        }
        out_.end_object();
    }

    void write_layers(std::size_t index) {
        const Analysis& analysis = page_.articles[index];
        out_.key("names").begin_array();
        for (std::size_t i = 0; i < analysis.names.size(); ++i) {
            const Name& name = analysis.names[i];
            begin_item("n", i, name.span);
            out_.member("type", word(name.type))
                .member("entity", page_.entities[page_.entity_of[index][i]].id);
            if (name.title) out_.member("title", page_.page->slice(*name.title));
            end_item(name.why);
        }
        out_.end_array().key("mentions").begin_array();
        for (std::size_t i = 0; i < analysis.mentions.size(); ++i)
            write_mention(i, analysis.mentions[i], page_.entities_of_mention[index][i]);
        out_.end_array().key("times").begin_array();
        for (std::size_t i = 0; i < analysis.times.size(); ++i) write_time(i, analysis.times[i]);
        out_.end_array().key("quantities").begin_array();
        for (std::size_t i = 0; i < analysis.quantities.size(); ++i)
            write_quantity(i, analysis.quantities[i]);
        out_.end_array();
        SpeechJson(page_, index, points_, out_).write();
    }

    void begin_item(std::string_view letter, std::size_t index, Span span) {
        out_.begin_object().member("id", std::string(letter) + std::to_string(index + 1));
        out_.member("span", points_.of(span)).member("text", page_.page->slice(span));
    }

    void end_item(const Why& why) {
        write_why(out_, why, points_);
        out_.end_object();
    }

    void write_mention(std::size_t index, const Mention& mention, std::span<const std::uint32_t> entities) {
        begin_item("m", index, mention.span);
        out_.member("kind", word(mention.kind)).key("entity");
        write_entity_ids(out_, page_, entities);
        end_item(mention.why);
    }

    void write_time(std::size_t index, const Time& time) {
        begin_item("t", index, time.span);
        out_.member("type", word(time.type)).member("value", time.value);
        if (time.mod != TimexMod::none) out_.member("mod", word(time.mod));
        if (time.anchor) out_.member("anchor", *time.anchor);
        end_item(time.why);
    }

    void write_quantity(std::size_t index, const Quantity& quantity) {
        begin_item("q", index, quantity.span);
        out_.member("low", quantity.low).member("high", quantity.high).member("unit", quantity.unit);
        if (quantity.approximator) out_.member("approx", page_.page->slice(*quantity.approximator));
        if (quantity.counted)
            out_.key("counted").begin_object().member("span", points_.of(*quantity.counted)).end_object();
        if (quantity.vague) out_.member("vague", true);
        end_item(quantity.why);
    }

    void write_problem(const Problem& problem) {
        out_.begin_object()
            .member("code", problem.code)
            .member("severity", word(problem.severity))
            .member("what", problem.what);
        out_.key("place").begin_object().member("path", page_.page->path);
        if (problem.span) out_.member("span", points_.of(*problem.span));
        if (problem.byte) out_.member("byte", *problem.byte);
        out_.end_object().end_object();
    }

    void write_entity(const Entity& entity) {
        out_.begin_object().member("id", entity.id).member("type", word(entity.type)).member("ar", entity.ar);
        out_.key("en");
        const std::string& en = entity.en.empty() ? entity.latin : entity.en;
        en.empty() ? out_.null() : out_.value(en);
        if (!entity.latin.empty()) out_.member("en_basis", "transliterated");
        if (!entity.wikidata.empty()) out_.member("wikidata", entity.wikidata);
        if (entity.known) out_.member("known", entity.known->table + ":" + entity.known->row);
        out_.key("spellings").begin_array();
        for (const std::string& spelling : entity.spellings) out_.value(spelling);
        out_.end_array().end_object();
    }

    const PageAnalysis& page_;
    CodePoints points_;
    std::string_view version_;
    JsonWriter out_;
};

}  // namespace

std::string analysis_json(const PageAnalysis& page, std::string_view version) {
    return AnalysisJson(page, version).write();
}

std::string unreadable_json(const std::string& path, const Error& error, std::string_view version,
                            std::string_view part, Severity severity) {
    JsonWriter out;
    out.begin_object().member("isnad", version).key("source").begin_object().member("path", path);
    if (!part.empty()) out.member("part", part);
    out.key("media_type").null().key("charset").null().member("chars", std::uint64_t{0}).end_object();
    out.key("articles").begin_array().end_array().key("chrome").begin_array().end_array();
    out.key("problems")
        .begin_array()
        .begin_object()
        .member("code", error.code)
        .member("severity", word(severity))
        .member("what", error.what);
    out.key("place").begin_object().member("path", error.place.file.empty() ? path : error.place.file);
    if (error.place.byte) out.member("byte", *error.place.byte);
    out.end_object().end_object().end_array().key("entities").begin_array().end_array().end_object();
    return out.take();
}

}  // namespace isnad::views
