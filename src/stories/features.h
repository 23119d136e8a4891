// What a document is about, as weighted features: its entities, its content words, the days it speaks of.
//
// Weights are logarithms of frequency times inverse document frequency, both over the collection and over
// news at large (stories/background.h). The beginning of a report counts more than its end. Each of the three
// kinds has its own share of the vector, so that a page of many names and one of few can be compared.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/civil.h"
#include "model/collection.h"
#include "stories/background.h"

namespace isnad::stories {

struct Feature {
    std::uint64_t what = 0;
    double weight = 0;
};

struct Profile {
    std::vector<Feature> features;     // by `what`, each once; of length 1, or none
    std::optional<Day> from, to;       // the reference date, as an interval
    std::vector<std::uint32_t> scene;  // entities: the places that the beginning tells events in; ascending
};

// One profile a document, in order.
std::vector<Profile> profiles_of(const Collection& collection, const Background& background);

// The word without proclitics, pronoun and the endings of number, gender and nisba: search form.
std::string_view stem_of(const Word& word, std::string_view search_form);

}  // namespace isnad::stories
