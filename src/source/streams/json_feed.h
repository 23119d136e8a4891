// JSON Feed 1.0 and 1.1 (jsonfeed.org): every item becomes a page.
#pragma once

#include <string>

#include "source/streams/record_formats.h"

namespace isnad::source {

// A broken item is a problem with its byte; the others are read.
void read_json_feed(std::string bytes, const Origin& origin, Records& out);

}  // namespace isnad::source
