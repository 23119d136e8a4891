// Who holds which role, as the document tells it beside names and as the lexicon knows it of people whom the
// document names; and whom a later role may mean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/speech/roles.h"

namespace isnad::speech {

struct Holding {
    std::uint32_t entity = no_index;
    std::uint16_t office = no_row;
    std::uint16_t country = no_row;
    std::uint64_t head = 0;
    GrammarGender gender = GrammarGender::unknown;
    Field field{};
    Field marks{};
    std::uint32_t place = no_index;  // entity of the body or place
    bool former = false;
    bool counterpart = false;  // told as somebody's counterpart: of another country than the text's own
    bool told = false;         // by the document; else by the lexicon
    std::uint32_t at = 0;      // word where the document tells it
    Span sign;                 // the words that tell it
};

class RoleHolders {
  public:
    // Gives counterparts the office of the role before them, then reads what stands beside names. `date`:
    // EDTF.
    RoleHolders(const NamedWords& text, std::vector<Role>& roles, const std::optional<std::string>& date);

    struct Choice {
        std::uint32_t entity = no_index;
        float score = 0;
        bool told = false;
        bool later = false;  // met only behind the role
        Span sign;
    };
    // The person whom a role without a name beside it means; nothing when none fits or two fit alike.
    std::optional<Choice> holder_of(const Role& role) const;
    // The only person of whom the document tells this office behind word i, of this country unless no_row.
    std::optional<Choice> told_later(const TitleFacts& title, std::uint16_t country, std::uint32_t i) const;
    // Whether an entity holds a role of this office, as far as the document or the lexicon tells.
    bool holds(std::uint32_t entity, std::uint16_t office) const;
    // Whether the document tells an office of one of these classes of titles (a comma list; "official" stands
    // for every office of state, government and party) of an entity, of this country unless no_row.
    bool holds_class(std::uint32_t entity, std::string_view classes, std::uint16_t country) const;
    // Whether the document tells any office of an entity.
    bool has_any(std::uint32_t entity) const;
    // The row of persons that alone held the office of a country at the date.
    std::optional<Known> known_holder(const Role& role) const;

  private:
    void settle_counterparts(std::vector<Role>& roles) const;
    // Whether "his counterpart" may mean the holder of this role elsewhere.
    bool has_counterparts(const Role& role) const;
    void read_document(const std::vector<Role>& roles);
    void read_lexicon();
    void add(const Holding& holding);
    float score(const Holding& holding, const Role& role) const;
    float office_score(const Holding& holding, const Role& role) const;
    float place_score(const Holding& holding, const Role& role) const;
    bool is_of(const Holding& one, std::uint16_t country) const;
    bool opens_place(const Field& field, const Holding& holding) const;
    float field_score(const Holding& holding, const Role& role) const;

    const NamedWords& text_;
    std::optional<std::string> date_;
    std::vector<Holding> holdings_;
};

}  // namespace isnad::speech
