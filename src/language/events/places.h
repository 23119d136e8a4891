// Which annotation of the earlier layers each word of a document lies in. Made once, in one pass a layer.
#pragma once

#include <cstdint>
#include <vector>

#include "language/events/events.h"

namespace isnad::events {

constexpr std::uint32_t nothing = UINT32_MAX;

struct Places {
    explicit Places(const Before& before);

    // By word: an index into the layer, or `nothing`. Of annotations that overlap the longer counts, of
    // statements the innermost.
    std::vector<std::uint32_t> name, mention, time, quantity, statement;
};

}  // namespace isnad::events
