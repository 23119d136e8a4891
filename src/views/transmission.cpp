#include "views/transmission.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/ascii.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "views/page_selection.h"
#include "views/search_words.h"
#include "views/words_of_types.h"

namespace isnad::views {
namespace {

using Role = TransmissionNode::Role;
using Nodes = std::vector<std::uint32_t>;

constexpr std::size_t joint_cap = 4;  // speakers of one statement
constexpr std::size_t file_columns = 32;
constexpr std::string_view credit_rule = "views.transmission.credit";

// Text in search form, its words with one space behind each, without the signs of ASCII.
std::string plain_key(std::string_view text) {
    std::string out;
    for (const char c : search_form(text)) {
        const bool sign = c > 0 && c < 0x7F && !ascii::is_digit(c) && !(c >= 'a' && c <= 'z') && c != '.';
        if (!sign) out += c;
        if (sign && !out.empty() && out.back() != ' ') out += ' ';
    }
    return out.empty() || out.back() == ' ' ? out : out + ' ';
}

// The words of a stretch in search form, without signs: equal for "agency X" and agency "X".
std::string key_of(const Analysis& analysis, Span span) {
    std::string out = search_words(analysis, span);
    return out.empty() ? plain_key(analysis.document->text(span)) : out;
}

// Kinds of carriers that are no body of their own: without a name all of a kind are one.
bool is_occasion(LinkKind kind) {
    return kind == LinkKind::spokesman || kind == LinkKind::statement || kind == LinkKind::interview ||
           kind == LinkKind::press_conference;
}

using Paths = std::map<Nodes, std::size_t>;

void count_statements(std::vector<TransmissionNode>& nodes, const Paths& paths) {
    for (TransmissionNode& node : nodes) node.statements = 0;
    for (const auto& [path, statements] : paths) {
        for (const std::uint32_t node : path) nodes[node].statements += statements;
    }
}

// The new place of each node: by role, others last, most statements first, then as they were met. Nodes that
// no path and no copy touches have none.
constexpr std::uint32_t nowhere = 0xFFFFFFFF;
Nodes places_of(const std::vector<TransmissionNode>& nodes, const std::vector<TransmissionCopy>& copies) {
    std::vector<bool> wanted(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) wanted[i] = nodes[i].statements > 0;
    for (const TransmissionCopy& copy : copies) wanted[copy.from] = wanted[copy.to] = true;
    Nodes order;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        if (wanted[i]) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const TransmissionNode &left = nodes[a], &right = nodes[b];
        if (left.role != right.role) return left.role < right.role;
        if ((left.others > 0) != (right.others > 0)) return right.others > 0;
        return left.statements > right.statements;
    });
    Nodes places(nodes.size(), nowhere);
    for (std::uint32_t i = 0; i < order.size(); ++i) places[order[i]] = i;
    return places;
}

std::vector<TransmissionEdge> edges_of(const std::vector<TransmissionPath>& paths) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> counted;
    for (const TransmissionPath& path : paths) {
        for (std::size_t i = 1; i < path.nodes.size(); ++i)
            counted[{path.nodes[i - 1], path.nodes[i]}] += path.statements;
    }
    std::vector<TransmissionEdge> out;
    for (const auto& [ends, statements] : counted) out.push_back({ends.first, ends.second, statements});
    return out;
}

// Copies between other nodes than before: those that fall together are counted together.
std::vector<TransmissionCopy> counted_copies(const std::vector<TransmissionCopy>& copies, const Nodes& now) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> counted;
    for (const TransmissionCopy& copy : copies) {
        if (now[copy.from] != now[copy.to]) counted[{now[copy.from], now[copy.to]}] += copy.documents;
    }
    std::vector<TransmissionCopy> out;
    for (const auto& [ends, documents] : counted) out.push_back({ends.first, ends.second, documents});
    return out;
}

Transmission arranged(std::vector<TransmissionNode> nodes, const Paths& paths,
                      const std::vector<TransmissionCopy>& copies) {
    count_statements(nodes, paths);
    const Nodes places = places_of(nodes, copies);
    Transmission out;
    out.nodes.resize(static_cast<std::size_t>(
        std::count_if(places.begin(), places.end(), [](std::uint32_t place) { return place != nowhere; })));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (places[i] != nowhere) out.nodes[places[i]] = std::move(nodes[i]);
    }
    for (const auto& [path, statements] : paths) {
        TransmissionPath placed{path, statements};
        for (std::uint32_t& node : placed.nodes) node = places[node];
        out.paths.push_back(std::move(placed));
    }
    std::sort(out.paths.begin(), out.paths.end(), [](const TransmissionPath& a, const TransmissionPath& b) {
        return a.statements != b.statements ? a.statements > b.statements : a.nodes < b.nodes;
    });
    out.edges = edges_of(out.paths);
    out.copies = counted_copies(copies, places);
    return out;
}

void add_once(Nodes& path, std::uint32_t node) {
    if (std::find(path.begin(), path.end(), node) == path.end()) path.push_back(node);
}

// Cut behind so many letters.
std::string shortened(std::string_view text, std::size_t columns) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++count) {
        if (count == columns) return std::string(text.substr(0, at)) + "\u2026";
        at += utf8::at(text, at).size;
    }
    return std::string(text);
}

std::string kind_of(const ChainLink& link) {
    return "link." + std::string(link.why.rule == credit_rule ? std::string_view("credit") : word(link.kind));
}

// Names of files often begin alike: cut in the middle.
std::string shortened_inside(std::string_view text, std::size_t columns) {
    std::vector<std::size_t> letters;
    for (std::size_t at = 0; at < text.size(); at += utf8::at(text, at).size) letters.push_back(at);
    if (letters.size() <= columns) return std::string(text);
    const std::size_t begin = columns / 3, end = letters.size() - (columns - begin - 1);
    return std::string(text.substr(0, letters[begin])) + "\u2026" + std::string(text.substr(letters[end]));
}

class Gatherer {
  public:
    Gatherer(const Dossier& dossier, const Story& story, const std::vector<DocumentIndex>& copied_from,
             const std::map<std::string, std::uint32_t>& organisations)
        : dossier_(dossier), story_(story), copied_from_(copied_from), organisations_(organisations) {}

    Transmission gather() {
        for (const DocumentIndex document : story_.documents) find_carriers(document);
        for (const DocumentIndex document : story_.documents) gather(document);
        std::vector<TransmissionCopy> copied = copies();
        return arranged(std::move(nodes_), paths_, std::move(copied));
    }

  private:
    const Analysis& analysis(DocumentIndex document) const { return dossier_.collection.analysis(document); }

    std::vector<std::uint32_t> entities_of(DocumentIndex document, const ChainLink& link) const {
        return dossier_.collection.entities_of(document, Agent{.span = {}, .names = link.names});
    }

    // Which entities carry, before any path is made; and how each of them is written.
    void find_carriers(DocumentIndex document) {
        for (const Statement& statement : analysis(document).statements) {
            for (const ChainLink& link : statement.chain) add_carrier(document, link);
        }
        if (const auto credit = credit_of(document)) add_carrier(document, *credit);
    }

    void add_carrier(DocumentIndex document, const ChainLink& link) {
        const std::uint32_t entity = carrier_of(document, link);
        if (entity == nowhere) return;
        const auto [known, added] = carriers_.try_emplace(entity, kind_of(link));
        if (known->second == "link.credit") known->second = kind_of(link);  // what it is says more
        if (!added) return;
        if (link.span) spelled_.try_emplace(key_of(analysis(document), *link.span), entity);
        for (const std::string& spelling : dossier_.collection.entities[entity].spellings)
            spelled_.try_emplace(plain_key(spelling), entity);
    }

    // The entity that carries: by its name, else by words that name it elsewhere.
    std::uint32_t carrier_of(DocumentIndex document, const ChainLink& link) const {
        const auto entities = entities_of(document, link);
        if (!entities.empty()) return entities.front();
        if (!link.span) return nowhere;
        const std::string key = key_of(analysis(document), *link.span);
        const auto spelled = spelled_.find(key);
        if (spelled != spelled_.end()) return spelled->second;
        const auto known = is_occasion(link.kind) ? organisations_.end() : organisations_.find(key);
        return known == organisations_.end() ? nowhere : known->second;
    }

    // The source line of a page carries whatever the page says, unless it names the outlet itself.
    std::optional<ChainLink> credit_of(DocumentIndex document) const {
        const Article& article = analysis(document).document->article();
        if (!article.credit || (article.outlet && *article.outlet == *article.credit)) return std::nullopt;
        ChainLink link{LinkKind::outlet, *article.credit, {}, {credit_rule, 1.0F, {}}};
        for (const Name& name : analysis(document).names.starting_in(*article.credit))
            link.names.push_back(static_cast<std::uint32_t>(&name - analysis(document).names.all().data()));
        return link;
    }

    void gather(DocumentIndex document) {
        const std::uint32_t outlet = outlet_node(document);
        const auto credit = credit_of(document);
        for (const Statement& statement : analysis(document).statements) {
            Nodes carriers;
            for (const ChainLink& link : statement.chain) add_link(document, link, carriers);
            if (credit) add_link(document, *credit, carriers);
            Nodes speakers;
            if (statement.speaker) speakers = speakers_of(document, *statement.speaker);
            for (const std::uint32_t speaker : speakers) add_path({speaker}, carriers, outlet);
            if (speakers.empty()) add_path({}, carriers, outlet);
        }
    }

    void add_path(Nodes path, const Nodes& carriers, std::uint32_t outlet) {
        for (const std::uint32_t carrier : carriers) add_once(path, carrier);
        path.push_back(outlet);
        if (path.size() > 1) ++paths_[std::move(path)];
    }

    std::uint32_t node(std::string key, TransmissionNode made) {
        const auto next = static_cast<std::uint32_t>(nodes_.size());
        const auto [known, added] = known_.try_emplace(std::move(key), next);
        if (added) {
            nodes_.push_back(std::move(made));
        } else if (!nodes_[known->second].words) {
            nodes_[known->second].words = made.words;
        }
        return known->second;
    }

    std::uint32_t outlet_node(DocumentIndex document) {
        TransmissionNode made{.role = Role::outlet, .kind = "link.outlet", .document = document};
        return node("o " + plain_key(outlet_of(dossier_, document)), std::move(made));
    }

    std::uint32_t entity_node(std::uint32_t entity, std::string kind, std::optional<WordsOf> words) {
        const auto carrier = carriers_.find(entity);
        const bool carries = carrier != carriers_.end();
        if (carries) kind = carrier->second;
        const Role role = carries ? Role::carrier : Role::source;
        TransmissionNode made{.role = role, .kind = std::move(kind), .entity = entity, .words = words};
        return node("e " + std::to_string(entity), std::move(made));
    }

    Nodes speakers_of(DocumentIndex document, const Agent& speaker) {
        const char* kind = speaker.unnamed ? "link.unnamed" : "link.speaker";
        std::optional<WordsOf> words;
        if (speaker.span) words = WordsOf{document, *speaker.span};
        Nodes out;
        for (const std::uint32_t entity : dossier_.collection.entities_of(document, speaker)) {
            if (out.size() < joint_cap) out.push_back(entity_node(entity, kind, words));
        }
        if (!out.empty() || !words) return out;
        const std::string key = key_of(analysis(document), *speaker.span);
        const auto carrier = spelled_.find(key);
        if (carrier != spelled_.end()) return {entity_node(carrier->second, kind, words)};
        return {node("s " + key, {.role = Role::source, .kind = kind, .words = words})};
    }

    void add_link(DocumentIndex document, const ChainLink& link, Nodes& carriers) {
        if (!link.span && link.names.empty()) return;
        const std::string kind = kind_of(link);
        std::optional<WordsOf> words;
        if (link.span) words = WordsOf{document, *link.span};
        const std::string outlet = plain_key(outlet_of(dossier_, document));
        const std::string key = words ? key_of(analysis(document), *link.span) : std::string();
        const std::uint32_t entity = carrier_of(document, link);
        const auto own = organisations_.find(outlet);
        if (key == outlet || (own != organisations_.end() && own->second == entity)) return;
        if (entity != nowhere) return carriers.push_back(entity_node(entity, kind, words));
        TransmissionNode made{.role = Role::carrier, .kind = kind, .words = words};
        made.is_kind_alone = is_occasion(link.kind);
        const std::string id = made.is_kind_alone ? "k " + kind : "c " + key;
        carriers.push_back(node(id, std::move(made)));
    }

    std::vector<TransmissionCopy> copies() {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> counted;
        for (const DocumentIndex document : story_.documents) {
            const DocumentIndex source = copied_from_[document];
            const auto& all = story_.documents;
            if (source == document || !std::binary_search(all.begin(), all.end(), source)) continue;
            const std::uint32_t from = outlet_node(source), to = outlet_node(document);
            if (from != to) ++counted[{from, to}];
        }
        std::vector<TransmissionCopy> out;
        for (const auto& [ends, documents] : counted) out.push_back({ends.first, ends.second, documents});
        return out;
    }

    const Dossier& dossier_;
    const Story& story_;
    const std::vector<DocumentIndex>& copied_from_;
    const std::map<std::string, std::uint32_t>& organisations_;
    std::map<std::uint32_t, std::string> carriers_;  // entity -> what carrier it is
    std::map<std::string, std::uint32_t> spelled_;   // words of carriers -> entity
    std::map<std::string, std::uint32_t> known_;
    std::map<Nodes, std::size_t> paths_;
    std::vector<TransmissionNode> nodes_;
};

}  // namespace

std::size_t Transmission::count(Role role) const {
    return static_cast<std::size_t>(std::count_if(
        nodes.begin(), nodes.end(), [&](const TransmissionNode& node) { return node.role == role; }));
}

Transmissions::Transmissions(const Dossier& dossier) : dossier_(dossier) {
    const std::size_t all = dossier.collection.documents.size();
    std::vector<DocumentIndex> firsts(all);
    for (DocumentIndex i = 0; i < all; ++i) firsts[i] = i;
    copied_from_ = firsts;
    for (const CopyFamily& family : dossier.copies.families) {
        for (const DocumentIndex document : family.documents) firsts[document] = family.first;
    }
    std::vector<const CopyPair*> best(all);
    for (const CopyPair& pair : dossier.copies.pairs) {
        const CopyPair*& known = best[pair.to];
        const auto worth = [&](const CopyPair& one) {
            return std::pair(one.from == firsts[one.to], one.containment);
        };
        if (known == nullptr || worth(pair) > worth(*known)) known = &pair;
    }
    for (DocumentIndex i = 0; i < all; ++i) {
        if (best[i] != nullptr) copied_from_[i] = best[i]->from;
    }
    const std::vector<Entity>& entities = dossier.collection.entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        if (entities[i].type != NameType::organisation) continue;
        for (const std::string& spelling : entities[i].spellings)
            organisations_.try_emplace(plain_key(spelling), i);
    }
}

Transmission Transmissions::of(const Story& story) const {
    return Gatherer(dossier_, story, copied_from_, organisations_).gather();
}

Transmission folded(const Transmission& whole, const TransmissionCaps& caps) {
    const std::array limits = {caps.sources, caps.carriers, caps.outlets};
    const std::array all = {whole.count(Role::source), whole.count(Role::carrier), whole.count(Role::outlet)};
    std::array<std::size_t, 3> met{};
    std::vector<TransmissionNode> nodes;
    Nodes now;
    for (const TransmissionNode& node : whole.nodes) {
        const auto role = static_cast<std::size_t>(node.role);
        const std::size_t shown = all[role] <= limits[role] + 1 ? all[role] : limits[role];
        if (met[role] < shown) nodes.push_back(node);
        if (met[role] == shown) nodes.push_back({.role = node.role, .kind = node.kind});
        if (met[role] >= shown) ++nodes.back().others;
        ++met[role];
        now.push_back(static_cast<std::uint32_t>(nodes.size() - 1));
    }
    Paths paths;
    for (const TransmissionPath& path : whole.paths) {
        Nodes on;
        for (const std::uint32_t node : path.nodes) add_once(on, now[node]);
        paths[on] += path.statements;
    }
    return arranged(std::move(nodes), paths, counted_copies(whole.copies, now));
}

std::string name_of(const Dossier& dossier, const TransmissionNode& node, bool arabic, std::size_t columns) {
    if (node.others > 0 || node.is_kind_alone) return {};
    if (node.entity) {
        const Entity& entity = dossier.collection.entities[*node.entity];
        const std::string& english = entity.en.empty() ? entity.latin : entity.en;
        return shortened(arabic || english.empty() ? entity.ar : english, columns);
    }
    if (node.role == Role::outlet && node.document) {
        const std::string_view outlet = outlet_of(dossier, *node.document);
        return names_outlet(dossier, *node.document)
                   ? shortened(outlet, columns)
                   : shortened_inside(outlet, std::min(columns, file_columns));
    }
    if (!node.words) return {};
    return shortened(dossier.collection.page(node.words->document).page->slice(node.words->span), columns);
}

}  // namespace isnad::views
