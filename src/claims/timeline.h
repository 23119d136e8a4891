// The course of a story: its dated events, and the dated sentences of what no table of events knows.
#pragma once

#include "claims/builder.h"
#include "claims/same_events.h"

namespace isnad::claims {

void tell_timeline(const StoryView& view, const std::vector<Happening>& happenings, const EventGroups& groups,
                   Builder& builder);

}  // namespace isnad::claims
