#include "views/dossier_json.h"

#include <algorithm>
#include <optional>

#include "views/code_points.h"
#include "views/json_writer.h"
#include "views/page_selection.h"
#include "views/transmission.h"
#include "views/words_of_types.h"

namespace isnad::views {
namespace {

class DossierJson {
  public:
    DossierJson(const Dossier& dossier, std::string_view version)
        : dossier_(dossier), collection_(dossier.collection), transmissions_(dossier), version_(version) {
        for (const PageAnalysis& page : collection_.pages) points_.emplace_back(page.page->text);
    }

    std::string write() {
        out_.begin_object().member("isnad", version_);
        write_list("stories", dossier_.stories, &DossierJson::write_story);
        out_.key("documents").begin_array();
        for (DocumentIndex i = 0; i < collection_.documents.size(); ++i) write_document(i);
        out_.end_array();
        write_list("timeline", dossier_.claims.timeline, &DossierJson::write_entry);
        write_list("claims", dossier_.claims.claims, &DossierJson::write_claim);
        write_list("origins", dossier_.claims.origins, &DossierJson::write_origin);
        write_list("copies", dossier_.copies.pairs, &DossierJson::write_copy);
        write_list("entities", collection_.entities, &DossierJson::write_entity);
        write_list("relations", dossier_.relations, &DossierJson::write_relation);
        write_problems();
        out_.end_object();
        return out_.take();
    }

  private:
    template <class T>
    void write_list(std::string_view name, const std::vector<T>& items,
                    void (DossierJson::*write_one)(const T&)) {
        out_.key(name).begin_array();
        for (const T& item : items) (this->*write_one)(item);
        out_.end_array();
    }

    const std::string& id_of(DocumentIndex document) const {
        return collection_.analysis(document).document->id().text;
    }

    CodePointSpan points(const WordsOf& words) const {
        return points_[collection_.documents[words.document].page].of(words.span);
    }

    void write_words(std::string_view name, const WordsOf& words) {
        out_.key(name).begin_object().member("document", id_of(words.document)).member("span", points(words));
        out_.member("text", collection_.page(words.document).page->slice(words.span)).end_object();
    }

    void write_documents(const std::vector<DocumentIndex>& documents) {
        out_.key("documents").begin_array();
        for (const DocumentIndex document : documents) out_.value(id_of(document));
        out_.end_array();
    }

    void write_day(std::string_view name, const std::optional<Day>& day) {
        out_.key(name);
        day ? out_.value(iso_day(*day)) : out_.null();
    }

    void write_story(const Story& story) {
        out_.begin_object().member("id", story.id);
        write_words("title", story.title);
        out_.key("episodes").begin_array();
        for (const Episode& episode : story.episodes) {
            out_.begin_object().member("id", episode.id);
            write_day("from", episode.from);
            write_day("to", episode.to);
            write_words("title", episode.title);
            write_documents(episode.documents);
            out_.end_object();
        }
        out_.end_array();
        write_documents(story.documents);
        write_feeds(transmissions_.of(story));
        out_.end_object();
    }

    void write_feeds(const Transmission& transmission) {
        out_.key("feeds").begin_array();
        for (const TransmissionEdge& edge : transmission.edges) {
            out_.begin_object();
            write_hand("from", transmission.nodes[edge.from]);
            write_hand("to", transmission.nodes[edge.to]);
            out_.member("statements", std::uint64_t{edge.statements}).end_object();
        }
        out_.end_array();
    }

    // Somebody through whose hands statements go: an entity, or for want of one the words that are met first.
    void write_hand(std::string_view name, const TransmissionNode& node) {
        constexpr std::string_view prefix = "link.";
        out_.key(name).begin_object();
        if (node.entity) {
            out_.member("entity", collection_.entities[*node.entity].id);
        } else if (node.document) {
            out_.member("text", outlet_of(dossier_, *node.document));
        } else if (node.words) {
            out_.member("text", collection_.page(node.words->document).page->slice(node.words->span));
        }
        out_.member("kind", std::string_view(node.kind).substr(prefix.size())).end_object();
    }

    void write_document(DocumentIndex index) {
        const Analysis& analysis = collection_.analysis(index);
        const Document& document = *analysis.document;
        out_.begin_object().member("id", document.id().text).member("path", document.page().path);
        out_.member("article", std::uint64_t{document.ordinal()}).key("outlet");
        document.outlet().empty() ? void(out_.null()) : void(out_.value(document.outlet()));
        out_.key("published");
        analysis.published ? out_.value(analysis.published->value) : out_.null();
        out_.key("reference_date");
        if (const DatedBy* date = dossier_.reference_date(index)) {
            out_.begin_object().member("value", date->value).member("basis", date->basis);
            out_.member("why", date->why).end_object();
        } else {
            out_.null();
        }
        out_.end_object();
    }

    void write_entry(const TimelineEntry& entry) {
        out_.begin_object().member("story", dossier_.stories[entry.story].id).member("date", entry.date);
        write_words("text", entry.at);
        out_.member("status", word(entry.status)).member("background", entry.background);
        out_.member("origins", std::uint64_t{entry.origins});
        write_documents(entry.documents);
        out_.end_object();
    }

    void write_claim(const Claim& claim) {
        out_.begin_object().member("id", claim.id).member("story", dossier_.stories[claim.story].id);
        out_.member("kind", word(claim.kind));
        write_about(claim.about);
        out_.member("relation", word(claim.relation)).member("origins", std::uint64_t{claim.origins});
        out_.member("outlets", std::uint64_t{claim.outlets});
        write_list("accounts", claim.accounts, &DossierJson::write_account);
        out_.key("why").begin_object().member("rule", claim.rule).member("what", claim.why).end_object();
        out_.end_object();
    }

    void write_about(const About& about) {
        out_.key("about").begin_object().member("subject", about.subject).member("property", about.property);
        if (!about.unit.empty()) out_.member("unit", about.unit);
        if (!about.population.empty()) out_.member("population", about.population);
        if (!about.time.empty()) out_.member("time", about.time);
        write_entities(about.entities);
        out_.end_object();
    }

    void write_entities(const std::vector<std::uint32_t>& entities) {
        out_.key("entities").begin_array();
        for (const std::uint32_t entity : entities) out_.value(collection_.entities[entity].id);
        out_.end_array();
    }

    void write_account(const Account& account) {
        const Page& page = *collection_.page(account.at.document).page;
        out_.begin_object().member("document", id_of(account.at.document)).member("span", points(account.at));
        out_.member("text", page.slice(account.at.span)).member("value", account.value);
        if (account.interval)
            out_.member("low", account.interval->low).member("high", account.interval->high);
        if (account.vague) out_.member("vague", true);
        if (account.as_of) out_.member("as_of", *account.as_of);
        write_account_chain(account, page);
        out_.member("origin", std::uint64_t{account.origin}).end_object();
    }

    // The speaker first, then the carriers outwards.
    void write_account_chain(const Account& account, const Page& page) {
        const CodePoints& of_page = points_[collection_.documents[account.at.document].page];
        out_.key("chain").begin_array();
        if (account.speaker) {
            out_.begin_object().member("kind", "speaker").key("span");
            account.speaker->span ? out_.value(of_page.of(*account.speaker->span)) : out_.null();
            out_.member("text",
                        account.speaker->span ? page.slice(*account.speaker->span) : std::string_view{});
            write_entities(collection_.entities_of(account.at.document, *account.speaker));
            out_.end_object();
        }
        for (const ChainLink& link : account.chain) {
            out_.begin_object().member("kind", word(link.kind)).key("span");
            link.span ? out_.value(of_page.of(*link.span)) : out_.null();
            out_.member("text", link.span ? page.slice(*link.span) : std::string_view(page.address));
            write_entities(
                collection_.entities_of(account.at.document, Agent{.span = {}, .names = link.names}));
            out_.end_object();
        }
        out_.end_array();
    }

    void write_origin(const Origin& origin) {
        out_.begin_object().member("key", origin.key).member("kind", word(origin.kind)).key("entity");
        origin.entity ? out_.value(collection_.entities[*origin.entity].id) : out_.null();
        if (origin.words) write_words("words", *origin.words);
        out_.end_object();
    }

    void write_copy(const CopyPair& pair) {
        out_.begin_object().member("kind", word(pair.kind));
        write_documents({pair.from, pair.to});
        out_.member("resemblance", pair.resemblance).member("containment", pair.containment);
        out_.key("shared").begin_array();
        for (const SharedText& shared : pair.shared) {
            out_.begin_array()
                .value(points({pair.from, shared.first}))
                .value(points({pair.to, shared.second}));
            out_.end_array();
        }
        out_.end_array().end_object();
    }

    void write_entity(const Entity& entity) {
        out_.begin_object().member("id", entity.id).member("type", word(entity.type)).member("ar", entity.ar);
        out_.key("en");
        const std::string& en = entity.en.empty() ? entity.latin : entity.en;
        en.empty() ? out_.null() : out_.value(en);
        if (!entity.latin.empty()) out_.member("en_basis", "transliterated");
        if (!entity.wikidata.empty()) out_.member("wikidata", entity.wikidata);
        out_.key("spellings").begin_array();
        for (const std::string& spelling : entity.spellings) out_.value(spelling);
        out_.end_array().end_object();
    }

    void write_relation(const EntityRelation& relation) {
        out_.begin_object().member("from", collection_.entities[relation.from].id);
        out_.key("to");
        relation.to ? out_.value(collection_.entities[*relation.to].id) : out_.null();
        out_.member("kind", relation.kind);
        write_words("at", relation.at);
        out_.end_object();
    }

    void write_problems() {
        out_.key("problems").begin_array();
        for (std::size_t i = 0; i < collection_.pages.size(); ++i) {
            const PageAnalysis& page = collection_.pages[i];
            for (const Problem& problem : page.page->problems) write_problem(problem, i);
            for (const Problem& problem : page.problems) write_problem(problem, i);
        }
        for (const Problem& problem : collection_.problems) write_problem(problem, std::nullopt);
        out_.end_array();
    }

    void write_problem(const Problem& problem, std::optional<std::size_t> page) {
        out_.begin_object().member("code", problem.code).member("severity", word(problem.severity));
        out_.member("what", problem.what).key("place").begin_object();
        if (page) out_.member("path", collection_.pages[*page].page->path);
        if (page && problem.span) out_.member("span", points_[*page].of(*problem.span));
        if (problem.byte) out_.member("byte", *problem.byte);
        out_.end_object().end_object();
    }

    const Dossier& dossier_;
    const Collection& collection_;
    Transmissions transmissions_;
    std::string_view version_;
    std::vector<CodePoints> points_;
    JsonWriter out_;
};

}  // namespace

std::string dossier_json(const Dossier& dossier, std::string_view version) {
    return DossierJson(dossier, version).write();
}

}  // namespace isnad::views
