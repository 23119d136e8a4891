#include "language/events/frame.h"

#include <algorithm>
#include <array>
#include <utility>

namespace isnad::events {
namespace {

using Named = std::pair<std::string_view, Slot>;
constexpr std::array slots{Named{"subject", Slot::subject}, Named{"object", Slot::object},
                           Named{"second", Slot::second},   Named{"genitive", Slot::genitive},
                           Named{"bi", Slot::bi},           Named{"maa", Slot::maa},
                           Named{"ila", Slot::ila},         Named{"ala", Slot::ala},
                           Named{"li", Slot::li},           Named{"fi", Slot::fi},
                           Named{"an", Slot::an},           Named{"min", Slot::min},
                           Named{"bayna", Slot::bayna},     Named{"did", Slot::did},
                           Named{"by", Slot::by},           Named{"other", Slot::other}};

Role role_of(std::string_view name) {
    if (name == "actor") return Role::actor;
    if (name == "recipient") return Role::recipient;
    if (name == "place") return Role::place;
    return name == "theme" ? Role::theme : Role::none;
}

Mark mark_of(std::string_view name) {
    if (name == "planned") return Mark::planned;
    if (name == "possible") return Mark::possible;
    if (name == "conditional") return Mark::conditional;
    if (name == "probable") return Mark::probable;
    return name == "negative" ? Mark::negative : Mark::none;
}

// Cuts the first part off a text, up to a sign.
std::string_view take(std::string_view& text, char sign) {
    const std::size_t end = std::min(text.find(sign), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

void add_part(std::string_view part, ClassNames& names, Frame& out) {
    if (part == "pronoun") out.pronoun = true;
    std::string_view key = take(part, '=');
    if (part.empty()) return;
    if (key == "light") {
        out.carries = slot_of(part);
    } else if (key == "class") {
        out.is.set(names.number(part));
    } else if (key == "mark") {
        out.mark = mark_of(part);
    } else if (key == "preposition") {
        out.preposition = slot_of(part);
    } else {
        Filled filled{slot_of(take(key, ':')), role_of(part), {}};
        while (!key.empty()) filled.classes.set(names.number(take(key, '/')));
        if (filled.slot != Slot::none && filled.role != Role::none) out.slots.push_back(filled);
    }
}

}  // namespace

Slot slot_of(std::string_view name) {
    const auto found =
        std::find_if(slots.begin(), slots.end(), [&](const Named& slot) { return slot.first == name; });
    return found == slots.end() ? Slot::none : found->second;
}

std::size_t ClassNames::number(std::string_view name) {
    const auto found = numbers_.find(name);
    if (found != numbers_.end()) return found->second;
    const std::size_t next = std::min(numbers_.size(), Classes{}.size() - 1);
    numbers_.emplace(std::string(name), next);
    return next;
}

const Filled* Frame::filled(Slot slot) const {
    const auto found =
        std::find_if(slots.begin(), slots.end(), [&](const Filled& filled) { return filled.slot == slot; });
    return found == slots.end() ? nullptr : &*found;
}

Frame parse_frame(std::string_view text, ClassNames& names) {
    Frame out;
    while (!text.empty()) add_part(take(text, ' '), names, out);
    return out;
}

}  // namespace isnad::events
