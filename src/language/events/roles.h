// Who plays which role of a trigger: by word order, prepositions and the frame of its row.
#pragma once

#include <optional>
#include <vector>

#include "language/events/fillers.h"

namespace isnad::events {

// What stands around a trigger in its clause.
struct Arguments {
    std::vector<Filler> bare{};           // behind the trigger, in text order
    std::vector<Filler> prepositional{};  // the same, behind prepositions
    std::optional<Filler> before{};       // the phrase that a verb follows
    std::uint32_t last_part = 0;          // the last part of the clause that was read
    std::vector<std::uint32_t> times{};   // of the layer of times
};

// A trigger with its roles.
struct Found {
    const Row* row = nullptr;  // that gives type and codes
    Sense trigger{};
    std::vector<Filler> actors{}, recipients{}, themes{}, places{};
    std::vector<std::uint32_t> times{};
    std::uint32_t part = 0, last_part = 0, end = 0;  // parts; word behind the last role
    std::uint32_t holder = nothing;                  // the part with the noun that a light verb carries
    bool carried = false;                            // by a light verb
    std::string_view rule;
};

// Which phrase is subject, object and second object of a verb.
struct WordOrder {
    std::optional<Filler> subject{}, object{}, second{};
    bool passive = false;
};

class Roles {
  public:
    Roles(const Reading& reading, const Clauses& clauses, const Fillers& fillers)
        : in_(reading), clauses_(clauses), fillers_(fillers) {}

    // Everything up to the end of the clause of a verb or of a phrase.
    Arguments arguments(std::uint32_t part) const;

    // The subject of a verb, event or not: what later clauses without a subject go on with.
    std::optional<Filler> subject(std::uint32_t part, const Arguments& around) const;

    // The event of a verb; nothing when no row fits. `elided`: who the text last spoke of.
    std::optional<Found> of_verb(std::uint32_t part, const Arguments& around,
                                 const std::optional<Filler>& elided) const;

    bool is_event_noun(const Sense& sense, std::uint32_t part) const;

    // Somebody or something that acts or suffers in events: named, of a country, counted, or by its class.
    bool may_take_part(const Filler& filler) const;

    // The event of a noun inside a phrase.
    std::optional<Found> of_noun(std::uint32_t part, const Sense& noun, const Arguments& around,
                                 const std::optional<Filler>& elided) const;

  private:
    WordOrder order(const Sense& verb, const Arguments& around, const std::optional<Filler>& elided) const;
    void order_verb_first(const Sense& verb, const std::vector<Filler>& bare, bool pronoun,
                          WordOrder& out) const;
    void order_one(const Sense& verb, const Filler& only, WordOrder& out) const;
    bool passes(std::uint32_t comma, std::size_t bare) const;
    std::optional<Filler> first_person(const Sense& verb) const;
    bool is_thing(const Filler& filler) const;
    bool is_feminine(const Filler& filler) const;
    bool is_masculine_verb(const Sense& verb) const;
    std::optional<Found> of_row(const Sense& verb, std::uint32_t part, const Arguments& around,
                                const std::optional<Filler>& elided) const;
    std::optional<Found> of_light(const Sense& verb, std::uint32_t part, const Arguments& around,
                                  const std::optional<Filler>& elided) const;
    static bool is_located(const Row& row, const Arguments& around);
    bool is_people(const Filler& filler) const;
    // A light verb with the noun that it carries.
    struct Carried {
        const Sense* noun = nullptr;
        Filler holder{};
    };
    Carried carried_by(const Sense& verb, const Arguments& around) const;
    void fill_carried(const Sense& verb, const Carried& carried, const Arguments& around,
                      const std::optional<Filler>& subject, Found& out) const;
    void fill_genitive(const Sense& noun, const Filler& rest, const Arguments& around,
                       const std::optional<Filler>& elided, Found& out) const;
    const Sense* noun_in(const Filler& filler) const;
    void fill_prepositions(const Row& row, const Arguments& around, Found& out) const;
    bool fill(const Filled& slot, const Filler& filler, Found& out) const;
    bool holds(const Row& row, bool restricted_met, const Found& found) const;
    void finish(Found& out, const Arguments& around) const;

    const Reading& in_;
    const Clauses& clauses_;
    const Fillers& fillers_;
};

}  // namespace isnad::events
