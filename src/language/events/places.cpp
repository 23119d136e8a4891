#include "language/events/places.h"

namespace isnad::events {
namespace {

// Layers are sorted by begin; a later annotation that begins inside an earlier one and ends before it is left
// out (`inner` false) or taken for its words (`inner` true).
template <class Item>
std::vector<std::uint32_t> places_of(const Words& words, const Layer<Item>& layer, bool inner) {
    std::vector<std::uint32_t> out(words.words.size(), nothing);
    std::size_t next = 0;
    std::vector<std::uint32_t> open;
    for (std::size_t at = 0; at < out.size(); ++at) {
        const Span word = words.words[at].span;
        while (next < layer.size() && layer[next].span.begin < word.end) {
            const auto index = static_cast<std::uint32_t>(next++);
            if (layer[index].span.end > word.begin) open.push_back(index);
        }
        while (!open.empty() && layer[open.back()].span.end <= word.begin) open.pop_back();
        if (open.empty()) continue;
        std::size_t best = open.size() - 1;
        constexpr std::size_t deepest = 8;
        if (!inner) {
            for (std::size_t i = best; i-- > 0 && open.size() - i <= deepest;) {
                if (layer[open[i]].span.end >= layer[open[best]].span.end) best = i;
            }
        }
        if (layer[open[best]].span.end > word.begin) out[at] = open[best];
    }
    return out;
}

}  // namespace

Places::Places(const Before& before)
    : name(places_of(before.words, before.names, false)),
      mention(places_of(before.words, before.mentions, false)),
      time(places_of(before.words, before.times, false)),
      quantity(places_of(before.words, before.quantities, false)),
      statement(places_of(before.words, before.statements, true)) {
    // "The Russian war on Ukraine" is what happens, and nobody who does anything.
    for (std::uint32_t& one : name) {
        if (one != nothing && before.names[one].type == NameType::event) one = nothing;
    }
}

}  // namespace isnad::events
