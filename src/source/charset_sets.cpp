#include "source/charset_sets.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/ascii.h"
#include "source/charset_letters.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::source {
namespace {

using ascii::lower;

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(charset.c_str(), &status));
    return U_FAILURE(status) != 0 ? nullptr : std::move(converter);
}

// Sets with states (ISO 2022, SCSU, UTF-7) and those that do not hold ASCII as it is (EBCDIC) are no sets of
// pages; the Encoding Standard leaves them out, too.
bool is_usable(const std::string& label) {
    const Converter converter = open(label);
    if (converter == nullptr) return false;
    const UConverterType type = ucnv_getType(converter.get());
    if (type != UCNV_SBCS && type != UCNV_DBCS && type != UCNV_MBCS && type != UCNV_LATIN_1 &&
        type != UCNV_US_ASCII)
        return false;
    constexpr std::string_view sample = "<meta charset='a1'>";
    return decoded_by_icu(sample, label) == sample;
}

void fill_from_icu(SingleByteSet& set) {
    for (unsigned byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        const icu::UnicodeString wide(&c, 1, set.name.c_str());
        set.points[byte] = wide.length() > 0 ? static_cast<char32_t>(wide.char32At(0)) : letters::replacement;
    }
}

// Mac OS Arabic as in the mapping that Apple gives to the Unicode consortium (ARABIC.TXT), without its
// directions; ICU has none.
void fill_mac_arabic(SingleByteSet& set) {
    constexpr std::array<char16_t, 32> latin{
        0xC4, 0xA0, 0xC7, 0xC9,   0xD1, 0xD6, 0xDC, 0xE1, 0xE0, 0xE2, 0xE4, 0x6BA, 0xAB, 0xE7, 0xE9, 0xE8,
        0xEA, 0xEB, 0xED, 0x2026, 0xEE, 0xEF, 0xF1, 0xF3, 0xBB, 0xF4, 0xF6, 0xF7,  0xFA, 0xF9, 0xFB, 0xFC};
    constexpr std::array<char16_t, 13> tail{0x67E, 0x679, 0x686, 0x6D5, 0x6A4, 0x6AF, 0x688,
                                            0x691, '{',   '|',   '}',   0x698, 0x6D2};
    for (unsigned byte = 0; byte < 256; ++byte) {
        char32_t c = byte < 0x80 ? byte : byte < 0xC0 ? byte - 0x80 : byte - 0xC0 + 0x620;
        if (byte >= 0x80 && byte < 0xA0) c = latin[byte - 0x80];
        if (byte >= 0xB0 && byte <= 0xB9) c = letters::arabic_zero + byte - 0xB0;
        if (byte >= 0xDB && byte <= 0xDF) c = byte - 0x80;
        if (byte >= 0xF3) c = tail[byte - 0xF3];
        set.points[byte] = c;
    }
    set.points[0xA5] = letters::percent;
    set.points[0xAC] = letters::comma;
    set.points[0xBB] = letters::semicolon;
    set.points[0xBF] = letters::question_mark;
    set.points[0xC0] = 0x274A;
}

SingleByteSet made(const char* name) {
    SingleByteSet set;
    set.name = name;
    if (set.name == "x-mac-arabic") {
        fill_mac_arabic(set);
    } else {
        fill_from_icu(set);
    }
    for (unsigned byte = 0; byte < 256; ++byte) {
        char32_t& c = set.points[byte];
        if (byte < 0x80) c = byte;
        if (c == letters::replacement && set.name == "windows-1252") c = byte;
        set.classes[byte] = sign_class(c);
        const auto back = static_cast<std::uint8_t>(byte);
        if (c >= set.low_bytes.size()) {
            if (c != letters::replacement) set.high_bytes.push_back({c, back});
        } else if (set.low_bytes[c] == 0) {
            set.low_bytes[c] = back;
        }
    }
    std::sort(set.high_bytes.begin(), set.high_bytes.end(),
              [](const auto& a, const auto& b) { return a.point < b.point; });
    return set;
}

struct Alias {
    std::string_view label, name;
};

constexpr std::array aliases{
    Alias{"utf-8", "utf-8"},
    Alias{"utf8", "utf-8"},
    Alias{"unicode-1-1-utf-8", "utf-8"},
    Alias{"unicode", "utf-8"},
    Alias{"iso-8859-1", "windows-1252"},
    Alias{"iso8859-1", "windows-1252"},
    Alias{"iso_8859-1", "windows-1252"},
    Alias{"latin1", "windows-1252"},
    Alias{"latin-1", "windows-1252"},
    Alias{"l1", "windows-1252"},
    Alias{"us-ascii", "windows-1252"},
    Alias{"ascii", "windows-1252"},
    Alias{"cp1252", "windows-1252"},
    Alias{"cp1256", "windows-1256"},
    Alias{"x-cp1256", "windows-1256"},
    Alias{"1256", "windows-1256"},
    Alias{"windows1256", "windows-1256"},
    Alias{"win-1256", "windows-1256"},
    Alias{"arabic", "iso-8859-6"},
    Alias{"iso8859-6", "iso-8859-6"},
    Alias{"iso_8859-6", "iso-8859-6"},
    Alias{"iso-8859-6-i", "iso-8859-6"},
    Alias{"iso-8859-6-e", "iso-8859-6"},
    Alias{"asmo-708", "iso-8859-6"},
    Alias{"ecma-114", "iso-8859-6"},
    Alias{"x-mac-arabic", "x-mac-arabic"},
    Alias{"macarabic", "x-mac-arabic"},
};

}  // namespace

std::optional<std::uint8_t> SingleByteSet::byte_of(char32_t c) const {
    if (c < low_bytes.size()) {
        if (low_bytes[c] != 0 || c == 0) return low_bytes[c];
        return std::nullopt;
    }
    const auto found = std::lower_bound(high_bytes.begin(), high_bytes.end(), c,
                                        [](const Back& back, char32_t point) { return back.point < point; });
    if (found == high_bytes.end() || found->point != c) return std::nullopt;
    return found->byte;
}

std::string SingleByteSet::decoded(std::string_view bytes) const {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) utf8::append(out, points[static_cast<unsigned char>(c)]);
    return out;
}

const SingleByteSet& set_of(Known known) {
    static const std::array<SingleByteSet, known_sets> sets{made("windows-1256"), made("windows-1252"),
                                                            made("iso-8859-6"), made("x-mac-arabic")};
    return sets[static_cast<std::size_t>(known)];
}

const SingleByteSet* set_named(std::string_view name) {
    for (std::size_t i = 0; i < known_sets; ++i) {
        const SingleByteSet& set = set_of(static_cast<Known>(i));
        if (set.name == name) return &set;
    }
    return nullptr;
}

std::string charset_of_label(std::string_view declared) {
    const std::string label = lower(declared.substr(0, 40));
    for (const Alias& alias : aliases) {
        if (alias.label == label) return std::string(alias.name);
    }
    if (label.starts_with("utf-16") || label.starts_with("utf-7") || label.starts_with("utf-32"))
        return "utf-8";
    // ICU passes over signs that it does not know; a label that holds such is none.
    const bool printable =
        std::all_of(label.begin(), label.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (!printable) return {};
    if (label.empty() || set_named(label) != nullptr) return label;
    return is_usable(label) ? label : std::string{};
}

std::string decoded_by_icu(std::string_view bytes, const std::string& charset) {
    std::string out;
    constexpr std::size_t part = 1u << 20;
    const Converter converter = open(charset);
    if (converter == nullptr) return out;
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    std::u16string wide(part, u'\0');
    while (true) {
        char16_t* to = wide.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &to, wide.data() + wide.size(), &from, end, nullptr, 1, &status);
        icu::UnicodeString(false, wide.data(), static_cast<std::int32_t>(to - wide.data())).toUTF8String(out);
        if (status != U_BUFFER_OVERFLOW_ERROR) return out;
    }
}

bool has_single_bytes(const std::string& charset) {
    const Converter converter = open(charset);
    return converter != nullptr && ucnv_getMaxCharSize(converter.get()) == 1;
}

}  // namespace isnad::source
