#include "source/html_charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "text/utf8.h"

namespace isnad::source::html {
namespace {

constexpr std::size_t declared_within = 4096, step = 4096;

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

// The label that a <meta> of the first bytes declares, in lower case; empty when none does.
std::string declared(std::string_view bytes) {
    const std::string head = lower(bytes.substr(0, declared_within));
    for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
         meta = head.find("<meta", meta + 5)) {
        const std::size_t end = std::min(head.find('>', meta), head.size());
        std::size_t at = head.find("charset", meta);
        if (at == std::string::npos || at > end) continue;
        at = head.find_first_not_of(" \t\r\n", at + 7);
        if (at == std::string::npos || head[at] != '=') continue;
        at = head.find_first_not_of(" \t\r\n\"'", at + 1);
        if (at == std::string::npos || at >= end) continue;
        const std::size_t behind = std::min(head.find_first_of(" \t\r\n\"';/>", at), head.size());
        return head.substr(at, std::min<std::size_t>(behind - at, 40));
    }
    return {};
}

// The name ICU has for a label, by the Encoding Standard where it differs; empty for an unknown one.
std::string known_charset(const std::string& label) {
    if (label == "utf8" || label == "unicode-1-1-utf-8") return "utf-8";
    for (const std::string_view latin :
         {"iso-8859-1", "latin1", "us-ascii", "ascii", "l1", "iso8859-1", "cp1252"}) {
        if (label == latin) return "windows-1252";
    }
    for (const std::string_view arabic : {"windows-1256", "cp1256", "x-cp1256", "1256"}) {
        if (label == arabic) return "windows-1256";
    }
    if (label.starts_with("utf-16") || label.starts_with("utf-7") || label.starts_with("utf-32"))
        return "utf-8";  // a declaration that could be read as ASCII is wrong
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(label.c_str(), &status));
    return U_FAILURE(status) != 0 || !converter ? std::string{} : label;
}

bool is_single_byte(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(charset.c_str(), &status));
    return U_SUCCESS(status) != 0 && ucnv_getMaxCharSize(converter.get()) == 1;
}

std::string converted(std::string_view bytes, const std::string& charset) {
    std::string out;
    const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), charset.c_str());
    wide.toUTF8String(out);
    return out;
}

bool has_high_byte(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// What the bytes are to be read as, and what is wrong with what the page says.
std::string choose(std::string_view bytes, bool valid, std::vector<Problem>& problems) {
    const std::string label = declared(bytes);
    const std::string named = label.empty() ? std::string{} : known_charset(label);
    const auto place = [&] {
        return static_cast<std::uint64_t>(lower(bytes.substr(0, declared_within)).find(label));
    };
    if (!label.empty() && named.empty())
        problems.push_back({"unknown_charset", Severity::warning,
                            "the page names a character set that is not known: " + label, std::nullopt,
                            place()});
    if (valid && has_high_byte(bytes)) {
        if (!named.empty() && named != "utf-8")
            problems.push_back({"wrong_charset", Severity::note, "the page names " + named + " but is UTF-8",
                                std::nullopt, place()});
        return "utf-8";
    }
    if (!named.empty()) return named;
    return valid ? "utf-8" : "windows-1256";
}

}  // namespace

std::uint64_t Decoded::units_before(std::uint64_t at) const {
    const std::uint64_t mark = std::min<std::uint64_t>(at / step, units_.size() - 1);
    std::uint64_t units = units_[mark];
    for (std::uint64_t i = mark * step; i < at; ++i) {
        const auto byte = static_cast<unsigned char>(counted_[i]);
        units += (byte & 0xC0) != 0x80;
        units += way_ == Way::two_bytes && byte >= 0xF0;
    }
    return units;
}

std::optional<ByteRange> Decoded::arrived(std::uint64_t begin, std::uint64_t end) const {
    if (begin > end || end > size_ || way_ == Way::unknown) return std::nullopt;
    if (way_ == Way::same) {
        if (same_until_ && end + shift_ > *same_until_) return std::nullopt;
        return ByteRange{begin + shift_, end + shift_};
    }
    const std::uint64_t size = way_ == Way::two_bytes ? 2 : 1;
    return ByteRange{units_before(begin) * size + shift_, units_before(end) * size + shift_};
}

Decoded decode(std::string bytes) {
    Decoded out;
    const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
    if (little || big) {
        out.charset = little ? "utf-16le" : "utf-16be";
        out.way_ = Decoded::Way::two_bytes;
        out.shift_ = 2;
        out.text = converted(std::string_view(bytes).substr(2), out.charset);
    } else {
        // A copy, so that the bytes stay for another reading.
        utf8::Decoded read = utf8::decode(bytes);
        out.charset = read.had_bom ? "utf-8" : choose(bytes, !read.first_invalid, out.problems);
        if (out.charset == "utf-8") {
            out.shift_ = read.had_bom ? 3 : 0;
            out.same_until_ = read.first_invalid;
            out.text = std::move(read.text);
            if (read.first_invalid)
                out.problems.push_back(
                    {"invalid_utf8", Severity::error,
                     std::to_string(read.replaced) + " invalid UTF-8 sequences were replaced by U+FFFD",
                     std::nullopt, *read.first_invalid});
        } else {
            out.way_ = is_single_byte(out.charset) ? Decoded::Way::single_bytes : Decoded::Way::unknown;
            out.text = converted(bytes, out.charset);
        }
    }
    if (out.way_ == Decoded::Way::single_bytes || out.way_ == Decoded::Way::two_bytes) {
        std::uint64_t units = 0;
        for (std::size_t i = 0; i < out.text.size(); ++i) {
            if (i % step == 0) out.units_.push_back(units);
            const auto byte = static_cast<unsigned char>(out.text[i]);
            units += (byte & 0xC0) != 0x80;
            units += out.way_ == Decoded::Way::two_bytes && byte >= 0xF0;
        }
        if (out.units_.empty()) out.units_.push_back(0);
        out.counted_ = out.text;
    }
    out.size_ = out.text.size();
    return out;
}

}  // namespace isnad::source::html
