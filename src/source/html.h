// HTML as it arrives -> a page with its markup. The page text is the visible text, one block a line
// (source/html_text.h); Page::markup tells what stood around it.
#pragma once

#include <string>

#include "model/page.h"
#include "source/origin.h"

namespace isnad::source {

// Decodes (charset.h), guards (html_guard.h), parses and draws out text and metadata. Whatever arrives
// gives a page: what could not be read is a problem with its byte in the arrived bytes.
PagePtr read_html(std::string bytes, Origin origin);

}  // namespace isnad::source
