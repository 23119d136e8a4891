// How the text presents an event: as done, denied, planned, possible, or under a condition.
#pragma once

#include "language/events/phrases.h"
#include "model/event.h"

namespace isnad::events {

struct Modality {
    Polarity polarity = Polarity::positive;
    Factuality factuality = Factuality::certain;
    std::optional<Span> sign{};  // the word that says so
};

// By the words shortly before the trigger in its clause, its form, and what qualifies a noun behind it
// (after the modality and factuality cues of FactBank, Sauri and Pustejovsky 2009).
Modality modality_of(const Reading& reading, const Clauses& clauses, const Sense& trigger, bool carried);

}  // namespace isnad::events
