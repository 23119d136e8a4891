#include "source/streams/mhtml.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "source/charset.h"
#include "source/streams/feed_item.h"
#include "source/streams/mime.h"
#include "source/streams/record_page.h"
#include "source/streams/record_text.h"

namespace isnad::source {
namespace {

using mime::Part;

// The parts that may be the page, in the order of the file.
struct Found {
    std::vector<Part> html, text;
    bool cut = false;
    std::size_t parts = 0;
};

bool is_attached(const Part& part) {
    return mime::media_type(part.value("content-disposition")) == "attachment";
}

void collect(const Part& part, std::size_t depth, Found& found) {
    const std::string type = mime::media_type(part.value("content-type"));
    found.cut = found.cut || part.cut;
    if (++found.parts > limits::mime_parts || is_attached(part)) return;
    if (type.starts_with("multipart/")) {
        if (depth >= limits::mime_depth) return;
        const std::string boundary = mime::parameter(part.value("content-type"), "boundary");
        for (const Part& inner : mime::parts_of(part.body, boundary, limits::mime_parts))
            collect(inner, depth + 1, found);
    } else if (type == "message/rfc822" && depth < limits::mime_depth) {
        collect(mime::part_of(part.body), depth + 1, found);
    } else if (type == "text/html" || type == "application/xhtml+xml") {
        found.html.push_back(part);
    } else if (type == "text/plain" || type.empty()) {
        found.text.push_back(part);
    }
}

std::string_view without_angles(std::string_view id) {
    if (id.starts_with('<')) id.remove_prefix(1);
    return id.ends_with('>') ? id.substr(0, id.size() - 1) : id;
}

const Part* root_of(const Found& found, const Part& file) {
    const std::string start = mime::parameter(file.value("content-type"), "start");
    for (const Part& part : found.html) {
        if (!start.empty() && without_angles(part.value("content-id")) == without_angles(start)) return &part;
    }
    if (!found.html.empty()) return &found.html.front();
    return found.text.empty() ? nullptr : &found.text.front();
}

bool is_saved_page(const Part& file) {
    const std::string_view from = file.value("from");
    return from.find("Saved by") != std::string_view::npos ||
           from.find("saved by") != std::string_view::npos ||
           !file.value("snapshot-content-location").empty() || !file.value("content-location").empty() ||
           mime::media_type(file.value("content-type")) == "multipart/related";
}

void add_facts(Record& record, const Part& file, bool saved) {
    const std::string date = iso_moment(mime::header_text(file.value("date")));
    record.add(MetaField::title, "Subject", record.title);
    if (saved) return;
    record.add(MetaField::published, "Date", date);
    record.add(MetaField::author, "From", feeds::name_of_mailbox(mime::header_text(file.value("from"))));
}

// Without repeating a title that plain text has as its first line.
std::string with_title(const std::string& title, std::string body) {
    const std::size_t line = std::min(body.find('\n'), body.size());
    if (title.empty() || collapsed_text(body.substr(0, line)) == title) return body;
    return title + "\n\n" + body;
}

std::string address_of(const Part& root, const Part& file, const Origin& origin) {
    for (const std::string_view place :
         {root.value("content-location"), file.value("snapshot-content-location"),
          file.value("content-location")}) {
        if (std::string address = resolved_address(origin.address, mime::header_text(place));
            !address.empty())
            return address;
    }
    return origin.address;
}

RawPage page_of_part(const Part& root, const Part& file, const Origin& origin) {
    const std::string_view type = root.value("content-type");
    RawPage page;
    page.bytes = mime::transfer_decoded(root.body, root.value("content-transfer-encoding"));
    page.origin.path = origin.path;
    page.origin.part = origin.part;
    page.origin.address = address_of(root, file, origin);
    page.origin.fetched = origin.fetched;
    page.origin.fetched_at = origin.fetched_at;
    page.origin.charset = mime::parameter(type, "charset");
    const bool html = mime::media_type(type).find("html") != std::string::npos;
    page.origin.media_type = html ? "text/html" : "text/plain";
    return page;
}

void set_fetched(Origin& origin, const std::string& date) {
    if (const auto day = parse_iso_day(std::string_view(date).substr(0, 10))) {
        origin.fetched = day;
        origin.fetched_at = date;
    }
}

}  // namespace

void read_mhtml(std::string bytes, const Origin& origin, Records& out) {
    const std::size_t begin = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
    const Part file = mime::part_of(std::string_view(bytes).substr(begin));
    Found found;
    collect(file, 0, found);
    const auto problem = [&](const char* code, const char* what, std::uint64_t byte) {
        out.problems.push_back({code, Severity::warning, what, std::nullopt, byte});
    };
    if (found.cut) problem("cut_parts", "the last part of the file has no end", bytes.size());
    const Part* root = root_of(found, file);
    if (root == nullptr) return problem("no_page", "no part of the file is a page", 0);
    const bool saved = is_saved_page(file);
    Record record;
    record.title = collapsed_text(mime::header_text(file.value("subject")));
    add_facts(record, file, saved);
    RawPage page = page_of_part(*root, file, origin);
    page.origin.facts = std::move(record.facts);
    if (saved) set_fetched(page.origin, iso_moment(mime::header_text(file.value("date"))));
    if (page.origin.media_type == "text/plain" && !saved) {
        Decoded decoded = decode(std::move(page.bytes), TextForm::plain, page.origin.charset);
        for (Problem& one : decoded.problems) out.problems.push_back(std::move(one));
        page.bytes = with_title(record.title, std::move(decoded.text));
        page.origin.charset = "utf-8";
    }
    out.pages.push_back(std::move(page));
}

}  // namespace isnad::source
