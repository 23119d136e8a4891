// Entities across pages: the same name in five outlets is one entity, whatever its spelling.
#pragma once

#include "linking/knowledge.h"
#include "model/collection.h"

namespace isnad::linking {

// Fills entities, entity_of and entities_of_mention of a collection whose pages and documents are set.
// Does not depend on the number of threads; entity ids derive from the founding mention.
void link_pages(Collection& collection, const Knowledge& know);

}  // namespace isnad::linking
