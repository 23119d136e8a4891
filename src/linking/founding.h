// What makes an entity out of names that are one: its type, spellings, and what the lexicon tells of it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "linking/english_names.h"
#include "linking/rows_by_id.h"
#include "model/entity.h"
#include "model/layer.h"

namespace isnad::linking {

// Votes for the type of an entity.
class TypeVote {
  public:
    void add(NameType type, std::uint32_t votes = 1) { votes_[static_cast<std::size_t>(type)] += votes; }

    // The type with most votes; `founding` when it is among them.
    NameType winner(NameType founding) const;

  private:
    std::array<std::uint32_t, 8> votes_{};
};

// Adds a spelling that the entity does not have yet.
void add_spelling(Entity& entity, std::string_view spelling);

// The spelling with most words, then most letters, then the first.
std::string fullest(const std::vector<std::string>& spellings);

// Gives an entity that the lexicon has no English name for one by rule.
void spell_in_latin(Entity& entity, const EnglishNames& english);

// Rows of the lexicon that entities stand for; each is looked up once.
class Descriptions {
  public:
    Descriptions(const lexicon::Lexicon& lexicon, const RowsById& ids) : lexicon_(lexicon), ids_(ids) {}

    // Fills `known`, `en` and `wikidata`.
    void describe(Entity& entity, const Known& known);

    // The spelling to show: of a known entity the one met that the row begins with, else the fullest that is
    // not longer than it (what a name swallowed by mistake is not shown); of others the fullest.
    std::string shown_spelling(const Entity& entity);

    // The first spelling of the row.
    std::string name_of(const Known& known) { return row_of(known).ar; }

  private:
    struct Row {
        std::string ar, en, wikidata;
    };
    const Row& row_of(const Known& known);
    Row read_row(const Known& known) const;

    const lexicon::Lexicon& lexicon_;
    const RowsById& ids_;
    std::map<std::pair<std::string, std::string>, Row> rows_;
};

// What a document is mostly about among countries: the row of the one it names most, empty when it names
// none, or two alike.
std::string country_of(const Layer<Name>& names);

}  // namespace isnad::linking
