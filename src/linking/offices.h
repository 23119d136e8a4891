// Who holds which office, by the titles in front of names.
#pragma once

#include <vector>

#include "model/dossier.h"

namespace isnad::linking {

// Each office of a person once (titles are equal when their search forms are), in order of first mention.
std::vector<EntityRelation> find_offices(const Collection& collection);

}  // namespace isnad::linking
