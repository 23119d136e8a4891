// Plain text as it arrives -> a page. HTML, archives and feeds get siblings of this file.
#pragma once

#include <optional>
#include <string>

#include "model/page.h"

namespace isnad::source {

// What is known about the bytes before they are read.
struct Origin {
    std::string path;
    std::string address;
    std::optional<Day> fetched;
    bool cut = false;  // the bytes were cut at limits::page_bytes
};

// Decodes the bytes (text/utf8.h). Empty input, invalid UTF-8, binary data and a cut input become problems of
// the page.
PagePtr read_plain_text(std::string bytes, Origin origin);

}  // namespace isnad::source
