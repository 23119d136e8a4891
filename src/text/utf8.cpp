#include "text/utf8.h"

#include <cstring>

#include "text/letters.h"

namespace isnad::utf8 {
namespace {

// What a lead byte demands: the length of the sequence and the range of its second byte.
struct Lead {
    std::uint8_t size, low, high;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, 0, 0};
    if (byte < 0xC2) return {0, 0, 0};
    if (byte < 0xE0) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4, 0x80, 0xBF};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

struct Sequence {
    std::uint32_t size;  // bytes of the character, or of the maximal subpart; at least 1
    bool valid;
};

Sequence sequence_at(std::string_view bytes, std::size_t at) {
    const Lead lead = lead_of(static_cast<unsigned char>(bytes[at]));
    if (lead.size <= 1) return {1, lead.size == 1};
    std::uint32_t size = 1;
    for (; size < lead.size && at + size < bytes.size(); ++size) {
        const auto byte = static_cast<unsigned char>(bytes[at + size]);
        const unsigned low = size == 1 ? lead.low : 0x80u;
        const unsigned high = size == 1 ? lead.high : 0xBFu;
        if (byte < low || byte > high) return {size, false};
    }
    return {size, size == lead.size};
}

std::size_t skip_valid(std::string_view bytes, std::size_t at) {
    while ((at = beyond_ascii(bytes, at)) < bytes.size()) {
        const Sequence next = sequence_at(bytes, at);
        if (!next.valid) break;
        at += next.size;
    }
    return at;
}

}  // namespace

Decoded decode(std::string bytes) {
    Decoded out;
    std::size_t at = 0;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        out.had_bom = true;
        at = 3;
    }
    std::size_t good = skip_valid(bytes, at);
    if (good == bytes.size()) {
        out.text = std::move(bytes);
        out.text.erase(0, at);
        return out;
    }
    out.first_invalid = good;
    out.text.reserve(bytes.size() + 64);
    while (true) {
        out.text.append(bytes, at, good - at);
        if (good == bytes.size()) return out;
        append(out.text, letters::replacement);
        ++out.replaced;
        at = good + sequence_at(bytes, good).size;
        good = skip_valid(bytes, at);
    }
}

std::size_t beyond_ascii(std::string_view text, std::size_t from) {
    constexpr std::uint64_t high_bits = 0x8080808080808080u;
    for (std::uint64_t eight = 0; from + sizeof eight <= text.size(); from += sizeof eight) {
        std::memcpy(&eight, text.data() + from, sizeof eight);
        if ((eight & high_bits) != 0) break;
    }
    while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
    return from;
}

void append(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = letters::replacement;
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string encode(char32_t c) {
    std::string out;
    append(out, c);
    return out;
}

std::uint64_t count(std::string_view text) {
    std::uint64_t points = 0;
    for (const char byte : text) points += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    return points;
}

}  // namespace isnad::utf8
