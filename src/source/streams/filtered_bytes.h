// What xz or bzip2 holds, by libarchive. It can be read from its beginning only.
#pragma once

#include <string>

#include "source/streams/buffered.h"

namespace isnad::source {

// `name` is the file in errors.
Bytes filtered_bytes(std::unique_ptr<Buffered> below, std::string name);

}  // namespace isnad::source
