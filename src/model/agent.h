// Somebody or something that acts, speaks or is spoken to, as one sentence names it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "text/span.h"

namespace isnad {

// Refers to the layers of its own document. An elided subject has no span when names or a mention tell who it
// is. Without them it is known by its words alone ("a security source", "residents"): those that last named
// it.
struct Agent {
    std::optional<Span> span{};
    std::vector<std::uint32_t> names{};      // names inside the span, or those that an elided subject repeats
    std::optional<std::uint32_t> mention{};  // the mention that it is, when no name stands there
    bool unnamed = false;                    // the text hides who it is: "a source who asked not to be named"
};

}  // namespace isnad
