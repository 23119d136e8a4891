// RSS 0.9x, 1.0 (RDF) and 2.0, Atom 0.3 and 1.0: every item becomes a page.
#pragma once

#include <string>

#include "source/streams/record_formats.h"

namespace isnad::source {

// Decodes (charset.h) and reads. Broken XML costs the item it stands in; a problem has its byte, in the
// decoded text where the file was no UTF-8.
void read_feed(std::string bytes, const Origin& origin, Records& out);

}  // namespace isnad::source
