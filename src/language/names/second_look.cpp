#include "language/names/second_look.h"

#include <algorithm>

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

SecondLook::SecondLook(std::span<const std::uint64_t> keys, std::span<const std::uint8_t> first_tags)
    : keys_(keys), tags_(first_tags) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == 0) continue;
        std::uint16_t& count = counts_[keys[i]][first_tags[i]];
        if (count < UINT16_MAX) ++count;
    }
}

bool SecondLook::sees(std::uint32_t word) const { return view(word).mentions > 0; }

SecondLook::View SecondLook::view(std::uint32_t word) const {
    if (keys_[word] == 0) return {};
    Counts others = counts_.at(keys_[word]);
    --others[tags_[word]];
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
        const View seen = view(i);
        if (seen.mentions == 0) continue;
        const std::uint64_t what = std::uint64_t{seen.tag} << 2 | seen.share;
        out.push_back(sight(Sight::beside, hash_join(what, i + 1 - at)));
        if (i != at) continue;
        out.push_back(sight(Sight::with_own, hash_join(what, tags_[at])));
        out.push_back(sight(Sight::often, hash_join(what, seen.mentions)));
    }
}

}  // namespace isnad::names
