#include "source/read_page.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "source/html.h"
#include "source/plain_text.h"

namespace isnad::source {
namespace {

using ascii::lower;

constexpr std::size_t looked_at = 64u << 10;
constexpr std::size_t tags_of_html = 4;  // different tags of the skeleton in a page without a head

// The beginning in lower case, zeros left out: UTF-16 reads like ASCII then.
std::string beginning_of(std::string_view bytes) {
    std::string out;
    for (const char c : bytes.substr(0, looked_at)) {
        if (c != '\0') out += lower(c);
    }
    return out;
}

// Past byte order marks, white space, comments and the XML declaration.
std::size_t first_sign(const std::string& text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) >= 0xBB || text[at] <= ' ') {
            ++at;
            continue;
        }
        const std::string_view closing = text.compare(at, 4, "<!--") == 0    ? "-->"
                                         : text.compare(at, 5, "<?xml") == 0 ? "?>"
                                                                             : "";
        if (closing.empty()) return at;
        const std::size_t end = text.find(closing, at);
        if (end == std::string::npos) return text.size();
        at = end + closing.size();
    }
    return at;
}

bool ends_like_html(std::string_view path) {
    std::string ending;
    for (const char c : path.substr(path.size() - std::min<std::size_t>(path.size(), 7))) ending += lower(c);
    return ending.ends_with(".html") || ending.ends_with(".htm") || ending.ends_with(".xhtml") ||
           ending.ends_with(".shtml");
}

bool has_tag(const std::string& text) {
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        const char next = at + 1 < text.size() ? text[at + 1] : ' ';
        if ((next >= 'a' && next <= 'z') || next == '!' || next == '/') return true;
    }
    return false;
}

}  // namespace

bool is_html(std::string_view bytes, std::string_view path) {
    const std::string text = beginning_of(bytes);
    const std::size_t first = first_sign(text);
    constexpr std::array openings{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<script"};
    for (const std::string_view opening : openings) {
        if (text.compare(first, opening.size(), opening) == 0) return true;
    }
    if (ends_like_html(path)) return has_tag(text);
    constexpr std::array skeleton{"<html", "<head", "<body", "<div", "<p>",   "<p ",    "<title",
                                  "</p>",  "</div", "<h1",   "<br",  "<meta", "<table", "<span"};
    std::size_t found = 0;
    for (const std::string_view tag : skeleton) found += text.find(tag) != std::string::npos;
    return found >= tags_of_html;
}

PagePtr read_page(std::string bytes, Origin origin) {
    const std::string& name = origin.part.empty() ? origin.path : origin.part;
    const bool html = origin.media_type.empty() ? is_html(bytes, name)
                                                : origin.media_type.find("html") != std::string::npos;
    return html ? read_html(std::move(bytes), std::move(origin))
                : read_plain_text(std::move(bytes), std::move(origin));
}

}  // namespace isnad::source
