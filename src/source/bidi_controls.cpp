#include "source/bidi_controls.h"

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::source {

void note_bidi_controls(Page& page) {
    std::optional<Span> first;
    std::size_t count = 0;
    const std::string_view text = page.text;
    for (std::size_t at = text.find('\xE2'); at < text.size(); at = text.find('\xE2', at + 1)) {
        const char32_t c = utf8::at(text, at).value;
        if (!letters::is_bidi_control(c)) continue;
        ++count;
        if (!first) first = Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3)};
    }
    if (count > 0)
        page.problems.push_back(
            {"bidi_controls", Severity::note,
             std::to_string(count) + " bidirectional control characters stand in the text", first,
             std::nullopt});
}

}  // namespace isnad::source
