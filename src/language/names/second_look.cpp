#include "language/names/second_look.h"

#include <algorithm>
#include <bit>

#include "base/hash.h"

namespace isnad::names {
namespace {

// Seeds beside those of tagger_features.cpp.
enum class Sight : std::uint8_t { beside = 0x80, with_own, often };

constexpr std::size_t shortest_mention = 6;  // bytes

Feature sight(Sight kind, std::uint64_t value) { return hash_join(static_cast<std::uint64_t>(kind), value); }

}  // namespace

std::vector<std::uint64_t> mention_keys(const Sightings& seen) {
    std::vector<std::uint64_t> out(seen.size(), 0);
    for (std::uint32_t i = 0; i < seen.size(); ++i) {
        const WordKind kind = seen.word(i).kind;
        if (kind != WordKind::arabic && kind != WordKind::foreign) continue;
        const std::string_view form = seen.form(i, seen.word(i).name_begin);
        if (form.size() >= shortest_mention && !seen.is_grammar(form)) out[i] = hash_bytes(form);
    }
    return out;
}

// Words of one key share their counts; a table of open addresses finds them.
SecondLook::SecondLook(std::span<const std::uint64_t> keys, std::span<const std::uint8_t> first_tags)
    : tags_(first_tags), views_(keys.size()) {
    std::vector<std::uint32_t> slots(std::bit_ceil(keys.size() * 2 + 2), 0), own(keys.size(), 0);
    std::vector<std::uint64_t> known{0};
    std::vector<Counts> counts(1);
    std::vector<std::uint32_t> mentions{0};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == 0) continue;
        std::size_t at = keys[i] & (slots.size() - 1);
        while (slots[at] != 0 && known[slots[at]] != keys[i]) at = (at + 1) & (slots.size() - 1);
        if (slots[at] == 0) {
            slots[at] = static_cast<std::uint32_t>(known.size());
            known.push_back(keys[i]);
            counts.emplace_back();
            mentions.push_back(0);
        }
        own[i] = slots[at];
        ++mentions[own[i]];
        std::uint16_t& count = counts[own[i]][first_tags[i]];
        if (count < UINT16_MAX) ++count;
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (mentions[own[i]] < 2) continue;
        Counts others = counts[own[i]];
        --others[first_tags[i]];
        views_[i] = view_of(others);
    }
}

SecondLook::View SecondLook::view_of(Counts others) const {
    unsigned all = 0, names = 0;
    std::size_t most = 0;
    for (std::size_t tag = 0; tag < tags; ++tag) {
        all += others[tag];
        if (tag == outside) continue;
        names += others[tag];
        if (most == 0 || others[tag] > others[most]) most = tag;
    }
    if (all == 0) return {};
    View out;
    out.mentions = static_cast<std::uint8_t>(std::min(all, 3u));
    if (names == 0) return out;
    out.tag = static_cast<std::uint8_t>(most);
    out.share = names == all ? 3 : names * 2 >= all ? 2 : 1;
    return out;
}

void SecondLook::of_place(std::uint32_t first, std::uint32_t at, std::uint32_t end,
                          std::vector<Feature>& out) const {
    for (std::uint32_t i = at > first ? at - 1 : at; i < std::min(at + 2, end); ++i) {
        const View seen = views_[i];
        if (seen.mentions == 0) continue;
        const std::uint64_t what = std::uint64_t{seen.tag} << 2 | seen.share;
        out.push_back(sight(Sight::beside, hash_join(what, i + 1 - at)));
        if (i != at) continue;
        out.push_back(sight(Sight::with_own, hash_join(what, tags_[at])));
        out.push_back(sight(Sight::often, hash_join(what, seen.mentions)));
    }
}

}  // namespace isnad::names
