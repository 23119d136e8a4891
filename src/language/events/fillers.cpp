#include "language/events/fillers.h"

#include <algorithm>

namespace isnad::events {
namespace {

constexpr std::size_t most_names = 12;  // of one filler: a longer list is cut

bool may_act(NameType type) {
    return type != NameType::agreement && type != NameType::product && type != NameType::event;
}

bool is_place(NameType type) { return type == NameType::place || type == NameType::facility; }

}  // namespace

CountryNames country_names(const Before& before) {
    CountryNames out;
    for (std::uint32_t i = 0; i < before.names.size(); ++i) {
        const auto& known = before.names[i].known;
        if (known && known->table == "countries") out.emplace(known->row, i);
    }
    return out;
}

// Of the names in [first, end) the last person; else the first name that may act.
bool Fillers::add_names(std::uint32_t first, std::uint32_t end, Filler& out) const {
    std::uint32_t chosen = nothing;
    bool person = false;
    for (std::uint32_t at = first; at < end; ++at) {
        const std::uint32_t name = in_.places.name[at];
        if (name == nothing || !may_act(in_.before.names[name].type)) continue;
        const bool is_person = in_.before.names[name].type == NameType::person;
        if (chosen != nothing && !is_person) continue;
        chosen = name;
        person = person || is_person;
    }
    std::uint32_t mention = nothing;
    for (std::uint32_t at = first; at < end && mention == nothing; ++at) mention = in_.places.mention[at];
    if (mention != nothing && !person && in_.before.mentions[mention].kind != MentionKind::pronoun) {
        const Mention& of = in_.before.mentions[mention];
        if (!out.agent.mention) out.agent.mention = mention;
        out.agent.names.insert(out.agent.names.end(), of.names.begin(), of.names.end());
        out.named = true;
        out.only_places = false;
        return true;
    }
    if (chosen == nothing) return false;
    out.agent.names.push_back(chosen);
    out.only_places = is_place(in_.before.names[chosen].type) && (!out.named || out.only_places);
    out.named = true;
    out.person = out.person || person;
    return true;
}

void Fillers::add_words(std::uint32_t first, std::uint32_t end, Filler& out) const {
    if (first >= end) return;
    out.end = std::max(out.end, end);
    if (out.agent.names.size() >= most_names || add_names(first, end, out)) return;
    for (std::uint32_t at = first; at < end; ++at) {
        const std::string_view country = in_.knowledge.country_of(in_.before.words, at);
        if (country.empty()) continue;
        out.by_adjective = true;
        const auto name = countries_.find(country);
        if (name == countries_.end()) continue;
        out.agent.names.push_back(name->second);
        out.named = true;
        return;
    }
}

bool Fillers::opens_with_name(std::uint32_t word) const {
    return in_.places.name[word] != nothing || in_.places.mention[word] != nothing ||
           in_.knowledge.is_title(in_.before.words, word);
}

// Whether a phrase behind "and" goes on with a filler: names with names, common nouns with common nouns.
bool Fillers::goes_with(std::uint32_t part, const Filler& filler) const {
    const Part& next = clauses_.parts[part];
    if (next.kind != PartKind::phrase || !next.joined || next.slot != filler.slot) return false;
    return !filler.named || opens_with_name(next.first) || !opens_with_name(filler.first);
}

// "the Russian president, Vladimir Putin,": a person's name between commas behind a phrase without one.
bool Fillers::is_apposition(std::uint32_t part, const Filler& filler) const {
    if (part + 1 >= clauses_.parts.size() || filler.person) return false;
    const Part& name = clauses_.parts[part + 1];
    if (clauses_.parts[part].kind != PartKind::comma || name.kind != PartKind::phrase || name.joined ||
        name.slot != Slot::none)
        return false;
    const std::uint32_t of = in_.places.name[name.first];
    return of != nothing && in_.before.names[of].type == NameType::person;
}

Filler Fillers::at(std::uint32_t part, std::uint32_t from_word) const {
    const auto& parts = clauses_.parts;
    Filler out;
    out.part = out.last_part = part;
    out.slot = parts[part].slot;
    out.first = out.end = from_word;
    add_words(from_word, parts[part].end, out);
    std::uint32_t next = part + 1;
    constexpr std::uint32_t longest = 16;
    while (next < parts.size() && next < part + longest) {
        if (goes_with(next, out)) {
            add_words(parts[next].first, parts[next].end, out);
            out.last_part = next++;
        } else if (is_apposition(next, out)) {
            out.agent.names.clear();
            out.agent.mention.reset();
            add_words(parts[next + 1].first, parts[next + 1].end, out);
            out.last_part = next + 1;
            next += 2;
            if (next < parts.size() && parts[next].kind == PartKind::comma) out.last_part = next++;
        } else {
            break;
        }
    }
    if (out.first < out.end) {
        Span span = hull(in_.word(out.first).span, in_.word(out.end - 1).span);
        const std::uint32_t name = in_.places.name[out.first];
        if (name != nothing) span.begin = std::max(span.begin, in_.before.names[name].span.begin);
        out.agent.span = span;
    }
    return out;
}

bool Fillers::name_is_of(std::uint32_t name, const Classes& classes) const {
    const ClassNumbers& of = in_.knowledge.classes();
    switch (in_.before.names[name].type) {
        case NameType::person: return classes.test(of.person);
        case NameType::place:
        case NameType::facility: return classes.test(of.place) || classes.test(of.territory);
        case NameType::organisation: return classes.test(of.body);
        case NameType::agreement: return classes.test(of.agreement);
        case NameType::product: return classes.test(of.arms);
        default: return false;
    }
}

bool Fillers::is_of(const Filler& filler, const Classes& classes) const {
    constexpr std::uint32_t reach = 6;
    const bool leads = filler.first < filler.end && opens_with_name(filler.first);
    for (std::uint32_t at = filler.first; at < filler.end && at < filler.first + reach; ++at) {
        const std::uint32_t name = in_.places.name[at];
        if (name != nothing && leads && name_is_of(name, classes)) return true;
        for (const Sense& sense : clauses_.senses_of(at)) {
            if ((sense.row->frame.is & classes).any()) return true;
        }
    }
    return false;
}

}  // namespace isnad::events
