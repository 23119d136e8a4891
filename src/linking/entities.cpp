#include "linking/entities.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "linking/founding.h"
#include "linking/identity.h"
#include "text/normalise.h"

namespace isnad::linking {
namespace {

constexpr std::size_t most_looked_through = 300;  // names of an article

// Gives every name of a page its entity: full names by find_identity, each kind of name of an article being
// one thing; parts by the fuller name that they stand for.
class Linker {
  public:
    Linker(std::span<const Analysis> articles, const Knowledge& know)
        : articles_(articles), know_(know), descriptions_(*know.lexicon, know.rows) {}

    Entities run() {
        find_things();
        const std::vector<std::uint32_t> group = find_identity(things_, know_);
        out_.entity_of.resize(articles_.size());
        for (std::size_t a = 0; a < articles_.size(); ++a) {
            for (std::size_t n = 0; n < articles_[a].names.size(); ++n)
                out_.entity_of[a].push_back(entity_of(group[thing_of_[a][n]], articles_[a], n));
        }
        for (std::size_t i = 0; i < out_.entities.size(); ++i) {
            out_.entities[i].type = votes_[i].winner(out_.entities[i].type);
            out_.entities[i].ar = descriptions_.shown_spelling(out_.entities[i]);
            spell_in_latin(out_.entities[i], know_.english);
        }
        link_mentions();
        for (std::size_t i = 0; i < out_.entities.size(); ++i)
            out_.entities[i].id = "e" + std::to_string(i + 1);
        return std::move(out_);
    }

  private:
    void find_things() {
        for (std::uint32_t a = 0; a < articles_.size(); ++a) {
            const Layer<Name>& names = articles_[a].names;
            const std::string country = country_of(names);
            std::map<std::tuple<std::string, NameType, std::string>, std::uint32_t> seen;
            auto& things = thing_of_.emplace_back();
            for (std::size_t n = 0; n < names.size(); ++n) {
                const Name& name = names[full_of(articles_[a], n)];
                const std::string row =
                    name.known ? name.known->table + ' ' + name.known->row : std::string();
                const auto at = static_cast<std::uint32_t>(things_.size());
                const auto [place, added] = seen.try_emplace({name.normal, name.type, row}, at);
                if (added) things_.push_back({name.type, {name.normal}, name.known, {a}, country});
                things.push_back(place->second);
                add_spelled_out(things_[place->second], names[n]);
            }
        }
    }

    // A part of several words may be known better than the name that it was taken for a part of.
    static void add_spelled_out(Named& thing, const Name& name) {
        if (name.normal.find(' ') == std::string::npos) return;
        if (std::find(thing.normals.begin(), thing.normals.end(), name.normal) == thing.normals.end())
            thing.normals.push_back(name.normal);
        if (!thing.known) thing.known = name.known;
    }

    // The name that a part stands for in the end; itself when it is full. Of a chain of names the part stands
    // for the first full name that ends with it, or for itself.
    static std::size_t full_of(const Analysis& article, std::size_t n) {
        const Layer<Name>& names = article.names;
        for (std::size_t steps = 0; names[n].full && steps < names.size(); ++steps) {
            const std::size_t full = *names[n].full;
            if (is_chain(article, names[full])) return first_ending_with(article, n);
            n = full;
        }
        return n;
    }

    // "Trump-Putin", as tags join what a text is about: hyphens between all words.
    static bool is_chain(const Analysis& article, const Name& name) {
        const std::string_view text = article.document->text(name.span);
        return name.type == NameType::person && text.find('-') != std::string_view::npos &&
               text.find(' ') == std::string_view::npos;
    }

    static std::size_t first_ending_with(const Analysis& article, std::size_t n) {
        const Layer<Name>& names = article.names;
        for (std::size_t i = 0; i < std::min(names.size(), most_looked_through); ++i) {
            const std::string_view whole = names[i].normal, part = names[n].normal;
            if (names[i].full || names[i].type != names[n].type || is_chain(article, names[i])) continue;
            const bool ends = whole.size() > part.size() && whole.ends_with(part) &&
                              whole[whole.size() - part.size() - 1] == ' ';
            if (ends || (i != n && whole == part)) return i;
        }
        return n;
    }

    std::uint32_t entity_of(std::uint32_t group, const Analysis& article, std::size_t n) {
        const Name& name = article.names[n];
        const auto [at, added] =
            entity_of_group_.try_emplace(group, static_cast<std::uint32_t>(out_.entities.size()));
        if (added) {
            out_.entities.emplace_back().type = article.names[full_of(article, n)].type;
            votes_.emplace_back();
        }
        Entity& entity = out_.entities[at->second];
        if (!entity.known && name.known) descriptions_.describe(entity, *name.known);
        add_spelling(entity, article.document->text(name.span));
        if (!name.full) votes_[at->second].add(name.type);
        return at->second;
    }

    // A role that the lexicon knows the holder of is his, or founds him.
    std::uint32_t holder(const Known& known) {
        const std::string name = search_form(descriptions_.name_of(known));
        for (std::uint32_t i = 0; i < out_.entities.size(); ++i) {
            const Entity& one = out_.entities[i];
            if (one.known == known) return i;
            if (!one.known && one.type == NameType::person && search_form(one.ar) == name) return i;
        }
        Entity entity;
        descriptions_.describe(entity, known);
        entity.ar = descriptions_.name_of(known);
        out_.entities.push_back(std::move(entity));
        return static_cast<std::uint32_t>(out_.entities.size() - 1);
    }

    void link_mentions() {
        for (std::size_t a = 0; a < articles_.size(); ++a) {
            auto& mentions = out_.entities_of_mention.emplace_back();
            for (const Mention& mention : articles_[a].mentions) {
                auto& entities = mentions.emplace_back();
                for (const std::uint32_t name : mention.names) entities.push_back(out_.entity_of[a][name]);
                if (entities.empty() && mention.known) entities.push_back(holder(*mention.known));
                std::sort(entities.begin(), entities.end());
                entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
            }
        }
    }

    std::span<const Analysis> articles_;
    const Knowledge& know_;
    Descriptions descriptions_;
    std::vector<Named> things_;
    std::vector<std::vector<std::uint32_t>> thing_of_;  // [article][name]
    std::map<std::uint32_t, std::uint32_t> entity_of_group_;
    std::vector<TypeVote> votes_;
    Entities out_;
};

}  // namespace

Entities link_names(std::span<const Analysis> articles, const Knowledge& know) {
    return Linker(articles, know).run();
}

}  // namespace isnad::linking
