// The finders of claims, one a kind: each looks through one story and adds what it finds to the builder. None
// depends on what another found.
#pragma once

#include "claims/builder.h"
#include "claims/story_view.h"

namespace isnad::claims {

// Figures: how many, how much.
void number_claims(const StoryView& view, Builder& builder);

// Who said what.
void statement_claims(const StoryView& view, Builder& builder);

// What one denies and another says.
void denial_claims(const StoryView& view, Builder& builder);

// Hours, days and places of what happens once.
void occurrence_claims(const StoryView& view, Builder& builder);

// What happened, when, where, by whom; and the course of the story, day by day.
void event_claims(const StoryView& view, Builder& builder);

}  // namespace isnad::claims
