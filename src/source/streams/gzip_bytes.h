// What gzip (RFC 1952) holds: its members one after the other. A damaged member is an Error; reading goes on
// at the next one that can be found. Members are where reading can begin anew.
#pragma once

#include <string>

#include "source/streams/buffered.h"

namespace isnad::source {

// `name` is the file in errors.
Bytes gzip_bytes(std::unique_ptr<Buffered> below, std::string name);

// Undoes HTTP's "deflate" (zlib or raw DEFLATE) or "gzip" in memory, at most `most` bytes of it. What was
// made before damage stays; `damage` says what it was.
struct Inflated {
    std::string bytes;
    bool cut = false;
    std::optional<Error> damage;
};
Inflated inflate_whole(std::string_view bytes, std::size_t most);

}  // namespace isnad::source
