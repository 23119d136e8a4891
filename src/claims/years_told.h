// Years of things that lie back: "since 1994", "the dam was built 32 years ago". Pages agree when the years
// are one and the clauses alike, whether a page writes the year or counts back from its own date.
#pragma once

#include "claims/builder.h"
#include "claims/story_view.h"

namespace isnad::claims {

void year_claims(const StoryView& view, Builder& builder);

}  // namespace isnad::claims
