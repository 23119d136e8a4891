// An entity: person, organisation, place and so on, known across the articles of a page (later: of a case).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/annotations.h"

namespace isnad {

struct Entity {
    std::string id;  // "e1", in order of first mention
    NameType type = NameType::person;
    std::string ar;        // the fullest spelling met
    std::string en;        // English name by the lexicon, empty when it has none
    std::string wikidata;  // "Q..." or empty
    std::optional<Known> known;
    std::vector<std::string> spellings;  // as they stand in the text, in order of first mention
    std::string latin{};  // without `en`: a name in Latin letters by rule, empty when no rule gives one
};

}  // namespace isnad
