#include "views/page_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "views/words_of_types.h"

namespace isnad::views {
namespace {

const CopyPair* pair_of(const Copies& copies, DocumentIndex a, DocumentIndex b) {
    for (const CopyPair& pair : copies.pairs) {
        if ((pair.from == a && pair.to == b) || (pair.from == b && pair.to == a)) return &pair;
    }
    return nullptr;
}

const Block* title_of(const Document& document) {
    for (const Block& block : document.blocks()) {
        if (block.kind == BlockKind::title) return &block;
    }
    return document.blocks().empty() ? nullptr : &document.blocks().front();
}

void write_date(Sheet& sheet, DocumentIndex index) {
    const DatedBy* dated = sheet.dossier.reference_date(index);
    sheet.out.text(" \u00B7 ");
    if (dated == nullptr) return sheet.label("no_date");
    sheet.date(dated->value);
    if (dated->basis == "stated") return;
    sheet.out.text(" ").open("span", {{"class", "note"}, {"title", dated->why}});
    sheet.label("basis." + dated->basis);
    sheet.out.close();
}

void write_document(Sheet& sheet, DocumentIndex index) {
    const Document& document = *sheet.collection.analysis(index).document;
    sheet.out.open("div", {{"class", "document"}}).open("strong");
    sheet.outlet(index);
    sheet.out.close();
    write_date(sheet, index);
    const Block* title = title_of(document);
    sheet.out.open("a", {{"class", "title"}, {"href", fmt::format("#d-{}", index + 1)}});
    if (title != nullptr) {
        const Span span{title->span.begin, std::min(title->span.end, title->span.begin + 240)};
        sheet.source_text(index, document.text(excerpt_of(sheet.collection, {index, span}).span));
    }
    sheet.out.close().close();
}

// What a copy keeps of its source: kind, and the share of its words.
void write_copy(Sheet& sheet, const CopyPair& pair) {
    sheet.out.open("p", {{"class", "counts"}});
    sheet.label("copy." + std::string(word(pair.kind)));
    sheet.out.text(" \u00B7 ");
    const double share = pair.kind == CopyKind::containment ? pair.containment : pair.resemblance;
    const double percent = std::round(std::clamp(share, 0.0, 1.0) * 100);
    sheet.wording(filled(sheet.labels["shared_words"], grouped(percent)));
    sheet.out.close();
    if (pair.shared.empty()) return;
    const auto longest = std::max_element(
        pair.shared.begin(), pair.shared.end(),
        [](const SharedText& a, const SharedText& b) { return a.first.size() < b.first.size(); });
    sheet.out.open("p", {{"class", "counts"}});
    sheet.label("longest_shared");
    for (const WordsOf& words : {WordsOf{pair.from, longest->first}, WordsOf{pair.to, longest->second}}) {
        const Anchors::Use use = sheet.place_of(words);
        sheet.out.text(" ").open("a", {{use.first ? "id" : "", fmt::format("b-{}", use.number)},
                                       {"href", fmt::format("#w-{}", use.number)}});
        sheet.outlet(words.document);
        sheet.out.close();
    }
    sheet.out.close();
}

void write_family(Sheet& sheet, const CopyFamily& family) {
    sheet.out.open("li", {{"class", "family"}}).open("p", {{"class", "counts"}});
    sheet.count("one_origin", family.documents.size());
    sheet.out.close();
    write_document(sheet, family.first);
    sheet.out.open("ul");
    for (const DocumentIndex document : family.documents) {
        if (document == family.first) continue;
        sheet.out.open("li");
        write_document(sheet, document);
        const CopyPair* pair = pair_of(sheet.dossier.copies, family.first, document);
        for (const DocumentIndex other : family.documents) {
            if (pair == nullptr && other != document) pair = pair_of(sheet.dossier.copies, other, document);
        }
        if (pair != nullptr) write_copy(sheet, *pair);
        sheet.out.close();
    }
    sheet.out.close().close();
}

void write_problem(Sheet& sheet, const Problem& problem, std::string_view path) {
    sheet.out.open("li").open("bdi", {{"dir", "ltr"}}).source(path).close().text(": ");
    const std::string label = "problem." + problem.code;
    if (sheet.labels.has(label)) {
        sheet.label(label);
        sheet.out.text(" ");
    }
    sheet.out.open("bdi", {{"class", "note"}, {"lang", "en"}, {"dir", "auto"}}).source(problem.what).close();
    sheet.out.close();
}

}  // namespace

void write_sources(Sheet& sheet, const StorySelection& selection) {
    const Story& story = sheet.dossier.stories[selection.story];
    sheet.out.open("section", {{"class", "sources"}});
    sheet.heading("section.sources");
    sheet.out.open("ul", {{"class", "families"}});
    std::vector<bool> told(sheet.collection.documents.size());
    const auto in_story = [&](DocumentIndex document) {
        return std::find(story.documents.begin(), story.documents.end(), document) != story.documents.end();
    };
    for (const CopyFamily& family : sheet.dossier.copies.families) {
        if (family.documents.size() < 2 || !in_story(family.first)) continue;
        write_family(sheet, family);
        for (const DocumentIndex document : family.documents) told[document] = true;
    }
    for (const DocumentIndex document : story.documents) {
        if (told[document]) continue;
        sheet.out.open("li");
        write_document(sheet, document);
        sheet.out.close();
    }
    sheet.out.close().close();
}

void write_origins(Sheet& sheet) {
    const std::vector<std::uint32_t> origins = sheet.numbered_origins();
    if (origins.empty()) return;
    sheet.out.open("section", {{"class", "origins"}, {"id", "origins"}});
    sheet.heading("section.origins");
    sheet.out.open("ol", {{"class", "key"}});
    for (std::uint32_t i = 0; i < origins.size(); ++i) {
        sheet.out.open("li", {{"id", fmt::format("o-{}", i + 1)}});
        sheet.origin_dot(origins[i]);
        sheet.out.text(" ");
        sheet.origin_name(origins[i]);
        sheet.out.text(" ").open("span", {{"class", "kind"}});
        sheet.label("origin." + std::string(word(sheet.dossier.claims.origins[origins[i]].kind)));
        sheet.out.close().close();
    }
    sheet.out.close().close();
}

void write_problems(Sheet& sheet) {
    const Collection& collection = sheet.collection;
    std::size_t all = collection.problems.size();
    for (const PageAnalysis& page : collection.pages)
        all += page.page->problems.size() + page.problems.size();
    if (all == 0) return;
    sheet.out.open("section", {{"class", "problems"}}).open("details").open("summary").open("h2");
    sheet.label("section.problems");
    sheet.out.close();
    sheet.count("problems", all);
    sheet.out.close().open("ul");
    for (const PageAnalysis& page : collection.pages) {
        for (const Problem& problem : page.page->problems) write_problem(sheet, problem, page.page->path);
        for (const Problem& problem : page.problems) write_problem(sheet, problem, page.page->path);
    }
    for (const Problem& problem : collection.problems) write_problem(sheet, problem, "");
    sheet.out.close().close().close();
}

}  // namespace isnad::views
