// A place between two pages of a list of inputs, as a line of text: going on there gives what comes behind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/streams/bytes.h"

namespace isnad::source {

// A place in one container: where its bytes can be read anew, the offset there of what comes next, and how
// many records (members, pages) were given or passed over before it.
struct Step {
    Mark mark{};
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
    bool operator==(const Step&) const = default;
};

struct Position {
    std::uint64_t file = 0;      // of the files of all inputs, in order
    std::vector<Step> steps{};   // into it, outermost container first; none: its beginning
    std::uint64_t failures = 0;  // one behind the other, just before

    // "3 98765:120000:121044:12/0:0:512:1": the file, then mark.at:mark.from:offset:count of each step.
    // Behind failures: "3+17 ...".
    std::string text() const;
    // Reads that (and nothing else).
    static std::optional<Position> parse(std::string_view text);

    bool operator==(const Position&) const = default;
};

}  // namespace isnad::source
