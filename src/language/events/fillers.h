// What can fill a role: a noun phrase of a clause with those coordinated to it and set beside it, and who or
// what it stands for.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "language/events/phrases.h"
#include "model/agent.h"

namespace isnad::events {

// Words [first, end); parts [part, last_part] of the sentence.
struct Filler {
    Agent agent{};
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t part = 0;
    std::uint32_t last_part = 0;
    Slot slot = Slot::none;
    bool named = false;   // a name or a mention stands in it
    bool person = false;  // one of the names is a person's
    bool only_places = false;
    bool by_adjective = false;  // "Russian": the country of an adjective, not a name in it
    bool elided = false;
};

// Where the names of countries stand first in a document: "Russian forces" are Russia's.
using CountryNames = std::map<std::string_view, std::uint32_t>;
CountryNames country_names(const Before& before);

class Fillers {
  public:
    Fillers(const Reading& reading, const Clauses& clauses, const CountryNames& countries)
        : in_(reading), clauses_(clauses), countries_(countries) {}

    // The filler that begins with a part (a phrase), from a word of it on.
    Filler at(std::uint32_t part, std::uint32_t from_word) const;
    Filler at(std::uint32_t part) const { return at(part, clauses_.parts[part].first); }

    // Whether its first words, or its names, are of one of these classes.
    bool is_of(const Filler& filler, const Classes& classes) const;

  private:
    void add_words(std::uint32_t first, std::uint32_t end, Filler& out) const;
    bool add_names(std::uint32_t first, std::uint32_t end, Filler& out) const;
    bool goes_with(std::uint32_t part, const Filler& filler) const;
    bool opens_with_name(std::uint32_t word) const;
    bool is_apposition(std::uint32_t part, const Filler& filler) const;
    bool name_is_of(std::uint32_t name, const Classes& classes) const;

    const Reading& in_;
    const Clauses& clauses_;
    const CountryNames& countries_;
};

}  // namespace isnad::events
