#include "language/names/names.h"

#include <algorithm>
#include <numeric>

#include "base/limits.h"
#include "language/names/candidates.h"
#include "language/names/tagger.h"

namespace isnad::names {
namespace {

std::string normal_form(const Sightings& seen, const Candidate& one) {
    std::string normal;
    for (std::uint32_t k = one.first; k < one.end; ++k) {
        if (seen.word(k).kind == WordKind::punctuation) continue;
        if (!normal.empty()) normal += ' ';
        normal += seen.form(k, k == one.first ? one.skip : std::uint8_t{0});
    }
    return normal;
}

// The title words in front of a person's name, without the signs between.
std::optional<Span> title_of(const Sightings& seen, const Candidate& one, const TitleMark& mark) {
    if (one.type != NameType::person || mark.level == 0) return std::nullopt;
    std::uint32_t end = one.first;
    while (end > mark.title && seen.word(end - 1).kind == WordKind::punctuation) --end;
    if (end <= mark.title) return std::nullopt;
    const NormalSpan where{seen.word(mark.title).normal.begin + mark.skip, seen.word(end - 1).normal.end};
    return seen.words().normal->original(where);
}

// A place whose name opens with a class noun of buildings and sites, or that the tables know as one.
bool is_facility(const Sightings& seen, const Candidate& one) {
    const auto facility = [&](const lexicon::Entry& entry) {
        return seen.knowledge().source(entry) != Source::none && seen.knowledge().facts(entry).facility;
    };
    if (one.type != NameType::place) return false;
    if (one.entry != nullptr && !seen.knowledge().facts(*one.entry).landmark) return facility(*one.entry);
    const auto found = seen.at(one.first);
    return std::any_of(found.begin(), found.end(), [&](const Sighting& noun) {
        return noun.has(bit(Source::noun)) && noun.skip == one.skip && noun.end < one.end &&
               std::any_of(noun.entries.begin(), noun.entries.end(), facility);
    });
}

Name name_of(const Sightings& seen, const Candidate& one, const TitleMark& mark) {
    Name name;
    const NormalSpan where{seen.word(one.first).normal.begin + one.skip, seen.word(one.end - 1).normal.end};
    name.span = seen.words().normal->original(where);
    name.type = is_facility(seen, one) ? NameType::facility : one.type;
    if (one.entry != nullptr) name.known = seen.knowledge().known(*one.entry);
    name.normal = normal_form(seen, one);
    name.why = {one.rule, std::min(one.weight, 1.0F)};
    name.title = title_of(seen, one, mark);
    if (one.sign != no_word) name.why.signs.push_back(seen.word(one.sign).span);
    return name;
}

// Names in order of place; indices of fuller names follow the order.
Layer<Name> layer_of(const Sightings& seen, const std::vector<TitleMark>& titles, const Candidates& found) {
    std::vector<std::uint32_t> order(found.size()), place(found.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return found[a].first < found[b].first; });
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::vector<Name> names;
    for (const std::uint32_t i : order) {
        if (names.size() == limits::annotations_per_layer) break;
        names.push_back(name_of(seen, found[i], titles[found[i].first]));
        if (found[i].part_of != no_word) names.back().full = place[found[i].part_of];
    }
    return Layer<Name>(std::move(names));
}

}  // namespace

Candidates find_by_rule(const Sightings& seen, const std::vector<TitleMark>& titles) {
    Candidates all;
    add_known(seen, titles, all);
    add_persons(seen, titles, all);
    add_class_nouns(seen, all);
    add_bodies(seen, all);
    add_tails(seen, all);
    return spread(seen, titles, tell_clubs(seen, continue_lists(seen, choose(std::move(all)))));
}

Layer<Name> find_names(const Document&, const Words& words, const words::Clitics& clitics,
                       const Knowledge& knowledge) {
    const Sightings seen(words, clitics, knowledge);
    const std::vector<TitleMark> titles = mark_titles(seen);
    Candidates by_rule = find_by_rule(seen, titles);
    const Tagger& tagger = knowledge.tagger();
    if (tagger.empty()) return layer_of(seen, titles, std::move(by_rule));
    const std::vector<std::uint8_t> found = tagger.tag(seen, by_rule, Convention::ours);
    return layer_of(seen, titles, link_parts(seen, titles, from_tags(seen, by_rule, found)));
}

}  // namespace isnad::names
