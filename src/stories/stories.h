// Stories and their episodes among the documents of a collection. Every document is in exactly one story.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/copy.h"
#include "model/story.h"

namespace isnad::stories {

std::vector<Story> find_stories(const Collection& collection, const Copies& copies,
                                const lexicon::Lexicon& lexicon);

}  // namespace isnad::stories
