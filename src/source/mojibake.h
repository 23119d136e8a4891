// Text that was decoded with the wrong set before it arrived: UTF-8 read as windows-1252 or windows-1256 and
// written as UTF-8 again, once or twice, and windows-1256 read as windows-1252.
//
// A piece is repaired only when that is certain: every sign of it has a byte in the wrong set, the bytes read
// as the right set without a fault, what comes out is Arabic by its letters, and what stood there was not.
// Short pieces need others of the same kind on the page. What lost bytes on its way stays as it is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace isnad::source {

// A piece of the text before and after, in bytes of either text.
struct Repair {
    std::uint64_t was_begin = 0, was_end = 0;
    std::uint64_t begin = 0, end = 0;
};

struct Mended {
    std::string text;             // as it came, where nothing was repaired
    std::vector<Repair> repairs;  // in order, disjoint
    std::string way{};            // of the repair, for people: "UTF-8 that was read as windows-1252"
};

// `markup`: pieces end at < and >, too. Requires valid UTF-8. Time in proportion to the text.
Mended mend_mojibake(std::string text, bool markup);

}  // namespace isnad::source
