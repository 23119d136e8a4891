#include "source/streams/json_pieces.h"

#include <algorithm>

namespace isnad::source::json {
namespace {

constexpr std::string_view spaces = " \t\r\n";

std::size_t skip_space(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(spaces, at), text.size());
}

// Behind the string that begins at `at`, or npos.
std::size_t behind_string(std::string_view text, std::size_t at) {
    at = text.find_first_of("\"\\", at + 1);
    while (at != std::string_view::npos && text[at] == '\\') at = text.find_first_of("\"\\", at + 2);
    return at == std::string_view::npos ? at : at + 1;
}

// Behind the value that begins at `at`, or npos when it has no end.
std::size_t behind_value(std::string_view text, std::size_t at) {
    if (at >= text.size()) return std::string_view::npos;
    if (text[at] == '"') return behind_string(text, at);
    if (text[at] != '{' && text[at] != '[') {
        const std::size_t end = text.find_first_of(",]} \t\r\n", at);
        return end == at ? std::string_view::npos : std::min(end, text.size());
    }
    std::size_t depth = 0;
    while (at != std::string_view::npos && at < text.size()) {
        at = text.find_first_of("\"{}[]", at);
        if (at == std::string_view::npos) return at;
        if (text[at] == '"') {
            at = behind_string(text, at);
            continue;
        }
        depth += text[at] == '{' || text[at] == '[';
        if ((text[at] == '}' || text[at] == ']') && --depth == 0) return at + 1;
        ++at;
    }
    return std::string_view::npos;
}

std::optional<std::size_t> each(std::string_view text, bool keys, const Tell& tell) {
    std::size_t at = skip_space(text, 0);
    if (at == text.size() || text[at] != (keys ? '{' : '[')) return at;
    const char closing = keys ? '}' : ']';
    at = skip_space(text, at + 1);
    while (at < text.size() && text[at] != closing) {
        Piece piece;
        if (keys) {
            if (text[at] != '"') return at;
            const std::size_t end = behind_string(text, at);
            if (end == std::string_view::npos) return at;
            piece.key = text.substr(at + 1, end - at - 2);
            const std::size_t colon = skip_space(text, end);
            if (colon == text.size() || text[colon] != ':') return colon;
            at = skip_space(text, colon + 1);
        }
        const std::size_t end = behind_value(text, at);
        piece.value = text.substr(at, end == std::string_view::npos ? end : end - at);
        if (!tell(piece)) return std::nullopt;
        if (end == std::string_view::npos) return at;
        at = skip_space(text, end);
        if (at < text.size() && text[at] == ',') at = skip_space(text, at + 1);
    }
    return at < text.size() ? std::nullopt : std::optional(at);
}

}  // namespace

std::optional<std::size_t> each_member(std::string_view object, const Tell& tell) {
    return each(object, true, tell);
}

std::optional<std::size_t> each_element(std::string_view array, const Tell& tell) {
    return each(array, false, tell);
}

std::optional<std::size_t> each_value(std::string_view text, const Tell& tell) {
    std::optional<std::size_t> fault;
    for (std::size_t at = skip_space(text, 0); at < text.size(); at = skip_space(text, at)) {
        const std::size_t line = std::min(text.find('\n', at), text.size());
        // Behind a fault a value has to end on its line, or each would be looked for to the end of the text.
        const std::string_view within = fault ? text.substr(0, line) : text;
        const bool structured = text[at] == '{' || text[at] == '[';
        std::size_t end = structured ? behind_value(within, at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            if (!fault) fault = at;
            end = line;
        }
        if (!tell({{}, text.substr(at, end - at)})) break;
        at = end;
    }
    return fault;
}

}  // namespace isnad::source::json
