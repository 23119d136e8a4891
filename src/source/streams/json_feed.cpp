#include "source/streams/json_feed.h"

#include "source/streams/json_pieces.h"
#include "source/streams/json_value.h"
#include "source/streams/record_page.h"
#include "source/streams/record_problems.h"
#include "source/streams/record_text.h"

namespace isnad::source {
namespace {

using json::string_at;
using json::Value;

struct Feed {
    std::string base, site, language;
    std::vector<std::string> authors{};
    std::string_view items{};
};

// Of version 1.1, then of version 1.0.
std::vector<std::string> authors_of(const Value& value) {
    std::vector<std::string> out;
    json::each_at(value, "authors", [&](const Value& author) {
        if (!string_at(author, "name").empty()) out.emplace_back(string_at(author, "name"));
    });
    const auto author = json::member(value, "author");
    if (out.empty() && author && !string_at(*author, "name").empty())
        out.emplace_back(string_at(*author, "name"));
    return out;
}

Feed head_of(std::string_view text, json::ValueParser& parser, std::optional<std::size_t>& fault) {
    Feed feed;
    std::string home, address;
    fault = json::each_member(text, [&](const json::Piece& piece) {
        if (piece.key == "items") {
            feed.items = piece.value;
            return true;
        }
        const bool wanted = piece.key == "title" || piece.key == "home_page_url" || piece.key == "feed_url" ||
                            piece.key == "language" || piece.key == "authors" || piece.key == "author";
        if (!wanted) return true;
        const std::string whole = "{\"" + std::string(piece.key) + "\":" + std::string(piece.value) + "}";
        const auto value = parser.parse(whole);
        if (!value) return true;
        if (piece.key == "title") feed.site = string_at(*value, "title");
        if (piece.key == "home_page_url") home = string_at(*value, "home_page_url");
        if (piece.key == "feed_url") address = string_at(*value, "feed_url");
        if (piece.key == "language") feed.language = string_at(*value, "language");
        if (piece.key.starts_with("author") && feed.authors.empty()) feed.authors = authors_of(*value);
        return true;
    });
    feed.base = resolved_address({}, home.empty() ? address : home);
    return feed;
}

void add_facts(Record& record, const Value& item, const Feed& feed) {
    record.add(MetaField::title, "title", record.title);
    std::vector<std::string> authors = authors_of(item);
    for (const std::string& author : authors.empty() ? feed.authors : authors)
        record.add(MetaField::author, "authors", author);
    record.add(MetaField::published, "date_published", iso_moment(string_at(item, "date_published")));
    record.add(MetaField::modified, "date_modified", iso_moment(string_at(item, "date_modified")));
    record.add(MetaField::site, "feed", feed.site);
    record.add(MetaField::language, "language", record.language);
    json::each_at(item, "tags",
                  [&](const Value& tag) { record.add(MetaField::keyword, "tags", json::string_of(tag)); });
    json::each_at(item, "attachments", [&](const Value& attachment) {
        if (string_at(attachment, "mime_type").starts_with("image/"))
            record.add(MetaField::image, "attachments", string_at(attachment, "title"));
    });
}

Record record_of(const Value& item, const Feed& feed, std::string part) {
    Record record;
    record.part = std::move(part);
    for (const char* key : {"url", "id", "external_url"}) {
        const std::string_view base = key == std::string_view("id") ? std::string_view{} : feed.base;
        if (record.address.empty()) record.address = resolved_address(base, string_at(item, key));
    }
    record.title = collapsed_text(string_at(item, "title"));
    const std::string_view language = string_at(item, "language");
    record.language = language.empty() ? feed.language : std::string(language);
    record.html = string_at(item, "content_html");
    if (record.html.empty()) record.text = string_at(item, "content_text");
    const std::string_view summary = string_at(item, "summary");
    if (record.html.empty() && record.text.empty()) {
        record.text = summary;
    } else {
        record.add(MetaField::description, "summary", summary);
    }
    add_facts(record, item, feed);
    return record;
}

}  // namespace

void read_json_feed(std::string bytes, const Origin& origin, Records& out) {
    const DecodedRecords decoded(std::move(bytes), TextForm::plain, origin, out);
    const std::string_view text = decoded.text();
    json::ValueParser parser;
    std::optional<std::size_t> fault;
    Feed feed = head_of(text, parser, fault);
    if (feed.base.empty()) feed.base = origin.address;
    if (fault) decoded.problem("bad_json", "the JSON ends early or is broken", *fault);
    if (feed.items.empty()) return;
    RecordKeeper keeper(out, origin);
    json::each_element(feed.items, [&](const json::Piece& piece) {
        const auto at = static_cast<std::uint64_t>(piece.value.data() - text.data());
        auto item = parser.parse(piece.value);
        if (!item) {
            decoded.problem("bad_json", "an item of the feed is broken JSON", at);
            item = parser.parse_broken(piece.value);
        }
        if (!item || !item->is_object()) return true;
        return keeper.keep(record_of(*item, feed, keeper.next_part()), decoded.byte(at).value_or(0));
    });
    keeper.finish();
}

}  // namespace isnad::source
