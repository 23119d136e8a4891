// What a story's sentences and speakers put forward or deny, one proposition each, so that a denial can be
// held against what it denies.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claims/story_view.h"

namespace isnad::claims {

struct Proposition {
    DocumentIndex document = 0;
    Span at;     // the words that carry it, with speaker and cue where they stand near
    Span words;  // what is put forward
    std::uint32_t sentence = 0;
    std::optional<std::uint32_t> statement{};
    std::vector<std::uint32_t> speakers;  // entities, ascending; none in the page's own voice
    std::vector<std::uint32_t> entities;  // of names and of what stands for names, ascending
    Content content;                      // of `words` without names; of what is not denied, its sentence
    Content deeds;                        // terms of `content` that tell what is done
    bool denied = false;                  // by a verb of denying
    bool negated = false;                 // said not to be
    bool negates = false;                 // holds a negation anywhere
    bool pointing = false;                // "denied that": the words only point at what was said before
};

// Those of all documents of the story, in order.
std::vector<Proposition> propositions_of(const StoryView& view);

}  // namespace isnad::claims
