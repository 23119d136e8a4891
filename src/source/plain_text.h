// Plain text as it arrives -> a page. HTML, archives and feeds get siblings of this file.
#pragma once

#include <string>

#include "source/origin.h"

namespace isnad::source {

// Decodes the bytes (text/utf8.h). Empty input, invalid UTF-8, binary data and a cut input become problems of
// the page.
PagePtr read_plain_text(std::string bytes, Origin origin);

}  // namespace isnad::source
