#include "source/streams/ninjs.h"

#include <array>

#include "source/streams/json_pieces.h"
#include "source/streams/json_value.h"
#include "source/streams/record_page.h"
#include "source/streams/record_problems.h"
#include "source/streams/record_text.h"

namespace isnad::source {
namespace {

using json::string_at;
using json::string_of;
using json::Value;

// The first of several keys that has a string: names differ between versions.
std::string_view first_of(const Value& item, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (const std::string_view text = string_at(item, key); !text.empty()) return text;
    }
    return {};
}

// "headlines", "descriptions": the one of role main, or the first.
std::string_view main_value(const Value& item, std::string_view key) {
    std::string_view found;
    bool is_main = false;
    json::each_at(item, key, [&](const Value& one) {
        const std::string_view text = string_at(one, "value");
        const bool main = string_at(one, "role") == "main";
        if (text.empty() || (!found.empty() && (is_main || !main))) return;
        found = text;
        is_main = main;
    });
    return found;
}

std::string one_line(std::string_view text) {
    return looks_like_markup(text) ? text_of_markup(text) : collapsed_text(text);
}

std::string title_of(const Value& item) {
    const std::string_view headline = first_of(item, {"headline", "headline_main"});
    if (!headline.empty()) return one_line(headline);
    const std::string_view main = main_value(item, "headlines");
    return one_line(main.empty() ? first_of(item, {"title", "name"}) : main);
}

std::string description_of(const Value& item) {
    const std::string_view main = main_value(item, "descriptions");
    return one_line(
        main.empty() ? first_of(item, {"description_text", "description_html", "description_usage"}) : main);
}

void set_body(Record& record, const Value& item) {
    record.html = first_of(item, {"body_html", "body_xhtml"});
    record.text = first_of(item, {"body_text", "body_plain"});
    json::each_at(item, "bodies", [&](const Value& body) {
        const std::string_view text = string_at(body, "value"), type = string_at(body, "contentType");
        const bool html =
            type.find("html") != std::string_view::npos || (type.empty() && looks_like_markup(text));
        std::string& kept = html ? record.html : record.text;
        if (kept.empty()) kept = text;
    });
    if (!record.html.empty()) record.text.clear();
}

void add_names(Record& record, MetaField field, std::string_view name, const Value& item) {
    json::each_at(item, name, [&](const Value& one) {
        const std::string_view said = first_of(one, {"name", "literal"});
        record.add(field, name, said.empty() ? string_of(one) : said);
    });
}

bool is_picture(const Value& item) {
    const std::string_view type = string_at(item, "type");
    return type == "picture" || type == "graphic" || type == "image" || type == "video";
}

// In versions 1 and 2 an object of named items, then an array.
void add_pictures(Record& record, const Value& item) {
    const auto add = [&](const Value& one) {
        if (!is_picture(one)) return;
        const std::string words = description_of(one);
        record.add(MetaField::image, "associations", words.empty() ? title_of(one) : words);
    };
    const auto associations = json::member(item, "associations");
    if (!associations) return;
    simdjson::dom::object named;
    if (associations->get(named) != simdjson::SUCCESS) return json::each_of(*associations, add);
    for (const auto field : named) json::each_of(field.value, add);
}

void add_facts(Record& record, const Value& item) {
    record.add(MetaField::title, "headline", record.title);
    record.add(MetaField::author, "by", one_line(first_of(item, {"byline", "by"})));
    record.add(
        MetaField::published, "firstCreated",
        iso_moment(first_of(item, {"firstcreated", "firstCreated", "contentcreated", "contentCreated"})));
    const std::string version = iso_moment(first_of(item, {"versioncreated", "versionCreated"}));
    record.add(record.has(MetaField::published) ? MetaField::modified : MetaField::published,
               "versionCreated", version);
    record.add(MetaField::site, "copyrightHolder", first_of(item, {"copyrightholder", "copyrightHolder"}));
    for (const std::string_view key : {"infosource", "infosources", "infoSources"})
        add_names(record, MetaField::source, key, item);
    for (const std::string_view key : {"subject", "subjects", "keyword", "keywords"})
        add_names(record, MetaField::keyword, key, item);
    for (const std::string_view key : {"genre", "genres"}) add_names(record, MetaField::kind, key, item);
    record.add(MetaField::language, "language", record.language);
    add_pictures(record, item);
}

Record record_of(const Value& item, std::string part) {
    Record record;
    record.part = std::move(part);
    record.address = resolved_address({}, string_at(item, "uri"));
    record.title = title_of(item);
    record.language = string_at(item, "language");
    set_body(record, item);
    const std::string description = description_of(item);
    if (record.html.empty() && record.text.empty()) {
        record.text = description;
    } else {
        record.add(MetaField::description, "description", description);
    }
    add_facts(record, item);
    return record;
}

}  // namespace

void read_ninjs(std::string bytes, const Origin& origin, Records& out) {
    const DecodedRecords decoded(std::move(bytes), TextForm::plain, origin, out);
    const std::string_view text = decoded.text();
    json::ValueParser parser;
    RecordKeeper keeper(out, origin);
    const auto read_item = [&](const json::Piece& piece) {
        const auto at = static_cast<std::uint64_t>(piece.value.data() - text.data());
        auto item = parser.parse(piece.value);
        if (!item || !item->is_object()) {
            decoded.problem("bad_json", "an item is broken JSON", at);
            item = parser.parse_broken(piece.value);
        }
        if (!item || !item->is_object()) return true;
        return keeper.keep(record_of(*item, keeper.next_part()), decoded.byte(at).value_or(0));
    };
    json::each_value(text, [&](const json::Piece& piece) {
        if (!piece.value.starts_with('[')) return read_item(piece);
        const auto fault = json::each_element(piece.value, read_item);
        const auto at = static_cast<std::uint64_t>(piece.value.data() - text.data());
        if (fault) decoded.problem("bad_json", "the array of items ends early or is broken", at + *fault);
        return true;
    });
    keeper.finish();
}

}  // namespace isnad::source
