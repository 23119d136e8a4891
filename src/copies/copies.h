// Copies among the documents of a collection: exact, near, contained, reworked.
#pragma once

#include "model/copy.h"

namespace isnad::copies {

Copies find_copies(const Collection& collection);

}  // namespace isnad::copies
