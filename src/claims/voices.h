// How many times a thing was told in words of their own: a paragraph that outlets carry from page to page is
// one telling, however many pages have it.
#pragma once

#include <cstddef>
#include <vector>

#include "claims/content.h"
#include "claims/story_view.h"

namespace isnad::claims {

// Of places of documents, by the sentences they stand in: sentences alike in nearly all their content, names
// and numbers are one voice.
std::size_t voices(const StoryView& view, const std::vector<WordsOf>& places);

}  // namespace isnad::claims
