// Bytes of any kind -> a page: HTML or plain text, by what stands in them and by the ending of the file name.
#pragma once

#include <string>
#include <string_view>

#include "model/page.h"
#include "source/origin.h"

namespace isnad::source {

// Whether the bytes are HTML. A page that begins with a doctype, <html> or the like is, whatever its name;
// under a name that ends in .html or .htm one tag is enough; otherwise a handful of tags of the skeleton must
// stand in the first 64 KiB.
bool is_html(std::string_view bytes, std::string_view path);

// Reads a page of either kind. Facts that the origin states join those of the markup; its media type, when it
// has one, decides the kind.
PagePtr read_page(std::string bytes, Origin origin);

}  // namespace isnad::source
