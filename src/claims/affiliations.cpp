#include "claims/affiliations.h"

#include <algorithm>
#include <map>
#include <string>

namespace isnad::claims {
namespace {

using CountryEntities = std::map<std::string, std::uint32_t, std::less<>>;

// The entities that are countries, by the id of their row.
CountryEntities countries_of(const Collection& collection) {
    CountryEntities out;
    for (std::uint32_t e = 0; e < collection.entities.size(); ++e) {
        const auto& known = collection.entities[e].known;
        if (known && known->table == "countries") out.emplace(known->row, e);
    }
    return out;
}

void add(std::vector<std::uint32_t>& list, std::uint32_t entity) {
    if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
}

}  // namespace

Affiliations::Affiliations(const Dossier& dossier, const NationWords& nations) {
    const Collection& collection = dossier.collection;
    countries_.resize(collection.entities.size());
    const CountryEntities countries = countries_of(collection);
    const auto tell = [&](std::uint32_t entity, std::string_view id) {
        if (const auto at = countries.find(id); at != countries.end()) add(countries_[entity], at->second);
    };
    for (const auto& [id, entity] : countries) add(countries_[entity], entity);
    for (std::uint32_t e = 0; e < collection.entities.size(); ++e) {
        if (const auto& known = collection.entities[e].known)
            for (const std::string& id : nations.countries_of(*known)) tell(e, id);
    }
    for (const EntityRelation& office : dossier.relations) {
        const Analysis& analysis = collection.analysis(office.at.document);
        for (const std::string_view id : nations.countries_in(analysis.words, office.at.span))
            tell(office.from, id);
        if (office.to) {
            for (const std::uint32_t country : countries_[*office.to]) add(countries_[office.from], country);
        }
    }
    for (auto& list : countries_) std::sort(list.begin(), list.end());
}

bool Affiliations::match(std::uint32_t a, std::uint32_t b) const {
    if (a == b) return true;
    return std::binary_search(countries_[a].begin(), countries_[a].end(), b) ||
           std::binary_search(countries_[b].begin(), countries_[b].end(), a);
}

std::size_t Affiliations::shared(const std::vector<std::uint32_t>& some,
                                 const std::vector<std::uint32_t>& others) const {
    std::vector<bool> used(others.size(), false);
    std::size_t count = 0;
    for (const bool exact : {true, false}) {
        for (const std::uint32_t one : some) {
            if (!exact && std::binary_search(others.begin(), others.end(), one)) continue;
            for (std::size_t i = 0; i < others.size(); ++i) {
                if (used[i] || (exact ? one != others[i] : !match(one, others[i]))) continue;
                used[i] = true;
                ++count;
                break;
            }
        }
    }
    return count;
}

}  // namespace isnad::claims
