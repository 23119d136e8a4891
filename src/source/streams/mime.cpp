#include "source/streams/mime.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "source/charset.h"

namespace isnad::source::mime {
namespace {

using ascii::lower;
using ascii::trimmed;

constexpr std::size_t headers_read = 200, header_bytes = 64u << 10, word_bytes = 1024;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

int base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

std::string from_base64(std::string_view body) {
    std::string out;
    out.reserve(body.size() / 4 * 3);
    unsigned bits = 0;
    int held = 0;
    for (const char c : body) {
        if (c == '=') {
            held = 0;  // a new run may follow
            continue;
        }
        const int digit = base64_digit(c);
        if (digit < 0) continue;
        bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFFu;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out += static_cast<char>(static_cast<unsigned char>(bits >> held & 0xFFu));
    }
    return out;
}

// `words`: an underline stands for a space, as in encoded words.
std::string from_quoted_printable(std::string_view body, bool words) {
    std::string out;
    out.reserve(body.size());
    for (std::size_t at = 0; at < body.size(); ++at) {
        const char c = body[at];
        if (c != '=') {
            out += words && c == '_' ? ' ' : c;
            continue;
        }
        const int high = at + 2 < body.size() ? hex_digit(body[at + 1]) : -1;
        const int low = at + 2 < body.size() ? hex_digit(body[at + 2]) : -1;
        if (high >= 0 && low >= 0) {
            out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
            at += 2;
            continue;
        }
        std::size_t end = at + 1;  // a soft line break, or a sign that stands for itself
        while (end < body.size() && (body[end] == ' ' || body[end] == '\t')) ++end;
        if (end < body.size() && body[end] == '\r') ++end;
        if (end < body.size() && body[end] == '\n') {
            at = end;
        } else {
            out += c;
        }
    }
    return out;
}

struct Line {
    std::string_view text;  // without its end
    std::size_t next = 0;   // where the following line begins
};

Line line_at(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return {line, std::min(end + 1, text.size())};
}

// One encoded word at `at`: what it says, and where it ends.
struct Word {
    std::string charset, bytes;
    std::size_t end = 0;
};

std::optional<Word> word_at(std::string_view whole, std::size_t at) {
    const std::string_view text = whole.substr(0, std::min(whole.size(), at + word_bytes));
    const std::size_t charset = text.find('?', at + 2);
    if (charset == std::string_view::npos || charset + 2 >= text.size() || text[charset + 2] != '?')
        return std::nullopt;
    const std::size_t end = text.find("?=", charset + 3);
    if (end == std::string_view::npos) return std::nullopt;
    const char kind = lower(text[charset + 1]);
    if (kind != 'b' && kind != 'q') return std::nullopt;
    const std::string_view body = text.substr(charset + 3, end - charset - 3);
    std::string name = lower(text.substr(at + 2, charset - at - 2));
    name = name.substr(0, name.find('*'));  // RFC 2231: a language may follow
    return Word{name, kind == 'b' ? from_base64(body) : from_quoted_printable(body, true), end + 2};
}

}  // namespace

std::string_view Part::value(std::string_view name) const {
    for (const Header& header : headers) {
        if (header.name == name) return header.value;
    }
    return {};
}

Part part_of(std::string_view text) {
    Part part;
    std::size_t at = 0;
    while (at < text.size()) {
        const Line line = line_at(text, at);
        const bool folded = !line.text.empty() && (line.text[0] == ' ' || line.text[0] == '\t');
        const std::size_t colon = line.text.find(':');
        if (line.text.empty()) {
            at = line.next;
            break;
        }
        if (folded && !part.headers.empty()) {
            std::string& value = part.headers.back().value;
            if (value.size() < header_bytes) value += " " + std::string(trimmed(line.text));
        } else if (colon != std::string_view::npos && part.headers.size() < headers_read) {
            part.headers.push_back({lower(trimmed(line.text.substr(0, colon))),
                                    std::string(trimmed(line.text.substr(colon + 1, header_bytes)))});
        }
        at = line.next;
    }
    part.body = text.substr(at);
    return part;
}

std::string media_type(std::string_view value) { return lower(trimmed(value.substr(0, value.find(';')))); }

std::string parameter(std::string_view value, std::string_view name) {
    std::size_t at = value.find(';');
    while (at < value.size()) {
        const std::size_t equals = value.find('=', ++at);
        if (equals == std::string_view::npos) return {};
        const bool wanted = lower(trimmed(value.substr(at, equals - at))) == name;
        std::size_t begin = std::min(value.find_first_not_of(" \t", equals + 1), value.size());
        const bool quoted = begin < value.size() && value[begin] == '"';
        const std::size_t end = quoted ? std::min(value.find('"', begin + 1), value.size())
                                       : std::min(value.find(';', begin), value.size());
        if (quoted) ++begin;
        if (wanted) return std::string(trimmed(value.substr(begin, end - std::min(begin, end))));
        at = value.find(';', end);
    }
    return {};
}

std::vector<Part> parts_of(std::string_view body, std::string_view boundary, std::size_t most) {
    std::vector<Part> out;
    if (boundary.empty()) return out;
    const std::string mark = "--" + std::string(boundary);
    std::optional<std::size_t> begin;
    for (std::size_t at = 0; at < body.size();) {
        const Line line = line_at(body, at);
        const bool is_mark = line.text.starts_with(mark);
        const std::string_view rest = is_mark ? trimmed(line.text.substr(mark.size())) : std::string_view{};
        if (is_mark && (rest.empty() || rest == "--")) {
            if (begin) out.push_back(part_of(body.substr(*begin, at - *begin)));
            begin = line.next;
            if (rest == "--" || out.size() >= most) return out;
        }
        at = line.next;
    }
    if (begin) {
        out.push_back(part_of(body.substr(*begin)));
        out.back().cut = true;
    }
    return out;
}

std::string transfer_decoded(std::string_view body, std::string_view encoding) {
    const std::string kind = lower(trimmed(encoding));
    if (kind == "base64") return from_base64(body);
    if (kind == "quoted-printable") return from_quoted_printable(body, false);
    return std::string(body);
}

std::string header_text(std::string_view value) {
    std::string out, bytes, charset;  // words that follow each other may divide a letter
    const auto flush = [&] {
        if (!bytes.empty()) out += decode(std::move(bytes), TextForm::plain, charset).text;
        bytes.clear();
    };
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t mark = std::min(value.find("=?", at), value.size());
        const std::string_view between = value.substr(at, mark - at);
        const auto word = mark < value.size() ? word_at(value, mark) : std::nullopt;
        const bool follows = word && !bytes.empty() && word->charset == charset && trimmed(between).empty();
        if (!follows) {
            flush();
            out += decode(std::string(between), TextForm::plain).text;
        }
        if (word) {
            charset = word->charset;
            bytes += word->bytes;
            at = word->end;
        } else if (mark < value.size()) {
            out += "=?";
            at = mark + 2;
        } else {
            break;
        }
    }
    flush();
    return out;
}

}  // namespace isnad::source::mime
