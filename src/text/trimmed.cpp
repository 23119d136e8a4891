#include "text/trimmed.h"

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad {

Span trimmed(std::string_view text, Span span) {
    const auto is_blank = [](char32_t c) { return letters::is_space(c) || letters::is_invisible(c); };
    while (!span.empty()) {
        const auto [c, size] = utf8::at(text, span.begin);
        if (!is_blank(c)) break;
        span.begin += size;
    }
    while (!span.empty()) {
        const auto [c, size] = utf8::before(text.substr(0, span.end), span.end);
        if (!is_blank(c)) break;
        span.end -= size;
    }
    return span;
}

}  // namespace isnad
