// How much two documents are about the same.
#pragma once

#include <vector>

#include "model/copy.h"
#include "stories/average_link.h"
#include "stories/features.h"

namespace isnad::stories {

// Cosines of all pairs of profiles that share a feature which is not everybody's, by an inverted index; pairs
// below a floor are left out. Copies are alike.
std::vector<Likeness> likenesses(const std::vector<Profile>& profiles, const Copies& copies);

// Days between two documents; none when one has no date.
std::optional<int> days_apart(const Profile& a, const Profile& b);

// What is left of a likeness for one event. The days decide when both are known; else the scenes: an event
// happens in one place.
double same_event(double likeness, const Profile& a, const Profile& b);

// What is left of it for one story, which may go on for years.
double same_story(double likeness, const Profile& a, const Profile& b);

}  // namespace isnad::stories
