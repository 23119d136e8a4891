// Makes text that means to be XML well-formed where people write it wrong: forbidden signs, names of HTML,
// bare ampersands.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace isnad::source::xml {

struct MendedXml {
    std::string text;

    // The place in the text as it was.
    std::uint64_t before(std::uint64_t at) const;

    struct Step {
        std::uint64_t at = 0, was = 0;  // from here on, places differ by what these differ
    };
    std::vector<Step> steps{};
};

// Requires valid UTF-8. Time in proportion to the text.
MendedXml mend(std::string text);

}  // namespace isnad::source::xml
