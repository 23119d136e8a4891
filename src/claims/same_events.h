// Which mentions in a story speak of one event.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claims/happenings.h"

namespace isnad::claims {

// Indices into the happenings, ascending; the days that all dated ones have in common.
struct SameEvent {
    std::vector<std::uint32_t> mentions;
    std::optional<DayRange> when;
};

// Two groups that tell one deed of the same actors at the same place, at days that exclude each other but lie
// near: the accounts differ, or it happened twice. No document tells both.
struct Rivals {
    std::uint32_t first = 0, second = 0;  // indices of groups
};

struct EventGroups {
    std::vector<SameEvent> groups;  // every mention is in one; in order of their first mention
    std::vector<Rivals> rivals;
};

// Mentions are of one event when sort and polarity are equal, actors and recipients match (a country matches
// who acts for it), their days do not exclude each other, and for deeds done by speaking the words are alike.
// Single link, surest pairs first; a pair that would join days that exclude each other is left out.
EventGroups group_events(const StoryView& view, const std::vector<Happening>& happenings);

}  // namespace isnad::claims
