// Any bytes under any declaration: decoding gives valid UTF-8 and places within what arrived; what it decodes
// decodes to itself again; repairs of mojibake tile the text; text written in a single-byte set comes back
// when the set is declared and the letters do not speak against it.
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "source/charset.h"
#include "source/charset_sets.h"
#include "text/utf8.h"

using namespace isnad;
using namespace isnad::source;

namespace {

constexpr const char* labels[] = {"",          "utf-8",  "windows-1256", "iso-8859-6",  "x-mac-arabic",
                                  "latin1",    "gbk",    "windows-1251", "utf-16le",    "nonsense",
                                  "shift_jis", "koi8-r", "cp437",        "iso-2022-jp", "asmo-708",
                                  "big5"};

bool is_boundary(std::string_view text, std::uint64_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_places(const Decoded& decoded, std::size_t size) {
    std::uint64_t last = 0;
    for (std::size_t at = 0; at < decoded.text.size();) {
        const std::size_t next = at + utf8::at(decoded.text, at).size;
        if (const auto range = decoded.arrived(at, next)) {
            ISNAD_REQUIRE(range->begin >= last && range->begin <= range->end && range->end <= size);
            last = range->begin;
        }
        at = next;
    }
    for (const Problem& problem : decoded.problems) ISNAD_REQUIRE(!problem.byte || *problem.byte <= size);
}

void check_repairs(const std::string& text) {
    const Mended mended = mend_mojibake(text, true);
    std::uint64_t was = 0, now = 0;
    for (const Repair& repair : mended.repairs) {
        ISNAD_REQUIRE(repair.was_begin >= was && repair.begin >= now);
        ISNAD_REQUIRE(repair.was_begin - was == repair.begin - now);
        ISNAD_REQUIRE(text.compare(was, repair.was_begin - was, mended.text, now, repair.begin - now) == 0);
        ISNAD_REQUIRE(is_boundary(text, repair.was_begin) && is_boundary(text, repair.was_end));
        ISNAD_REQUIRE(is_boundary(mended.text, repair.begin) && is_boundary(mended.text, repair.end));
        was = repair.was_end;
        now = repair.end;
    }
    ISNAD_REQUIRE(text.substr(was) == mended.text.substr(now));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto form = static_cast<TextForm>(data[0] % 3);
    const std::string label = labels[data[0] / 16];
    const Decoded decoded = decode(bytes, form, label);
    ISNAD_REQUIRE(!utf8::decode(decoded.text).first_invalid);
    ISNAD_REQUIRE(!decoded.charset.empty());
    check_places(decoded, bytes.size());
    check_repairs(utf8::decode(bytes).text);
    check_repairs(decoded.text);
    for (std::size_t i = 0; i < known_sets; ++i) {
        const SingleByteSet& set = set_of(static_cast<Known>(i));
        std::string back;
        const std::string text = set.decoded(bytes);
        for (std::size_t at = 0; at < text.size();) {
            const utf8::CodePoint point = utf8::at(text, at);
            const auto byte = set.byte_of(point.value);
            ISNAD_REQUIRE(byte || point.value == 0xFFFD);
            back += set.decoded(std::string(1, byte ? static_cast<char>(*byte) : '?'));
            at += point.size;
        }
        if (text.find("\xEF\xBF\xBD") == std::string::npos) ISNAD_REQUIRE(back == text);
    }
    return 0;
}
