// Deeds that happen once, as sentences tell them with an hour, a day or a place: "the dam gave way at 3:40 on
// Tuesday", "the accord was signed in Rome". What no table of political events knows stands here too.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/day_range.h"
#include "claims/affiliations.h"
#include "claims/clock.h"
#include "claims/story_view.h"

namespace isnad::claims {

struct Occurrence {
    DocumentIndex document = 0;
    DeedIndex deed = 0;
    DeedKind kind = DeedKind::once;
    Span at;       // the words that carry it, at most 300 bytes or so
    Span subject;  // the deed and the words after it, for people
    std::uint32_t sentence = 0;
    Content content;                       // of its clause, with names and numbers, the time left out
    std::vector<std::uint32_t> entities;   // of its clause, without countries and peoples; ascending
    std::optional<DayRange> day;           // one day, or the days of a wider expression
    std::optional<Clock> clock;            // told with its time
    std::optional<std::uint32_t> place{};  // entity: where it was done
    bool announced = false;                // the day is that of the announcement of a deed done by announcing
    bool bare = false;  // "the collapse": no word says of what, so that it is the story's own
};

// All of the story, in order of document and place; those still to come and denied ones left out.
std::vector<Occurrence> occurrences_of(const StoryView& view);

}  // namespace isnad::claims
