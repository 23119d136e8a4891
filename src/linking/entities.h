// Names that mean the same thing: entities across the articles of one page. Across pages comes with the case.
#pragma once

#include <span>
#include <vector>

#include "linking/knowledge.h"
#include "model/analysis.h"

namespace isnad::linking {

struct Entities {
    std::vector<Entity> entities;                       // in order of first mention
    std::vector<std::vector<std::uint32_t>> entity_of;  // [article][name] -> index of its entity
    std::vector<std::vector<std::vector<std::uint32_t>>>
        entities_of_mention;  // [article][mention] -> indices
};

Entities link_names(std::span<const Analysis> articles, const Knowledge& know);

}  // namespace isnad::linking
