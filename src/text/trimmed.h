// Spans without the blanks at their ends.
#pragma once

#include <string_view>

#include "text/span.h"

namespace isnad {

// White space, no-break spaces and invisible characters at the ends of a stretch of text are no text.
// Requires a span between characters of valid UTF-8.
Span trimmed(std::string_view text, Span span);

}  // namespace isnad
