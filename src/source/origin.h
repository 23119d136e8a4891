// What is known about bytes before they are read, and a page that has not been read yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/markup.h"
#include "model/page.h"

namespace isnad::source {

struct Origin {
    std::string path;       // of the input
    std::string part{};     // which page of a container; or empty
    std::string address{};  // URL; or empty
    std::optional<Day> fetched{};
    std::string fetched_at{};       // ISO 8601 with time, or empty
    std::string charset{};          // that the transport declares (Content-Type), or empty
    std::string media_type{};       // likewise, lower case without parameters: "text/html"
    std::vector<MetaFact> facts{};  // what the container states about the page, by MetaSource::record
    bool cut = false;               // the bytes were cut at limits::page_bytes
};

// One page of whatever form, as a container gives it.
struct RawPage {
    std::string bytes;
    Origin origin;
};

}  // namespace isnad::source
