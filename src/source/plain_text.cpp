#include "source/plain_text.h"

#include <algorithm>

#include "base/limits.h"
#include "source/bidi_controls.h"
#include "source/charset.h"

namespace isnad::source {
namespace {

// Text holds next to no control characters; one in fifty, or one NUL in a thousand, is data of some other
// kind.
bool is_binary(std::string_view bytes, std::uint64_t invalid) {
    std::uint64_t controls = 0, zeros = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        zeros += byte == 0;
        controls += byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f';
    }
    return controls * 50 > bytes.size() || zeros * 1000 > bytes.size() || invalid * 5 > bytes.size();
}

}  // namespace

PagePtr read_plain_text(std::string bytes, Origin origin) {
    auto page = std::make_shared<Page>();
    page->path = std::move(origin.path);
    page->address = std::move(origin.address);
    page->part = std::move(origin.part);
    page->fetched = origin.fetched;
    page->fetched_at = std::move(origin.fetched_at);
    if (!origin.facts.empty()) {
        auto markup = std::make_shared<Markup>();
        markup->facts = std::move(origin.facts);
        page->markup = std::move(markup);
    }
    const auto problem = [&](const char* code, Severity severity, std::string what, std::uint64_t byte) {
        page->problems.push_back({code, severity, std::move(what), std::nullopt, byte});
    };
    if (bytes.empty()) problem("empty", Severity::error, "the input is empty", 0);
    if (origin.cut)
        problem("too_large", Severity::error,
                "the input was cut at " + std::to_string(limits::page_bytes) + " bytes", bytes.size());
    const std::size_t size = bytes.size();
    Decoded decoded = decode(std::move(bytes), TextForm::plain, origin.charset);
    page->text = std::move(decoded.text);
    page->charset = decoded.charset;
    if (size > 0 && is_binary(page->text, decoded.replaced)) {
        problem("binary", Severity::error, "the input is no text: too many control or invalid bytes",
                decoded.first_invalid.value_or(0));
    } else {
        for (Problem& found : decoded.problems) page->problems.push_back(std::move(found));
    }
    note_bidi_controls(*page);
    return page;
}

}  // namespace isnad::source
