// What every mention of an event in a story says: the sort of deed, who, to whom, where and when, as entities
// and days, so that mentions in different articles can be compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day_range.h"
#include "claims/story_view.h"

namespace isnad::claims {

struct Happening {
    DocumentIndex document = 0;
    std::optional<std::uint32_t> event;  // of its document's layer; none for a dated caption
    Span at;                             // the words that tell it
    std::string sort;     // "visit", "meeting", "signing", else the CAMEO root or the type and its lemma
    bool mutual = false;  // both sides are actors: meetings, calls, signings
    bool said = false;    // the deed is done by speaking: praise, accusation, demand, threat, promise
    std::vector<std::uint32_t> who, whom, where;  // entities, ascending
    std::optional<DayRange> when;  // by a time expression of its own, or the only day of its sentence
    Content content;               // of its sentence, names left out
    Content whole;                 // of its sentence with names and numbers
    bool happened = true;          // positive, and not planned or merely possible
};

// All events of the story's documents that have an actor or a recipient known by name, and what dated
// captions show, in order of document.
std::vector<Happening> happenings_of(const StoryView& view);

// Visits that a photo proves (presence.cpp): persons and a place of another country than theirs, with a full
// date, in one caption.
void add_presence(const StoryView& view, DocumentIndex document, std::vector<Happening>& out);

}  // namespace isnad::claims
