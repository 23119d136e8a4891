#include "source/html_body_text.h"

#include <algorithm>
#include <string>

#include "source/html_guard.h"
#include "source/html_parser.h"
#include "source/html_tags.h"
#include "text/normalise.h"

namespace isnad::source::html {
namespace {

constexpr std::size_t least_bytes = 200;     // a shorter text is a summary
constexpr std::size_t beginning_bytes = 60;  // of the normal form
constexpr std::size_t line_of_prose = 80;    // bytes; a shorter line is no running text

void open(TextBuilder& text, std::string_view name, std::string_view itemprop) {
    Element element;
    element.name = name;
    if (!itemprop.empty()) element.attributes.push_back({"itemprop", itemprop, 0, 0});
    text.open(element, traits_of(name));
}

void close(TextBuilder& text, std::string_view name) { text.close(traits_of(name)); }

// Hands a piece of HTML to the builder.
class Piece : public TreeReader {
  public:
    explicit Piece(TextBuilder& text) : text_(text) {}
    void open(const Element& element) override { text_.open(element, traits_of(element.name)); }
    void close(std::string_view name) override { text_.close(traits_of(name)); }
    void text(std::string_view text, std::uint64_t, std::uint64_t) override { text_.text(text); }

  private:
    TextBuilder& text_;
};

bool has_tags(std::string_view value) {
    return value.find("</") != std::string_view::npos || value.find("<br") != std::string_view::npos;
}

// The words without tags, up to so many bytes.
std::string beginning(std::string_view value) {
    std::string plain;
    bool tag = false;
    for (const char c : value.substr(0, 20 * beginning_bytes)) {
        if (c == '<') tag = true;
        if (!tag) plain += c == '\n' ? ' ' : c;
        if (c == '>') {
            tag = false;
            plain += ' ';
        }
    }
    std::string normal = search_form(plain);
    normal.erase(0, std::min(normal.find_first_not_of(' '), normal.size()));
    std::size_t end = std::min(normal.size(), beginning_bytes);
    while (end < normal.size() && (static_cast<unsigned char>(normal[end]) & 0xC0) == 0x80) ++end;
    normal.resize(end);
    return normal;
}

bool is_shown(const TextBuilder& text, const std::string& start) {
    std::string shown = search_form(text.so_far());
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    return shown.find(start) != std::string::npos;
}

std::size_t prose_shown(const TextBuilder& text) {
    std::size_t bytes = 0;
    for (const MarkupBlock& block : text.blocks_so_far()) {
        if (block.span.size() >= line_of_prose && block.link_bytes * 3 < block.span.size())
            bytes += block.span.size();
    }
    return bytes;
}

void append_lines(std::string_view value, TextBuilder& text) {
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find('\n', at), value.size());
        open(text, "p", {});
        text.text(value.substr(at, end - at));
        close(text, "p");
        at = end + 1;
    }
}

}  // namespace

bool append_text_of_metadata(const std::vector<MetaFact>& facts, TextBuilder& text) {
    const MetaFact* body = nullptr;
    const MetaFact* title = nullptr;
    for (const MetaFact& fact : facts) {
        const bool longer = body == nullptr || fact.value.size() > body->value.size();
        if (fact.field == MetaField::text && longer) body = &fact;
        if (fact.field == MetaField::title && (title == nullptr || fact.source < title->source))
            title = &fact;
    }
    if (body == nullptr || body->value.size() < least_bytes) return false;
    if (prose_shown(text) >= body->value.size() || is_shown(text, beginning(body->value))) return false;
    const bool titled = title == nullptr || is_shown(text, search_form(title->value));
    open(text, "article", "articleBody");
    if (!titled) {
        open(text, "h1", {});
        text.text(title->value);
        close(text, "h1");
    }
    if (has_tags(body->value)) {
        std::string html = body->value;
        static_cast<void>(guard(html));
        Piece piece(text);
        static_cast<void>(parse(html, piece));
    } else {
        append_lines(body->value, text);
    }
    close(text, "article");
    return true;
}

}  // namespace isnad::source::html
