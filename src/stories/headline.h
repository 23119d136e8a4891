// The words that stand for a story or an episode.
#pragma once

#include <vector>

#include "model/story.h"
#include "stories/features.h"

namespace isnad::stories {

// The member that is most like the sum of all; of equals the first. Requires
// a member.
DocumentIndex most_central(const std::vector<Profile>& profiles, const std::vector<DocumentIndex>& members);

// The headline of a document; without one the sentence among its first that holds most of what the document
// is about, which no menu or call to subscribe does.
WordsOf headline_of(const Collection& collection, DocumentIndex document, const Profile& profile);

}  // namespace isnad::stories
