#include "language/names/second_look.h"

#include <algorithm>

#include "base/hash.h"
#include "language/names/numbering.h"

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

// Words of one key share their counts.
SecondLook::SecondLook(std::span<const std::uint64_t> keys, std::span<const std::uint8_t> first_tags)
    : tags_(first_tags), views_(keys.size()) {
    struct Mentions {
        Counts tags{};
        std::uint32_t all = 0;
    };
    Numbering numbers(keys.size());
    std::vector<Mentions> mentions(1);
    std::vector<std::uint32_t> own(keys.size(), 0);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == 0) continue;
        own[i] = numbers.of(keys[i]);
        mentions.resize(numbers.size());
        ++mentions[own[i]].all;
        std::uint16_t& count = mentions[own[i]].tags[first_tags[i]];
        if (count < UINT16_MAX) ++count;
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (mentions[own[i]].all < 2) continue;
        Counts others = mentions[own[i]].tags;
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
