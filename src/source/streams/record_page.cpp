#include "source/streams/record_page.h"

#include <algorithm>

#include "base/limits.h"
#include "source/mojibake.h"
#include "source/streams/record_text.h"

namespace isnad::source {
namespace {

std::string document_of(const Record& record) {
    std::string out = "<!DOCTYPE html>\n<html";
    if (!record.language.empty()) {
        out += " lang=\"";
        append_escaped(out, record.language);
        out += '"';
    }
    out += "><head><meta charset=\"utf-8\"><title>";
    append_escaped(out, record.title);
    out += "</title></head>\n<body><article>\n";
    if (!record.title.empty()) {
        out += "<h1>";
        append_escaped(out, record.title);
        out += "</h1>\n";
    }
    return out + record.html + "\n</article></body></html>\n";
}

std::string text_of(const Record& record) {
    if (record.title.empty()) return record.text;
    return record.text.empty() ? record.title + "\n" : record.title + "\n\n" + record.text;
}

}  // namespace

void Record::add(MetaField field, std::string_view name, std::string_view value) {
    std::string kept = mend_mojibake(collapsed_text(value), false).text;
    if (kept.empty() || kept.size() > limits::metadata_bytes || facts.size() >= limits::metadata_facts)
        return;
    facts.push_back(
        {field, MetaSource::record, std::string(name), std::move(kept), std::nullopt, std::nullopt});
}

bool Record::has(MetaField field) const {
    return std::any_of(facts.begin(), facts.end(), [&](const MetaFact& fact) { return fact.field == field; });
}

RawPage page_of(Record record, const Origin& container) {
    record.title = mend_mojibake(std::move(record.title), false).text;
    RawPage page;
    page.bytes = record.html.empty() ? text_of(record) : document_of(record);
    Origin& origin = page.origin;
    origin.path = container.path;
    origin.part = container.part.empty() ? record.part : container.part + "/" + record.part;
    origin.address = std::move(record.address);
    origin.fetched = container.fetched;
    origin.fetched_at = container.fetched_at;
    origin.charset = "utf-8";
    origin.media_type = record.html.empty() ? "text/plain" : "text/html";
    origin.facts = std::move(record.facts);
    return page;
}

bool RecordKeeper::keep(Record record, std::uint64_t byte) {
    ++seen_;
    if (out_.pages.size() >= limits::records_per_file) {
        if (!full_)
            out_.problems.push_back(
                {"too_many_records", Severity::warning,
                 "records beyond " + std::to_string(limits::records_per_file) + " of one file are not read",
                 std::nullopt, byte});
        full_ = true;
        return false;
    }
    if (record.empty()) {
        ++without_text_;
        return true;
    }
    out_.pages.push_back(page_of(std::move(record), container_));
    return true;
}

void RecordKeeper::finish() {
    if (without_text_ > 0)
        out_.problems.push_back({"records_without_text", Severity::note,
                                 std::to_string(without_text_) + " records have neither title nor text",
                                 std::nullopt, std::nullopt});
}

}  // namespace isnad::source
