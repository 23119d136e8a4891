// Text for a terminal: lines that are wrapped to a width, with what comes from a source inside isolates.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace isnad::views {

// Text of a source as a terminal may show it: control characters, escape sequences among them, and
// bidirectional controls become U+FFFD; line ends become spaces; the whole stands inside FSI ... PDI.
std::string isolated(std::string_view text);

// Columns that a text takes: code points without marks and isolates.
std::size_t columns_of(std::string_view text);

// The text in lines of at most `width` columns (longer words stand alone), each begun with `indent` spaces.
// An isolate that is open at the end of a line is closed there and opened again on the next. Ends with a line
// end.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace isnad::views
