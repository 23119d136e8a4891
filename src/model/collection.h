// A collection: all pages that are read together, with the entities they share. Made by engine::collect.
#pragma once

#include <cstdint>
#include <vector>

#include "model/analysis.h"

namespace isnad {

// Index of a document in its collection.
using DocumentIndex = std::uint32_t;

struct Collection {
    struct Place {
        std::uint32_t page = 0;
        std::uint32_t article = 0;
    };

    std::vector<PageAnalysis> pages;  // in order of input
    std::vector<Place> documents;     // every article once: of equal documents only the first is here
    std::vector<Entity> entities;     // across all pages, in order of first mention
    std::vector<std::vector<std::uint32_t>> entity_of;  // [document][name] -> index into entities
    std::vector<std::vector<std::vector<std::uint32_t>>>
        entities_of_mention;  // [document][mention] -> indices
    std::vector<Problem> problems;

    const Analysis& analysis(DocumentIndex document) const {
        const Place place = documents[document];
        return pages[place.page].articles[place.article];
    }
    const PageAnalysis& page(DocumentIndex document) const { return pages[documents[document].page]; }

    // The entities that an agent of a document stands for, ascending, each once.
    std::vector<std::uint32_t> entities_of(DocumentIndex document, const Agent& agent) const;
};

}  // namespace isnad
