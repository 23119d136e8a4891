// One record of a feed, a list or an agency's file, and the page that it becomes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/markup.h"
#include "source/origin.h"
#include "source/streams/record_formats.h"

namespace isnad::source {

// What a format says of one piece of news. All text is UTF-8.
struct Record {
    std::string part;      // "item 3"
    std::string address;   // absolute URL, or empty
    std::string title;     // plain text
    std::string html;      // the body as HTML; or
    std::string text;      // the body as plain text
    std::string language;  // as declared: "ar", "ar-EG"
    std::vector<MetaFact> facts{};

    // Keeps a fact of MetaSource::record: white space collapsed, mojibake that came by way of escapes
    // repaired (mojibake.h), none without a value, capped by limits::metadata_bytes and
    // limits::metadata_facts.
    void add(MetaField field, std::string_view name, std::string_view value);
    bool has(MetaField field) const;
    bool empty() const { return title.empty() && html.empty() && text.empty(); }
};

// HTML becomes a small document with the title as <h1> and the body in <article>; plain text stays plain text
// with the title on a line before it.
RawPage page_of(Record record, const Origin& container);

// Adds the pages to the records of a file, up to limits::records_per_file; says so once when there are more.
class RecordKeeper {
  public:
    RecordKeeper(Records& out, const Origin& container) : out_(out), container_(container) {}

    // False when the file is full. A record without any text is counted, not kept.
    bool keep(Record record, std::uint64_t byte);
    std::string next_part() const { return "item " + std::to_string(seen_ + 1); }
    // Notes records that had no text, once for the file.
    void finish();

  private:
    Records& out_;
    const Origin& container_;
    std::uint64_t seen_ = 0, without_text_ = 0;
    bool full_ = false;
};

}  // namespace isnad::source
