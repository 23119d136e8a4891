#include "linking/case_entities.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "linking/founding.h"
#include "linking/identity.h"
#include "text/normalise.h"

namespace isnad::linking {
namespace {

constexpr std::uint32_t none = UINT32_MAX;

// Gives the entities of all pages, each one thing with the names it has in the documents of the collection,
// their identity across pages.
class CaseLinker {
  public:
    CaseLinker(Collection& collection, const Knowledge& know) : all_(collection), know_(know) {}

    void run() {
        find_things();
        group_ = find_identity(things_, know_);
        entity_of_group_.assign(things_.size(), none);
        for (DocumentIndex d = 0; d < all_.documents.size(); ++d) link(d);
        Descriptions descriptions(*know_.lexicon, know_.rows);
        for (std::size_t i = 0; i < all_.entities.size(); ++i) {
            Entity& entity = all_.entities[i];
            entity.type = votes_[i].winner(entity.type);
            const std::string founding = entity.ar;
            if (!entity.spellings.empty()) entity.ar = descriptions.shown_spelling(entity);
            if (entity.ar != founding || !entity.en.empty()) spell_in_latin(entity, know_.english);
        }
    }

  private:
    const std::vector<std::uint32_t>& page_entities(DocumentIndex d) const {
        return all_.page(d).entity_of[all_.documents[d].article];
    }
    const std::vector<std::vector<std::uint32_t>>& page_mentions(DocumentIndex d) const {
        return all_.page(d).entities_of_mention[all_.documents[d].article];
    }

    // The thing of an entity of a document's page; made at first sight.
    std::uint32_t thing(DocumentIndex d, std::uint32_t page_entity) {
        const Collection::Place place = all_.documents[d];
        if (of_page_.size() <= place.page) of_page_.resize(place.page + 1);
        auto& things = of_page_[place.page];
        things.resize(std::max(things.size(), all_.page(d).entities.size()), none);
        std::uint32_t& at = things[page_entity];
        if (at != none) return at;
        const Entity& entity = all_.page(d).entities[page_entity];
        at = static_cast<std::uint32_t>(things_.size());
        things_.push_back({.type = entity.type, .known = entity.known});
        return at;
    }

    // An entity that only roles stand for has the name that the lexicon gives it.
    void add_holder(DocumentIndex d, std::uint32_t page_entity) {
        Named& named = things_[thing(d, page_entity)];
        const Entity& entity = all_.page(d).entities[page_entity];
        if (!entity.spellings.empty() || !named.normals.empty()) return;
        named.normals.push_back(search_form(entity.ar));
        named.documents.push_back(d);
    }

    void find_things() {
        for (DocumentIndex d = 0; d < all_.documents.size(); ++d) {
            const Layer<Name>& names = all_.analysis(d).names;
            const std::string country = country_of(names);
            for (std::size_t n = 0; n < names.size(); ++n) {
                Named& named = things_[thing(d, page_entities(d)[n])];
                if (named.documents.empty()) named.country = country;
                if (named.documents.empty() || named.documents.back() != d) named.documents.push_back(d);
                if (names[n].title)
                    named.spheres |=
                        know_.spheres.of_title(search_form(all_.analysis(d).document->text(*names[n].title)));
                auto& normals = named.normals;
                if ((!names[n].full || names[n].normal.find(' ') != std::string::npos) &&
                    std::find(normals.begin(), normals.end(), names[n].normal) == normals.end())
                    normals.push_back(names[n].normal);
            }
            for (const auto& mention : page_mentions(d)) {
                for (const std::uint32_t entity : mention) add_holder(d, entity);
            }
        }
    }

    // The entity of the collection that an entity of a page belongs to; founded at first sight.
    std::uint32_t entity(DocumentIndex d, std::uint32_t page_entity, std::string_view founding) {
        std::uint32_t& at = entity_of_group_[group_[thing(d, page_entity)]];
        const Entity& own = all_.page(d).entities[page_entity];
        if (at == none) {
            at = static_cast<std::uint32_t>(all_.entities.size());
            Entity entity = own;
            const std::uint64_t type = static_cast<std::uint64_t>(own.type);
            const std::uint64_t name = hash_join(type, hash_bytes(founding));
            entity.id = "e-" + hex16(hash_join(name, hash_bytes(all_.analysis(d).document->id().text)));
            entity.spellings.clear();
            all_.entities.push_back(std::move(entity));
            votes_.emplace_back();
        }
        Entity& known = all_.entities[at];
        if (!known.known && own.known) {
            known.known = own.known;
            known.en = own.en;
            known.wikidata = own.wikidata;
        }
        return at;
    }

    void link(DocumentIndex d) {
        const Analysis& analysis = all_.analysis(d);
        auto& names = all_.entity_of.emplace_back();
        std::map<std::uint32_t, TypeVote> voices;  // a document has one vote for an entity
        for (std::size_t n = 0; n < analysis.names.size(); ++n) {
            const Name& name = analysis.names[n];
            const std::uint32_t at = entity(d, page_entities(d)[n], name.normal);
            add_spelling(all_.entities[at], analysis.document->text(name.span));
            if (!name.full) voices[at].add(name.type);
            names.push_back(at);
        }
        for (const auto& [at, voice] : voices) votes_[at].add(voice.winner(all_.entities[at].type));
        auto& mentions = all_.entities_of_mention.emplace_back();
        for (const auto& mention : page_mentions(d)) {
            auto& entities = mentions.emplace_back();
            for (const std::uint32_t own : mention)
                entities.push_back(entity(d, own, all_.page(d).entities[own].ar));
            std::sort(entities.begin(), entities.end());
            entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
        }
    }

    Collection& all_;
    const Knowledge& know_;
    std::vector<Named> things_;
    std::vector<std::vector<std::uint32_t>> of_page_;  // [page][entity of the page] -> thing
    std::vector<std::uint32_t> group_;                 // of things
    std::vector<std::uint32_t> entity_of_group_;
    std::vector<TypeVote> votes_;
};

}  // namespace

void link_pages(Collection& collection, const Knowledge& know) { CaseLinker(collection, know).run(); }

}  // namespace isnad::linking
