// From places in the bytes that are parsed back to those that arrived.
#pragma once

#include <cstdint>
#include <optional>

#include "source/charset.h"
#include "source/html_cuts.h"

namespace isnad::source::html {

struct Places {
    const Decoded& decoded;
    const Cuts& cuts;

    // In the decoded text.
    std::uint64_t original(std::uint64_t at) const { return cuts.original(at); }
    // In what arrived; nothing where decoding lost count.
    std::optional<ByteRange> arrived(std::uint64_t begin, std::uint64_t end) const {
        return decoded.arrived(original(begin), original(end));
    }
};

}  // namespace isnad::source::html
