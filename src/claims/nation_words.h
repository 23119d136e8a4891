// Which country a word of nationality, a known person, a known body or a capital belongs to: the tables of
// countries, demonyms, persons, organisations and places, read once for a dossier.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/entity.h"
#include "model/words.h"

namespace isnad::claims {

class NationWords {
  public:
    explicit NationWords(const lexicon::Lexicon& lexicon);

    // The ids of the countries (rows of lexicon/countries.tsv) that the adjectives of nationality inside a
    // span name, in order: "the [Russian] minister", "the [North Korean] leader".
    std::vector<std::string_view> countries_in(const Words& words, Span span) const;

    // The ids of the countries that a known entity acts for: the offices of a person, the state of a public
    // body, the state of a capital.
    std::vector<std::string> countries_of(const Known& known) const;

    // Whether a known place is a city, town or village: not a country, region or river.
    bool is_city(const Entity& entity) const;

    // Whether two known places lie apart: two towns, or places of two countries. Places of which one may lie
    // in the other, or that are not known, do not.
    bool are_apart(const Entity& a, const Entity& b) const;

  private:
    void read_countries();
    void read_demonyms();
    void read_persons();
    void read_organisations();
    void read_places();
    std::string_view country_of(const Entity& place) const;
    void add_nisba(std::string_view nisba, std::string_view country);
    template <class Row>
    void each_row(const char* table, Row row) const;

    const lexicon::Lexicon& lexicon_;
    std::map<std::string, std::string_view, std::less<>> by_nisba_;
    std::map<std::string, std::string_view, std::less<>> by_capital_;        // search form of the capital
    std::map<std::string, std::vector<std::string>, std::less<>> of_known_;  // "table:row"
    std::set<std::string, std::less<>> cities_;                              // ids of places
    std::map<std::string, std::string, std::less<>> country_of_place_;       // by the id of the place
};

}  // namespace isnad::claims
