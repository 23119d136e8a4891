// What zstd (RFC 8878) holds: its frames one after the other. A dictionary in a skippable frame at the
// beginning (the convention of .warc.zst) is used for all frames. Windows beyond 128 MiB are refused. A
// damaged frame is an Error; reading goes on at the next one that can be found.
#pragma once

#include <string>

#include "source/streams/buffered.h"

namespace isnad::source {

// `name` is the file in errors.
Bytes zstd_bytes(std::unique_ptr<Buffered> below, std::string name);

// Whether bytes begin a frame of zstd, a skippable one included.
bool begins_zstd(std::string_view bytes);

}  // namespace isnad::source
