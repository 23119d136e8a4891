// Evidence: why the engine holds something. Every judgement carries a Why; across documents it becomes an
// Evidence.
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"

namespace isnad {

// The rule or model that judged, how sure it is (0 to 1: an ordering, not a probability), and the words it
// went by.
struct Why {
    std::string_view rule;  // a name in static storage: "times.weekday.past"
    float weight = 1.0F;
    std::vector<Span> signs{};  // the words that decided, beside the annotation's own span
};

struct Evidence {
    DocumentId document;
    Span span;
    Why why;
};

}  // namespace isnad
