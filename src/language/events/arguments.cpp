#include "language/events/roles.h"

namespace isnad::events {

// Whether reading goes on behind a comma: into a preposition, a time, or a phrase that the verb still needs.
bool Roles::passes(std::uint32_t comma, std::size_t bare) const {
    const auto& parts = clauses_.parts;
    if (comma + 1 >= parts.size()) return false;
    const Part& next = parts[comma + 1];
    if (next.kind == PartKind::time) return true;
    if (next.kind != PartKind::phrase || next.joined) return false;
    if (next.slot != Slot::none) return true;
    const bool closes = comma >= 2 && parts[comma - 2].kind == PartKind::comma;
    return bare == 0 || closes;
}

Arguments Roles::arguments(std::uint32_t part) const {
    const auto& parts = clauses_.parts;
    Arguments out;
    out.last_part = part;
    constexpr std::uint32_t longest = 24;
    std::uint32_t at = part + 1;
    if (parts[part].kind == PartKind::phrase) at = fillers_.at(part).last_part + 1;
    for (; at < parts.size() && at < part + longest; ++at) {
        const Part& here = parts[at];
        if (here.kind == PartKind::comma) {
            if (!passes(at, out.bare.size())) break;
        } else if (here.kind == PartKind::time) {
            out.times.push_back(in_.places.time[here.first]);
        } else if (here.kind == PartKind::phrase) {
            Filler filler = fillers_.at(at);
            at = filler.last_part;
            if (!here.pronoun) (here.slot == Slot::none ? out.bare : out.prepositional).push_back(filler);
        } else {
            break;
        }
        out.last_part = at;
    }
    if (parts[part].kind != PartKind::verb || parts[part].joined) return out;
    for (std::uint32_t back = part; back-- > 0 && part - back < 8;) {
        const Part& here = parts[back];
        if (here.kind == PartKind::time || here.kind == PartKind::comma) continue;
        if (here.kind != PartKind::phrase) {
            if (here.kind != PartKind::relative) break;
            continue;  // "who", "which": the noun before it
        }
        if (here.pronoun) break;
        std::uint32_t head = back;
        while (head > 0 && parts[head].joined && parts[head - 1].kind == PartKind::phrase) --head;
        const bool antecedent = back + 1 < part && parts[back + 1].kind == PartKind::relative;
        if (here.slot == Slot::none || antecedent) out.before = fillers_.at(head);
        if (here.slot == Slot::none || antecedent) break;
        back = head;
    }
    return out;
}

}  // namespace isnad::events
