#include "claims/nation_words.h"

#include <algorithm>
#include <array>

#include "text/letters.h"
#include "text/normalise.h"
#include "text/spelled.h"

namespace isnad::claims {
namespace {

constexpr std::string_view heh = spelled<letters::heh>, yeh_noon = spelled<letters::yeh, letters::noon>,
                           waw_noon = spelled<letters::waw, letters::noon>,
                           alef_noon = spelled<letters::alef, letters::noon>,
                           teh_yeh_noon = spelled<letters::teh, letters::yeh, letters::noon>,
                           alef_teh = spelled<letters::alef, letters::teh>;

// A nisba without gender and number: masculine singular, without article.
std::string_view singular(std::string_view stem) {
    for (const std::string_view ending : {teh_yeh_noon, yeh_noon, waw_noon, alef_noon, alef_teh, heh}) {
        if (stem.size() > ending.size() + 4 && stem.ends_with(ending))
            return stem.substr(0, stem.size() - ending.size());
    }
    return stem;
}

std::string_view nation_stem(const Words& words, const Word& word) {
    const std::string_view form = words.search(word);
    return singular(form.substr(std::min<std::size_t>(word.stem_begin, form.size())));
}

// Each part of a list divided by `sign`.
template <class Use>
void split(std::string_view list, char sign, Use use) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(sign), list.size());
        use(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

}  // namespace

NationWords::NationWords(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {
    read_countries();
    read_demonyms();
    read_persons();
    read_organisations();
    read_places();
}

// Calls row(cell) for every row, where cell(column) is the text of a column.
template <class Row>
void NationWords::each_row(const char* name, Row row) const {
    const auto table = lexicon_.table(name);
    if (!table) return;
    for (std::uint32_t i = 0; i < lexicon_.rows(*table); ++i)
        row([&](const char* column) { return lexicon_.cell(*table, i, lexicon_.column(*table, column)); });
}

void NationWords::add_nisba(std::string_view nisba, std::string_view country) {
    std::string key;
    split(search_form(nisba), ' ', [&](std::string_view word) {
        if (!key.empty()) key += ' ';
        key += singular(word);
    });
    if (!key.empty()) by_nisba_.emplace(std::move(key), country);
}

void NationWords::read_countries() {
    each_row("countries", [&](auto cell) {
        const std::string_view id = cell("id");
        split(cell("nisba"), '|', [&](std::string_view nisba) { add_nisba(nisba, id); });
        if (!cell("capital").empty()) by_capital_.emplace(search_form(cell("capital")), id);
        of_known_["countries:" + std::string(id)].emplace_back(id);
    });
}

void NationWords::read_demonyms() {
    each_row("demonyms", [&](auto cell) {
        if (cell("kind") != "nisba" || cell("country").empty()) return;
        const std::string_view country = cell("country");
        split(cell("ar"), '|', [&](std::string_view nisba) { add_nisba(nisba, country); });
    });
}

// Offices are "role|country or body|from|to", divided by semicolons.
void NationWords::read_persons() {
    constexpr std::array public_roles{"president", "minister", "king",       "spokesman",
                                      "envoy",     "speaker",  "ambassador", "chief_of_staff"};
    each_row("persons", [&](auto cell) {
        std::vector<std::string> countries;
        split(cell("roles"), ';', [&](std::string_view role) {
            const std::size_t bar = role.find('|');
            if (bar == std::string_view::npos) return;
            const bool is_public =
                std::any_of(public_roles.begin(), public_roles.end(),
                            [&](const char* known) { return role.substr(0, bar).ends_with(known); });
            const std::string_view where = role.substr(bar + 1, role.find('|', bar + 1) - bar - 1);
            if (is_public && where.size() == 2) countries.emplace_back(where);
        });
        if (!countries.empty()) of_known_["persons:" + std::string(cell("id"))] = std::move(countries);
    });
}

void NationWords::read_organisations() {
    each_row("organisations", [&](auto cell) {
        const std::string_view kind = cell("kind"), country = cell("country");
        if (country.size() == 2 && (kind == "government" || kind == "military" || kind == "parliament"))
            of_known_["organisations:" + std::string(cell("id"))].emplace_back(country);
    });
}

void NationWords::read_places() {
    each_row("places", [&](auto cell) {
        bool capital = false;
        split(cell("ar"), '|', [&](std::string_view name) {
            const auto at = by_capital_.find(search_form(name));
            capital = capital || (at != by_capital_.end() && at->second == cell("country"));
        });
        const std::string_view kind = cell("kind");
        if (cell("country").size() == 2) country_of_place_.emplace(cell("id"), cell("country"));
        if (kind == "city" || kind == "town" || kind == "village") cities_.emplace(cell("id"));
        if (capital) of_known_["places:" + std::string(cell("id"))].emplace_back(cell("country"));
    });
}

std::vector<std::string_view> NationWords::countries_in(const Words& words, Span span) const {
    std::vector<std::string_view> out;
    std::string_view before;
    for (const Word& word : words.words.starting_in(span)) {
        const std::string_view stem = nation_stem(words, word);
        auto at = by_nisba_.end();
        if (!before.empty()) at = by_nisba_.find(std::string(before) + ' ' + std::string(stem));
        if (at != by_nisba_.end() && !out.empty() && by_nisba_.count(before) > 0) out.pop_back();
        if (at == by_nisba_.end()) at = by_nisba_.find(stem);
        if (at != by_nisba_.end()) out.push_back(at->second);
        before = stem;
    }
    return out;
}

bool NationWords::is_city(const Entity& entity) const {
    return entity.known && entity.known->table == "places" && cities_.count(entity.known->row) > 0;
}

std::string_view NationWords::country_of(const Entity& place) const {
    if (!place.known) return {};
    if (place.known->table == "countries") return place.known->row;
    const auto at = country_of_place_.find(place.known->row);
    return at == country_of_place_.end() || place.known->table != "places" ? std::string_view{} : at->second;
}

bool NationWords::are_apart(const Entity& a, const Entity& b) const {
    if (!a.known || !b.known || *a.known == *b.known) return false;
    const std::string_view first = country_of(a), second = country_of(b);
    if (first.empty() || second.empty()) return false;
    return first != second || (is_city(a) && is_city(b));
}

std::vector<std::string> NationWords::countries_of(const Known& known) const {
    const auto at = of_known_.find(known.table + ":" + known.row);
    return at == of_known_.end() ? std::vector<std::string>{} : at->second;
}

}  // namespace isnad::claims
