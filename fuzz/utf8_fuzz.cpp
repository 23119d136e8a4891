// Any bytes decode to valid UTF-8, and the normal forms of that lead back into it.
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "text/normalise.h"
#include "text/transliteration.h"
#include "text/utf8.h"

using namespace isnad;

namespace {

bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

// Reads every code point and writes it again.
void check_valid(std::string_view text) {
    std::string again;
    for (std::size_t at = 0; at < text.size(); at += utf8::at(text, at).size)
        utf8::append(again, utf8::at(text, at).value);
    ISNAD_REQUIRE(again == text);
}

void check_way_back(std::string_view text, const NormalText& normal) {
    Span last;
    std::uint32_t begin = 0;
    for (std::uint32_t end = 1; end <= normal.analysis().size(); ++end) {
        if (!is_boundary(normal.analysis(), end)) continue;
        const Span original = normal.original({begin, end});
        ISNAD_REQUIRE(original.end <= text.size() && is_boundary(text, original.begin) &&
                      is_boundary(text, original.end));
        ISNAD_REQUIRE(original.begin >= last.begin && original.end >= last.end && !original.empty());
        last = original;
        begin = end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const utf8::Decoded decoded = utf8::decode(std::string(reinterpret_cast<const char*>(data), size));
    check_valid(decoded.text);
    ISNAD_REQUIRE(decoded.first_invalid.has_value() == (decoded.replaced > 0));
    const NormalText normal = normalise(decoded.text);
    ISNAD_REQUIRE(normal.search().size() == normal.analysis().size());
    ISNAD_REQUIRE(search_form(normal.search()) == normal.search());
    ISNAD_REQUIRE(analysis_form(normal.analysis()) == normal.analysis());
    check_way_back(decoded.text, normal);
    check_valid(transliteration_key(normal.search()));
    return 0;
}
