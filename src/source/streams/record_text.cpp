#include "source/streams/record_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::source {
namespace {

using ascii::is_digit;
using ascii::is_letter;

constexpr std::size_t longest_reference = 12;

struct Reference {
    char32_t point = 0;  // 0: none stands here
    std::size_t size = 0;
};

char32_t numeric(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    char32_t value = 0;
    for (const char c : digits) {
        const char small = static_cast<char>(c | 0x20);
        if (!is_digit(c) && !(hex && small >= 'a' && small <= 'f')) return 0;
        value = value * (hex ? 16 : 10) + static_cast<char32_t>(is_digit(c) ? c - '0' : small - 'a' + 10);
        if (value > 0x10FFFF) return letters::replacement;
    }
    return value;
}

Reference reference_at(std::string_view text, std::size_t at) {
    const std::string_view near = text.substr(at + 1, longest_reference);
    const std::size_t end = near.find(';');
    if (end == std::string_view::npos || end == 0) return {};
    const std::string_view name = near.substr(0, end);
    const char32_t point = name[0] == '#'   ? numeric(name.substr(1))
                           : name == "apos" ? '\''
                                            : sign_named(name);
    return {point, point == 0 ? 0 : end + 2};
}

bool starts_tag(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    return is_letter(next) || next == '/' || next == '!';
}

// Whether the tag at `at` stands within words: <b>, </span>.
bool is_inline(std::string_view markup, std::size_t at) {
    constexpr std::array names{"b",    "i",    "u",   "em",  "strong", "span", "a",
                               "font", "mark", "bdi", "bdo", "sup",    "sub"};
    std::size_t begin = at + 1;
    if (begin < markup.size() && markup[begin] == '/') ++begin;
    std::string name;
    for (std::size_t i = begin; i < markup.size() && is_letter(markup[i]) && name.size() < 8; ++i)
        name += static_cast<char>(markup[i] | 0x20);
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Scheme with its colon; empty for a relative reference.
std::string_view scheme_of(std::string_view address) {
    for (std::size_t i = 0; i < address.size(); ++i) {
        const char c = address[i];
        if (c == ':') return i == 0 ? std::string_view{} : address.substr(0, i + 1);
        if (!is_letter(c) && !(i > 0 && (is_digit(c) || c == '+' || c == '-' || c == '.'))) break;
    }
    return {};
}

bool is_address(std::string_view address) {
    std::string scheme(scheme_of(address));
    for (char& c : scheme) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    constexpr std::array known{"http:", "https:", "file:"};
    return std::any_of(known.begin(), known.end(), [&](const char* one) { return scheme == one; });
}

// Takes "." and ".." out of the path of an address; `path` is where its path begins.
std::string without_dots(const std::string& address, std::size_t path) {
    const std::size_t end = std::min(address.find_first_of("?#", path), address.size());
    std::string out = address.substr(0, path);
    for (std::size_t at = path; at < end;) {
        const std::size_t next = std::min(address.find('/', at + 1), end);
        const std::string_view segment = std::string_view(address).substr(at, next - at);
        if (segment == "/..") {
            const std::size_t last = out.rfind('/');
            out.resize(last == std::string::npos || last < path ? path : last);
        } else if (segment != "/.") {
            out += segment;
        }
        if (next == end && (segment == "/.." || segment == "/.")) out += '/';
        at = next;
    }
    return out + address.substr(end);
}

}  // namespace

std::string collapsed_text(std::string_view text) {
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::CodePoint point = utf8::at(text, at);
        if (letters::is_space(point.value) || point.value < 0x20) {
            space = true;
        } else {
            if (space && !out.empty()) out += ' ';
            space = false;
            out += text.substr(at, point.size);
        }
        at += point.size;
    }
    return out;
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else {
            out += c;
        }
    }
}

bool looks_like_markup(std::string_view text) {
    for (std::size_t at = text.find_first_of("<&"); at < text.size(); at = text.find_first_of("<&", at + 1)) {
        if (text[at] == '<' ? starts_tag(text, at) : reference_at(text, at).size > 0) return true;
    }
    return false;
}

std::string text_of_markup(std::string_view markup) {
    std::string out;
    const std::size_t last = markup.rfind('>');
    for (std::size_t at = 0; at < markup.size();) {
        const std::size_t stop = std::min(markup.find_first_of("<&", at), markup.size());
        out += markup.substr(at, stop - at);
        at = stop;
        if (at == markup.size()) break;
        const bool tag =
            markup[at] == '<' && starts_tag(markup, at) && last != std::string_view::npos && at < last;
        if (tag) {
            if (!is_inline(markup, at)) out += ' ';
            at = markup.find('>', at) + 1;
            continue;
        }
        const Reference reference = markup[at] == '&' ? reference_at(markup, at) : Reference{};
        if (reference.size > 0) {
            utf8::append(out, reference.point);
            at += reference.size;
        } else {
            out += markup[at++];
        }
    }
    return collapsed_text(out);
}

std::string escaped_once(std::string markup) {
    constexpr std::array tags{"&lt;p&gt;", "&lt;/p&gt;", "&lt;br", "&lt;div", "&lt;/a&gt;", "&lt;img "};
    const bool shown = markup.find('<') == std::string::npos &&
                       std::any_of(tags.begin(), tags.end(),
                                   [&](const char* tag) { return markup.find(tag) != std::string::npos; });
    if (!shown) return markup;
    constexpr std::array<std::string_view, 4> names{"lt;", "gt;", "quot;", "amp;"};
    std::string out;
    for (std::size_t at = 0; at < markup.size();) {
        const std::string_view rest = std::string_view(markup).substr(at + 1, 5);
        std::size_t i = 0;
        while (i < names.size() && !(markup[at] == '&' && rest.starts_with(names[i]))) ++i;
        out += i < names.size() ? "<>\"&"[i] : markup[at];
        at += i < names.size() ? names[i].size() + 1 : 1;
    }
    return out;
}

std::string resolved_address(std::string_view base, std::string_view given) {
    std::string reference = collapsed_text(given);
    if (!scheme_of(reference).empty()) return is_address(reference) ? reference : std::string{};
    if (!is_address(base) || reference.empty()) return {};
    const std::string scheme(scheme_of(base));
    if (reference.starts_with("//")) return scheme + reference;
    if (base.substr(scheme.size(), 2) != "//") return {};
    const std::size_t path = std::min(base.find_first_of("/?#", scheme.size() + 2), base.size());
    const std::string host(base.substr(0, path));
    if (reference[0] == '/') return without_dots(host + reference, path);
    std::string_view place = base.substr(path);
    if (reference[0] == '#') return host + std::string(place.substr(0, place.find('#'))) + reference;
    place = place.substr(0, place.find_first_of("?#"));
    if (reference[0] == '?') return host + std::string(place) + reference;
    const std::size_t slash = place.rfind('/');
    const std::string folder(slash == std::string_view::npos ? std::string_view("/")
                                                             : place.substr(0, slash + 1));
    return without_dots(host + folder + reference, path);
}

}  // namespace isnad::source
