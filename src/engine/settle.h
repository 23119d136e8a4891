// One round of settling: what a story knows better than a document of it becomes a revision beside the
// immutable analysis.
#pragma once

#include <vector>

#include "model/copy.h"
#include "model/dossier.h"
#include "model/story.h"

namespace isnad::engine {

// One revision a document, in order. A document whose page tells no date takes, in this order: that of the
// dated copies of its family (an exact or near copy has the same day, give or take its publication), or the
// days of the dated documents of its episode, as an interval. Copies count once. Nothing is guessed beyond
// that.
std::vector<Revision> settle(const Collection& collection, const Copies& copies,
                             const std::vector<Story>& stories);

}  // namespace isnad::engine
