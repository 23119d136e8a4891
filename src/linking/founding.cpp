#include "linking/founding.h"

#include <algorithm>

#include "text/normalise.h"

namespace isnad::linking {

NameType TypeVote::winner(NameType founding) const {
    std::size_t best = static_cast<std::size_t>(founding);
    for (std::size_t i = 0; i < votes_.size(); ++i) {
        if (votes_[i] > votes_[best]) best = i;
    }
    return static_cast<NameType>(best);
}

void add_spelling(Entity& entity, std::string_view spelling) {
    if (std::find(entity.spellings.begin(), entity.spellings.end(), spelling) == entity.spellings.end())
        entity.spellings.emplace_back(spelling);
}

std::string fullest(const std::vector<std::string>& spellings) {
    const auto rank = [](const std::string& spelling) {
        return std::pair(std::count(spelling.begin(), spelling.end(), ' '), spelling.size());
    };
    const auto best = std::max_element(spellings.begin(), spellings.end(),
                                       [&](const auto& x, const auto& y) { return rank(x) < rank(y); });
    return best == spellings.end() ? std::string() : *best;
}

void spell_in_latin(Entity& entity, const EnglishNames& english) {
    entity.latin = entity.en.empty() ? english.spell(entity.ar, entity.type) : std::string();
}

void Descriptions::describe(Entity& entity, const Known& known) {
    const Row& row = row_of(known);
    entity.known = known;
    entity.en = row.en;
    entity.wikidata = row.wikidata;
}

std::string Descriptions::shown_spelling(const Entity& entity) {
    if (!entity.known) return fullest(entity.spellings);
    const std::string row = search_form(name_of(*entity.known));
    const auto words = [](const std::string& text) { return std::count(text.begin(), text.end(), ' '); };
    std::vector<std::string> fitting;
    for (const std::string& spelling : entity.spellings) {
        const std::string form = search_form(spelling);
        if (form == row) return spelling;
        if (words(form) <= words(row)) fitting.push_back(spelling);
    }
    return fullest(fitting.empty() ? entity.spellings : fitting);
}

const Descriptions::Row& Descriptions::row_of(const Known& known) {
    const auto [at, added] = rows_.try_emplace({known.table, known.row});
    if (added) at->second = read_row(known);
    return at->second;
}

Descriptions::Row Descriptions::read_row(const Known& known) const {
    const auto table = lexicon_.table(known.table);
    if (!table) return {};
    const auto row = ids_.find(*table, known.row);
    if (!row) return {};
    const std::string_view names = lexicon_.cell(*table, *row, 0);
    return {std::string(names.substr(0, names.find('|'))),
            std::string(lexicon_.cell(*table, *row, lexicon_.column(*table, "en"))),
            std::string(lexicon_.cell(*table, *row, lexicon_.column(*table, "wikidata")))};
}

std::string country_of(const Layer<Name>& names) {
    std::map<std::string, std::uint32_t> votes;
    for (const Name& name : names) {
        if (name.known && name.known->table == "countries") ++votes[name.known->row];
    }
    std::string best;
    std::uint32_t most = 0;
    for (const auto& [row, count] : votes) {
        if (count == most) best.clear();
        if (count > most) best = row;
        most = std::max(most, count);
    }
    return best;
}

}  // namespace isnad::linking
