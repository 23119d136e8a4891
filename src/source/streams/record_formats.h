// Files that hold several pages as records: feeds (RSS, Atom, RDF), JSON Feed, sitemaps, MHTML, ninjs. They
// are read whole, one file of at most limits::page_bytes at a time; what holds them (a file, an archive, a
// WARC record) is the business of inputs.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "source/origin.h"

namespace isnad::source {

enum class RecordFormat : std::uint8_t { none, feed, json_feed, sitemap, mhtml, ninjs };

// What the first bytes of a file say it is (4 KiB are enough, fewer may do), with its path and the media type
// that the transport declares (lower case without parameters, or empty) where the bytes leave it open. `none`
// for everything else: HTML, plain text, JSON of other kinds.
RecordFormat sniff(std::string_view head, std::string_view path, std::string_view media_type);

struct Records {
    std::vector<RawPage> pages;     // in the order of the file
    std::vector<Problem> problems;  // what could not be read, with the byte where one is known
};

// Reads a file of one of the formats. Every page takes path, fetched and fetched_at of `origin`, and a part
// that names the record within it (origin.part stands before it, with a "/", when there is one). Broken
// records are problems, never the end. `none` gives nothing.
Records read_records(RecordFormat format, std::string bytes, const Origin& origin);

}  // namespace isnad::source
