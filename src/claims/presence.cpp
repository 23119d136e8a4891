#include <algorithm>

#include "claims/happenings.h"

namespace isnad::claims {
namespace {

// Names of one block, as entities.
struct Shown {
    std::vector<std::uint32_t> persons, cities;
};

Shown shown_in(const StoryView& view, DocumentIndex document, Span block) {
    Shown out;
    const Collection& collection = view.dossier.collection;
    for (const std::uint32_t entity : view.entities_in(document, block)) {
        const Entity& one = collection.entities[entity];
        const bool country = one.known && one.known->table == "countries";
        if (one.type == NameType::person) out.persons.push_back(entity);
        if (one.type == NameType::place && !country) out.cities.push_back(entity);
    }
    return out;
}

// Whether a person lives where the picture was taken, as far as is known: then it shows no visit.
bool is_at_home(const Affiliations& affiliations, std::uint32_t person, const Shown& shown) {
    const auto& own = affiliations.countries(person);
    const auto is_own = [&](std::uint32_t country) {
        return std::binary_search(own.begin(), own.end(), country);
    };
    for (const std::uint32_t city : shown.cities) {
        const auto& countries = affiliations.countries(city);
        if (std::any_of(countries.begin(), countries.end(), is_own)) return true;
    }
    return false;
}

}  // namespace

void add_presence(const StoryView& view, DocumentIndex document, std::vector<Happening>& out) {
    const Analysis& analysis = view.analysis(document);
    for (const Block& block : analysis.document->blocks()) {
        if (block.kind != BlockKind::caption) continue;
        const Shown shown = shown_in(view, document, block.span);
        if (shown.persons.empty() || shown.cities.empty()) continue;
        for (const Time& time : analysis.times.starting_in(block.span)) {
            const auto days = day_range(time.value);
            if (!days || days->days() != 1) continue;
            Happening seen;
            seen.document = document;
            seen.at = block.span;
            seen.sort = "visit";
            seen.where = shown.cities;
            seen.when = days;
            for (const std::uint32_t person : shown.persons) {
                if (!is_at_home(view.affiliations, person, shown)) seen.who.push_back(person);
            }
            seen.content = view.contents.of(document, block.span, {.names = false, .numbers = false});
            seen.whole = view.contents.of(document, block.span, {.names = true, .numbers = true});
            if (!seen.who.empty()) out.push_back(std::move(seen));
            break;
        }
    }
}

}  // namespace isnad::claims
