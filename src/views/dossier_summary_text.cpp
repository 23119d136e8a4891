#include "views/dossier_summary_text.h"
#include "views/terminal_marks.h"

#include <algorithm>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::views {
namespace {

using terminal::end_isolate;
using terminal::isolate;

constexpr char32_t first_strong_isolate = 0x2068, pop_isolate = 0x2069;

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
// Marks over and under Arabic letters.
bool is_mark(char32_t c) { return (c >= 0x64B && c <= 0x65F) || c == 0x670; }

// How deep isolates are open after the text.
int depth_after(std::string_view text, int depth) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        if (c == first_strong_isolate) ++depth;
        if (c == pop_isolate) --depth;
        at += size;
    }
    return depth;
}

}  // namespace

std::string isolated(std::string_view text) {
    std::string out = isolate;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        if (c == '\n' || c == '\r' || c == '\t') {
            out += ' ';
        } else {
            utf8::append(out, is_control(c) || letters::is_bidi_control(c) ? letters::replacement : c);
        }
        at += size;
    }
    return out + end_isolate;
}

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = utf8::at(text, at);
        columns += is_mark(c) || letters::is_bidi_control(c) ? 0 : 1;
        at += size;
    }
    return columns;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    const std::string begin(indent, ' ');
    std::string out = begin;
    std::size_t column = indent;
    int depth = 0;
    bool empty = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        const std::size_t columns = columns_of(word);
        if (!empty && column + 1 + columns > width) {
            for (int i = 0; i < depth; ++i) out += end_isolate;
            out += "\n" + begin;
            for (int i = 0; i < depth; ++i) out += isolate;
            column = indent;
            empty = true;
        }
        if (!empty) out += ' ';
        column += columns + (empty ? 0 : 1);
        out += word;
        empty = false;
        depth = depth_after(word, depth);
    }
    return out + "\n";
}

}  // namespace isnad::views
