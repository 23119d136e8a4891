#include "language/events/roles.h"

#include <algorithm>

namespace isnad::events {

bool Roles::fill(const Filled& slot, const Filler& filler, Found& out) const {
    if (slot.classes.any() && !fillers_.is_of(filler, slot.classes)) return false;
    switch (slot.role) {
        case Role::actor: out.actors.push_back(filler); break;
        case Role::recipient: out.recipients.push_back(filler); break;
        case Role::place: out.places.push_back(filler); break;
        default: out.themes.push_back(filler); break;
    }
    return true;
}

void Roles::fill_prepositions(const Row& row, const Arguments& around, Found& out) const {
    for (const Filler& filler : around.prepositional) {
        if (filler.slot == Slot::by && filler.named) {
            out.actors.push_back(filler);
            continue;
        }
        for (const Filled& slot : row.frame.slots) {
            if (slot.slot == filler.slot && slot.classes.none() && fill(slot, filler, out)) break;
        }
    }
}

// Whether a row that is weak has what it asks for.
bool Roles::holds(const Row& row, bool restricted_met, const Found& found) const {
    const bool restricted = std::any_of(row.frame.slots.begin(), row.frame.slots.end(),
                                        [](const Filled& slot) { return slot.classes.any(); });
    if (!row.weak || (restricted && restricted_met)) return true;
    if (restricted) return false;
    const auto named = [](const Filler& filler) { return filler.named && !filler.elided; };
    const auto spoken = std::count_if(found.actors.begin(), found.actors.end(), named) +
                        std::count_if(found.recipients.begin(), found.recipients.end(), named);
    const auto elided = std::count_if(found.actors.begin(), found.actors.end(),
                                      [](const Filler& filler) { return filler.named && filler.elided; });
    return spoken > 0 && spoken + elided > 1;
}

void Roles::finish(Found& out, const Arguments& around) const {
    out.end = std::max(out.end, out.trigger.end);
    for (const auto* fillers : {&out.actors, &out.recipients, &out.themes, &out.places}) {
        for (const Filler& filler : *fillers) {
            if (filler.elided || filler.first < out.trigger.at) continue;
            out.end = std::max(out.end, filler.end);
            out.last_part = std::max(out.last_part, filler.last_part);
        }
    }
    out.times = around.times;
    const auto acts = [&](const Filler& filler) {
        return filler.named && std::any_of(out.actors.begin(), out.actors.end(), [&](const Filler& actor) {
                   return actor.agent.names == filler.agent.names && !filler.agent.names.empty();
               });
    };
    std::erase_if(out.recipients, acts);
}

std::optional<Found> Roles::of_row(const Sense& verb, std::uint32_t part, const Arguments& around,
                                   const std::optional<Filler>& elided) const {
    const Row& row = *verb.row;
    const WordOrder order = this->order(verb, around, elided);
    Found out;
    out.row = &row;
    out.trigger = verb;
    out.part = out.last_part = part;
    out.rule = order.passive   ? "events.passive"
               : around.before ? "events.subject_first"
                               : "events.verb_first";
    bool restricted = false;
    const auto try_slot = [&](Slot slot, const std::optional<Filler>& filler) {
        if (!filler) return;
        for (const Filled& filled : row.frame.slots) {
            if (filled.slot != slot || !fill(filled, *filler, out)) continue;
            restricted = restricted || filled.classes.any();
            break;
        }
    };
    try_slot(Slot::subject, order.subject);
    try_slot(Slot::object, order.object);
    try_slot(Slot::second, order.second);
    for (const Filler& filler : around.prepositional) {
        for (const Filled& filled : row.frame.slots) {
            if (filled.slot == filler.slot && filled.classes.any() && fill(filled, filler, out)) {
                restricted = true;
                break;
            }
        }
    }
    fill_prepositions(row, around, out);
    if (!holds(row, restricted, out)) return std::nullopt;
    finish(out, around);
    return out;
}

// Whether a sense is a noun that tells an event, with the class in its genitive that its row asks for.
bool Roles::is_event_noun(const Sense& sense, std::uint32_t part) const {
    const Row& row = *sense.row;
    if (!row.trigger || (row.form != Form::masdar && row.form != Form::noun)) return false;
    const Filled* genitive = row.frame.filled(Slot::genitive);
    if (genitive == nullptr || genitive->classes.none()) return true;
    if (sense.end >= clauses_.parts[part].end) return false;
    return std::any_of(row.frame.slots.begin(), row.frame.slots.end(), [&](const Filled& slot) {
        return slot.slot == Slot::genitive && fillers_.is_of(fillers_.at(part, sense.end), slot.classes);
    });
}

// The noun of an event that stands at the head of a phrase.
const Sense* Roles::noun_in(const Filler& filler) const {
    constexpr std::uint32_t reach = 2;
    const std::uint32_t end = std::min(filler.first + reach, clauses_.parts[filler.part].end);
    for (std::uint32_t at = filler.first; at < end; ++at) {
        for (const Sense& sense : clauses_.senses_of(at)) {
            if (is_event_noun(sense, filler.part)) return &sense;
        }
    }
    return nullptr;
}

Roles::Carried Roles::carried_by(const Sense& verb, const Arguments& around) const {
    Carried out;
    const auto try_holder = [&](const Filler& filler) {
        if (out.noun != nullptr) return;
        out.noun = noun_in(filler);
        out.holder = filler;
    };
    const Slot carries = verb.row->frame.carries;
    if (carries == Slot::object || carries == Slot::subject) {
        for (const Filler& filler : around.bare) try_holder(filler);
        if (around.before) try_holder(*around.before);
    } else {
        for (const Filler& filler : around.prepositional) {
            if (filler.slot == carries) try_holder(filler);
        }
    }
    return out;
}

// The roles that the noun of a light verb gives to what stands around both.
void Roles::fill_carried(const Sense& verb, const Carried& carried, const Arguments& around,
                         const std::optional<Filler>& subject, Found& out) const {
    const Row& row = *carried.noun->row;
    fill_prepositions(row, around, out);
    for (const Filled& slot : verb.row->frame.slots) {
        for (const Filler& filler : around.prepositional) {
            if (filler.slot == slot.slot && row.frame.filled(slot.slot) == nullptr) fill(slot, filler, out);
        }
    }
    const Filled* genitive = row.frame.filled(Slot::genitive);
    const Filler rest = fillers_.at(carried.holder.part, std::min(carried.noun->end, carried.holder.end));
    if (genitive != nullptr && rest.named && rest.first < rest.end)
        fill({Slot::genitive, subject ? Role::recipient : genitive->role, {}}, rest, out);
}

// "held talks", "launched an attack": the noun gives the event, the verb its subject.
std::optional<Found> Roles::of_light(const Sense& verb, std::uint32_t part, const Arguments& around,
                                     const std::optional<Filler>& elided) const {
    const Carried carried = carried_by(verb, around);
    if (carried.noun == nullptr) return std::nullopt;
    Found out;
    out.row = carried.noun->row;
    out.trigger = verb;
    out.part = out.last_part = part;
    out.carried = true;
    out.holder = carried.holder.part;
    out.rule = "events.light_verb";
    std::optional<Filler> subject = order(verb, around, elided).subject;
    if (subject && subject->part == out.holder) subject.reset();
    for (const Filler& filler : around.bare) {
        if (!subject && filler.part != out.holder) subject = filler;
    }
    if (!subject && around.before && around.before->part != out.holder) subject = around.before;
    const Filled* by_subject = verb.row->frame.filled(Slot::subject);
    if (by_subject != nullptr && subject) {
        fill(*by_subject, *subject, out);
    } else if (by_subject != nullptr && elided && verb.row->form != Form::passive) {
        Filler again = *elided;
        again.elided = true;
        fill(*by_subject, again, out);
    }
    fill_carried(verb, carried, around, subject, out);
    const Filled* genitive = out.row->frame.filled(Slot::genitive);
    const bool restricted = genitive != nullptr && genitive->classes.any();
    if (out.row->weak && !holds(*out.row, restricted, out)) return std::nullopt;
    out.end = carried.holder.end;
    out.last_part = std::max(out.last_part, carried.holder.last_part);
    finish(out, around);
    return out;
}

std::optional<Found> Roles::of_verb(std::uint32_t part, const Arguments& around,
                                    const std::optional<Filler>& elided) const {
    const auto senses = clauses_.senses_of(clauses_.parts[part].first);
    const auto is_restricted = [](const Row& row) {
        return std::any_of(row.frame.slots.begin(), row.frame.slots.end(),
                           [](const Filled& slot) { return slot.classes.any(); });
    };
    // Rows that ask for a class first, then light verbs, then the others, the weak last.
    for (int pass = 0; pass < 4; ++pass) {
        for (const Sense& sense : senses) {
            const Row& row = *sense.row;
            if (!is_verb(row.form)) continue;
            const bool light = row.frame.carries != Slot::none;
            const int rank = light ? 1 : !row.trigger ? 9 : is_restricted(row) ? 0 : row.weak ? 3 : 2;
            if (rank != pass) continue;
            if (row.form == Form::perfect && around.bare.size() == 1 && !around.before &&
                std::any_of(senses.begin(), senses.end(), [&](const Sense& other) {
                    return other.row->form == Form::passive && other.row->type == row.type && !light &&
                           other.row->trigger;
                }))
                continue;  // a transitive verb without an object is a passive
            auto found = light ? of_light(sense, part, around, elided) : of_row(sense, part, around, elided);
            if (found) return found;
        }
    }
    return std::nullopt;
}

// "protests in Khartoum": a protest needs nobody's name where a place is named.
bool Roles::is_located(const Row& row, const Arguments& around) {
    if (row.type != PloverType::protest) return false;
    return std::any_of(around.prepositional.begin(), around.prepositional.end(),
                       [](const Filler& filler) { return filler.slot == Slot::fi && filler.only_places; });
}

// People without a name: of the class of persons, or counted.
bool Roles::is_people(const Filler& filler) const {
    Classes person;
    person.set(in_.knowledge.classes().person);
    if (fillers_.is_of(filler, person)) return true;
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t at = filler.first; at < filler.end && at < filler.first + reach; ++at) {
        if (in_.places.quantity[at] != nothing) return true;
    }
    return false;
}

// What stands behind a verbal noun, or the pronoun on it: who acts, or who suffers.
void Roles::fill_genitive(const Sense& noun, const Filler& rest, const Arguments& around,
                          const std::optional<Filler>& elided, Found& out) const {
    const Row& row = *noun.row;
    const Filled* genitive = row.frame.filled(Slot::genitive);
    if (genitive == nullptr) return;
    Filled as = *genitive;
    const bool object_follows = !around.bare.empty() && around.bare[0].named && rest.named &&
                                around.bare[0].part == rest.last_part + 1;
    const bool acts = rest.by_adjective || !out.recipients.empty() || object_follows ||
                      (row.mode == "visit" && rest.person);
    if (as.role == Role::recipient && as.classes.none() && acts) as.role = Role::actor;
    if (object_follows && as.role == Role::actor && genitive->role == Role::recipient)
        out.recipients.push_back(around.bare[0]);
    const bool unnamed_victims =
        row.type == PloverType::assault && genitive->classes.none() && is_people(rest);
    if (rest.first < rest.end && (rest.named || rest.by_adjective)) {
        fill(as, rest, out);
    } else if (rest.first < rest.end && unnamed_victims) {
        fill({Slot::genitive, Role::recipient, {}}, rest, out);  // "the death of seven people"
    }
    if (in_.word(noun.at).enclitic == 0 || !elided) return;
    Filler again = *elided;
    again.elided = true;
    if (row.type != PloverType::coerce && row.type != PloverType::assault) as.role = Role::actor;
    fill(as, again, out);
}

bool Roles::may_take_part(const Filler& filler) const {
    if (filler.named || filler.by_adjective || filler.elided || is_people(filler)) return true;
    if (filler.first >= filler.end) return false;
    if (in_.knowledge.is_title(in_.before.words, filler.first) ||
        in_.knowledge.is_class_noun(in_.before.words, filler.first))
        return true;
    Classes concrete;
    const ClassNumbers& of = in_.knowledge.classes();
    for (const std::size_t number : {of.people, of.troops, of.body, of.territory, of.place, of.arms, of.bomb})
        concrete.set(number);
    return fillers_.is_of(filler, concrete);
}

std::optional<Found> Roles::of_noun(std::uint32_t part, const Sense& noun, const Arguments& around,
                                    const std::optional<Filler>& elided) const {
    Found out;
    out.row = noun.row;
    out.trigger = noun;
    out.part = out.last_part = part;
    out.rule = "events.noun";
    fill_prepositions(*noun.row, around, out);
    const Filler rest = fillers_.at(part, noun.end);
    fill_genitive(noun, rest, around, elided, out);
    const auto known = [&](const Filler& filler) {
        return filler.named || filler.by_adjective || is_people(filler);
    };
    const bool any = std::any_of(out.actors.begin(), out.actors.end(), known) ||
                     std::any_of(out.recipients.begin(), out.recipients.end(), known);
    const Filled* genitive = noun.row->frame.filled(Slot::genitive);
    const bool met = genitive != nullptr && rest.first < rest.end && fillers_.is_of(rest, genitive->classes);
    if ((!any && !is_located(*noun.row, around)) || !holds(*noun.row, met, out)) return std::nullopt;
    finish(out, around);
    return out;
}

}  // namespace isnad::events
