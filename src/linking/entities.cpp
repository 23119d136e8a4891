#include "linking/entities.h"

#include <algorithm>
#include <unordered_map>

#include "linking/name_keys.h"

namespace isnad::linking {
namespace {

// Gives every name of a page its entity: by lexicon row, by normal form, by the fuller name it is part of,
// and for persons of several parts by the sound of the whole.
class Linker {
  public:
    Linker(std::span<const Analysis> articles, const lexicon::Lexicon& lexicon)
        : articles_(articles), lexicon_(lexicon) {}

    Entities run() {
        out_.entity_of.resize(articles_.size());
        for (std::size_t a = 0; a < articles_.size(); ++a) {
            out_.entity_of[a].assign(articles_[a].names.size(), none);
            for (std::size_t n = 0; n < articles_[a].names.size(); ++n) {
                if (!articles_[a].names[n].full) link(a, n);
            }
            for (std::size_t n = 0; n < articles_[a].names.size(); ++n) link_part(a, n);
        }
        number_by_first_mention();
        return std::move(out_);
    }

  private:
    static constexpr std::uint32_t none = UINT32_MAX;

    void link(std::size_t a, std::size_t n) {
        const Name& name = articles_[a].names[n];
        std::uint32_t entity = find(name);
        if (entity == none) {
            entity = static_cast<std::uint32_t>(out_.entities.size());
            out_.entities.push_back(begin_entity(name));
        }
        join(a, n, entity);
    }

    void link_part(std::size_t a, std::size_t n) {
        const Layer<Name>& names = articles_[a].names;
        std::size_t full = n;
        for (std::size_t steps = 0; names[full].full && steps < names.size(); ++steps)
            full = *names[full].full;
        if (full == n) return;
        if (out_.entity_of[a][full] == none) link(a, full);
        join(a, n, out_.entity_of[a][full]);
    }

    std::uint32_t find(const Name& name) const {
        for (const std::string& key : keys_of(name)) {
            if (const auto at = by_key_.find(key); at != by_key_.end()) return at->second;
        }
        return none;
    }

    void join(std::size_t a, std::size_t n, std::uint32_t entity) {
        const Name& name = articles_[a].names[n];
        out_.entity_of[a][n] = entity;
        for (std::string& key : keys_of(name)) by_key_.try_emplace(std::move(key), entity);
        Entity& known = out_.entities[entity];
        if (!known.known && name.known) describe(known, *name.known);
        const std::string spelling(articles_[a].document->text(name.span));
        if (std::find(known.spellings.begin(), known.spellings.end(), spelling) == known.spellings.end())
            known.spellings.push_back(spelling);
    }

    Entity begin_entity(const Name& name) const {
        Entity entity;
        entity.type = name.type;
        return entity;
    }

    void describe(Entity& entity, const Known& known) const {
        entity.known = known;
        const auto table = lexicon_.table(known.table);
        if (!table) return;
        const std::size_t id = lexicon_.column(*table, "id"), count = lexicon_.columns(*table).size();
        for (std::uint32_t row = 0; row < lexicon_.rows(*table); ++row) {
            const std::string_view cell = lexicon_.cell(*table, row, id < count ? id : 0);
            if (cell != known.row && !(id >= count && cell.substr(0, cell.find('|')) == known.row)) continue;
            entity.en = lexicon_.cell(*table, row, lexicon_.column(*table, "en"));
            entity.wikidata = lexicon_.cell(*table, row, lexicon_.column(*table, "wikidata"));
            return;
        }
    }

    // Entities in order of first mention, with their ids and fullest spellings.
    void number_by_first_mention() {
        std::vector<std::uint32_t> place(out_.entities.size(), none);
        std::vector<Entity> ordered;
        for (auto& article : out_.entity_of) {
            for (std::uint32_t& entity : article) {
                if (place[entity] == none) {
                    place[entity] = static_cast<std::uint32_t>(ordered.size());
                    ordered.push_back(std::move(out_.entities[entity]));
                }
                entity = place[entity];
            }
        }
        out_.entities = std::move(ordered);
        for (std::size_t i = 0; i < out_.entities.size(); ++i) {
            Entity& entity = out_.entities[i];
            entity.id = "e" + std::to_string(i + 1);
            entity.ar =
                *std::max_element(entity.spellings.begin(), entity.spellings.end(),
                                  [](const std::string& x, const std::string& y) {
                                      const auto words = [](const std::string& s) {
                                          return std::count(s.begin(), s.end(), ' ');
                                      };
                                      return words(x) != words(y) ? words(x) < words(y) : x.size() < y.size();
                                  });
        }
    }

    std::span<const Analysis> articles_;
    const lexicon::Lexicon& lexicon_;
    Entities out_;
    std::unordered_map<std::string, std::uint32_t> by_key_;
};

}  // namespace

Entities link_names(std::span<const Analysis> articles, const lexicon::Lexicon& lexicon) {
    return Linker(articles, lexicon).run();
}

}  // namespace isnad::linking
