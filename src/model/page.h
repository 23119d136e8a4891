// A page: what arrived, decoded. It owns the one immutable text that every span of its articles points into.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "base/ids.h"
#include "model/markup.h"
#include "text/span.h"

namespace isnad {

enum class Severity : std::uint8_t { note, warning, error };

// Something wrong with what was read. It never ends a batch; what was read before it stays.
struct Problem {
    std::string code;
    Severity severity = Severity::warning;
    std::string what;
    std::optional<Span> span{};           // where in the page text
    std::optional<std::uint64_t> byte{};  // or where in the bytes that arrived
};

struct Page {
    std::string path;            // of the input it came from
    std::string part;            // which page of a container: "news/1.html", "record 12"; or empty
    std::string address;         // URL, or empty
    std::optional<Day> fetched;  // day of fetch, when the source tells
    std::string fetched_at;      // the same with its time as ISO 8601, when the source tells; or empty
    std::string media_type = "text/plain";
    std::string charset = "utf-8";
    std::string text;  // valid UTF-8, no BOM, CR kept; spans are byte ranges of it
    std::vector<Problem> problems;
    // What the markup said. Markup without blocks comes with plain text of which something is known (a record
    // of JSON Lines, a feed): it has facts only, and the text is read by its lines.
    std::shared_ptr<const Markup> markup{};

    bool has_markup() const { return markup != nullptr && !markup->blocks.empty(); }

    std::string_view slice(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }
};

using PagePtr = std::shared_ptr<const Page>;

}  // namespace isnad
