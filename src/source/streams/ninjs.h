// ninjs, the IPTC's news in JSON: versions 1.x, 2.x and 3.x; one item, an array of them, or JSON Lines.
#pragma once

#include <string>

#include "source/streams/record_formats.h"

namespace isnad::source {

// A broken item is a problem with its byte; the others are read.
void read_ninjs(std::string bytes, const Origin& origin, Records& out);

}  // namespace isnad::source
