#include "source/charset_declared.h"
#include "base/ascii.h"

#include <algorithm>

namespace isnad::source {
namespace {

using ascii::lower;

constexpr std::size_t declared_within = 4096, label_bytes = 40;

// The value behind `key` = in head[from, end).
std::optional<DeclaredCharset> value_of(const std::string& head, std::string_view key, std::size_t from,
                                        std::size_t end) {
    std::size_t at = head.find(key, from);
    if (at == std::string::npos || at > end) return std::nullopt;
    at = head.find_first_not_of(" \t\r\n", at + key.size());
    if (at == std::string::npos || head[at] != '=') return std::nullopt;
    at = head.find_first_not_of(" \t\r\n\"'", at + 1);
    if (at == std::string::npos || at >= end) return std::nullopt;
    const std::size_t behind = std::min(head.find_first_of(" \t\r\n\"';/>?", at), head.size());
    if (behind == at) return std::nullopt;
    return DeclaredCharset{head.substr(at, std::min<std::size_t>(behind - at, label_bytes)), at};
}

}  // namespace

std::optional<DeclaredCharset> charset_of_meta(std::string_view bytes) {
    const std::string head = lower(bytes.substr(0, declared_within));
    for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
         meta = head.find("<meta", meta + 5)) {
        const std::size_t end = std::min(head.find('>', meta), head.size());
        if (auto found = value_of(head, "charset", meta, end)) return found;
    }
    return std::nullopt;
}

std::optional<DeclaredCharset> charset_of_xml(std::string_view bytes) {
    const std::string head = lower(bytes.substr(0, 512));
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos || head.compare(begin, 5, "<?xml") != 0) return std::nullopt;
    return value_of(head, "encoding", begin, std::min(head.find("?>", begin), head.size()));
}

}  // namespace isnad::source
