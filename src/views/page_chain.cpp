#include "views/page_chain.h"

#include <fmt/format.h>

#include "views/words_of_types.h"

namespace isnad::views {
namespace {

// The label of a kind of link; some kinds are words that the interface has in another sense too.
std::string label_of(LinkKind kind) { return "link." + std::string(word(kind)); }

// The outlet that the page itself is, as the way to the words, with the day of the article.
void write_outlet(Sheet& sheet, const WordsOf& at) {
    const Anchors::Use use = sheet.place_of(at);
    sheet.out.open("a", {{use.first ? "id" : "", fmt::format("b-{}", use.number)},
                         {"href", fmt::format("#w-{}", use.number)}});
    sheet.outlet(at.document);
    sheet.out.close();
}

void write_kind(Sheet& sheet, const ChainNode& node, DocumentIndex document) {
    sheet.out.open("span", {{"class", "kind"}});
    sheet.label(node.kind);
    const DatedBy* dated = node.kind == "link.outlet" ? sheet.dossier.reference_date(document) : nullptr;
    if (dated != nullptr) {
        sheet.out.text(" \u00B7 ");
        sheet.date(dated->value);
    }
    sheet.out.close();
}

void write_node(Sheet& sheet, const WordsOf& at, const ChainNode& node) {
    sheet.out.open("li", {{"class", "node " + node.kind.substr(node.kind.find('.') + 1)},
                          {node.rule.empty() ? "" : "title", node.rule}});
    sheet.out.open("span", {{"class", "who"}});
    if (node.words) {
        sheet.words(*node.words, "src quiet");
    } else if (!node.entities.empty()) {
        for (std::size_t i = 0; i < node.entities.size(); ++i) {
            if (i > 0) sheet.label("and");
            sheet.entity(node.entities[i]);
        }
    } else {
        write_outlet(sheet, at);
    }
    sheet.out.close();
    write_kind(sheet, node, at.document);
    sheet.out.close();
}

}  // namespace

std::vector<ChainNode> chain_of(const Dossier& dossier, DocumentIndex document,
                                const std::optional<Agent>& speaker, const std::vector<ChainLink>& chain) {
    std::vector<ChainNode> out;
    if (speaker) {
        ChainNode node{speaker->unnamed ? "link.unnamed" : "link.speaker",
                       std::nullopt,
                       dossier.collection.entities_of(document, *speaker),
                       {}};
        if (speaker->span) node.words = WordsOf{document, *speaker->span};
        if (node.words || !node.entities.empty()) out.push_back(std::move(node));
    }
    bool has_outlet = false;
    for (const ChainLink& link : chain) {
        ChainNode node{label_of(link.kind), std::nullopt,
                       dossier.collection.entities_of(document, Agent{.span = {}, .names = link.names}),
                       link.why.rule};
        if (link.span) node.words = WordsOf{document, *link.span};
        has_outlet = link.kind == LinkKind::outlet;
        out.push_back(std::move(node));
    }
    if (!has_outlet) out.push_back({label_of(LinkKind::outlet), std::nullopt, {}, {}});
    return out;
}

std::string text_of(const Dossier& dossier, const ChainNode& node, std::string_view outlet) {
    if (node.words) {
        const Document& document = *dossier.collection.analysis(node.words->document).document;
        return std::string(document.text(node.words->span));
    }
    if (node.entities.empty()) return std::string(outlet);
    std::string out;
    for (const std::uint32_t entity : node.entities)
        out += (out.empty() ? "" : ", ") + dossier.collection.entities[entity].ar;
    return out;
}

void write_chain(Sheet& sheet, const WordsOf& at, const std::vector<ChainNode>& chain) {
    sheet.out.open("ol", {{"class", "chain"}});
    for (const ChainNode& node : chain) write_node(sheet, at, node);
    sheet.out.close();
}

void write_also_in(Sheet& sheet, const std::vector<WordsOf>& others) {
    if (others.empty()) return;
    sheet.out.open("p", {{"class", "others"}});
    sheet.label("also_in");
    for (const WordsOf& other : others) {
        sheet.out.text(" ");
        write_outlet(sheet, other);
    }
    sheet.out.close();
}

}  // namespace isnad::views
