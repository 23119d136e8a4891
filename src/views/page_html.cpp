#include "views/page_html.h"

#include <fmt/format.h>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::views {
namespace {

bool is_html_control(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0); }

void append_escaped(std::string& out, char32_t c) {
    switch (c) {
        case '&': out += "&amp;"; return;
        case '<': out += "&lt;"; return;
        case '>': out += "&gt;"; return;
        case '"': out += "&quot;"; return;
        case '\'': out += "&#39;"; return;
        default: break;
    }
    utf8::append(out, is_html_control(c) || letters::is_bidi_control(c) ? letters::replacement : c);
}

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        append_escaped(out, c);
        at += size;
    }
}

}  // namespace

std::string escaped_html(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

void Html::tag(std::string_view name, Attributes attributes) {
    out_ += '<';
    out_ += name;
    for (const auto& [key, value] : attributes) {
        if (key.empty()) continue;
        out_ += ' ';
        out_ += key;
        if (value.empty()) continue;
        out_ += "=\"";
        append_escaped(out_, value);
        out_ += '"';
    }
    out_ += '>';
}

Html& Html::open(std::string_view name, Attributes attributes) {
    tag(name, attributes);
    open_.push_back(name);
    return *this;
}

Html& Html::close() {
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    open_.pop_back();
    return *this;
}

Html& Html::empty(std::string_view name, Attributes attributes) {
    tag(name, attributes);
    return *this;
}

Html& Html::element(std::string_view name, std::string_view content, Attributes attributes) {
    return open(name, attributes).text(content).close();
}

Html& Html::text(std::string_view content) {
    append_escaped(out_, content);
    return *this;
}

Html& Html::source(std::string_view content) {
    for (std::size_t at = 0; at < content.size();) {
        const auto [c, size] = utf8::at(content, at);
        if (letters::is_bidi_control(c)) {
            out_ += fmt::format("<i class=\"bc\" title=\"U+{:04X}\"></i>", static_cast<unsigned>(c));
        } else {
            append_escaped(out_, c);
        }
        at += size;
    }
    return *this;
}

Html& Html::raw(std::string_view markup) {
    out_ += markup;
    return *this;
}

}  // namespace isnad::views
