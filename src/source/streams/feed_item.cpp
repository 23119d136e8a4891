#include "source/streams/feed_item.h"

#include <algorithm>

#include "source/streams/record_text.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::source::feeds {
namespace {

constexpr std::size_t categories_kept = 100;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// On one line, without markup.
std::string plain(const Said& said) {
    const bool markup =
        said.meant == Meant::html || (said.meant == Meant::unknown && looks_like_markup(said.text));
    return markup ? text_of_markup(said.text) : collapsed_text(said.text);
}

void take_first(Said& kept, Said said) {
    if (kept.text.empty() && !is_blank(said.text)) kept = std::move(said);
}

void take_first(std::string& kept, const std::string& text) {
    if (kept.empty()) kept = text;
}

// Divided at commas, Latin and Arabic.
void add_keywords(Record& record, std::string_view name, std::string_view text) {
    const std::string arabic = utf8::encode(letters::comma);
    while (!text.empty()) {
        const std::size_t latin = std::min(text.find(','), text.size());
        const std::size_t other = std::min(text.find(arabic), text.size());
        record.add(MetaField::keyword, name, text.substr(0, std::min(latin, other)));
        text.remove_prefix(std::min(text.size(), latin < other ? latin + 1 : other + arabic.size()));
    }
}

void set_body(Record& record, const Said& body) {
    if (is_blank(body.text)) return;
    const bool markup =
        body.meant == Meant::html || (body.meant == Meant::unknown && looks_like_markup(body.text));
    (markup ? record.html : record.text) = markup ? escaped_once(body.text) : body.text;
}

std::string address_of(const Item& item, const Channel& channel) {
    for (const std::string* link : {&item.original_link, &item.link}) {
        std::string address = resolved_address(channel.base, *link);
        if (!address.empty()) return address;
    }
    const bool http = item.guid.starts_with("http://") || item.guid.starts_with("https://");
    return item.guid_is_address && http ? resolved_address({}, item.guid) : std::string{};
}

}  // namespace

std::string name_of_mailbox(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos) return collapsed_text(text);
    const std::size_t open = text.find('('), close = text.rfind(')');
    if (open != std::string_view::npos && close != std::string_view::npos && open < close)
        return collapsed_text(text.substr(open + 1, close - open - 1));
    const std::size_t angle = text.find('<');
    std::string name =
        angle == std::string_view::npos ? std::string{} : collapsed_text(text.substr(0, angle));
    if (name.size() > 1 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    return name.find('@') == std::string::npos ? name : std::string{};
}

void Item::take(Field field, std::string_view name, Said said) {
    switch (field) {
        case Field::title: return take_first(title, std::move(said));
        case Field::summary: return take_first(summary, std::move(said));
        case Field::content:
            if (said.text.size() > content.text.size()) content = std::move(said);
            return;
        case Field::link: return take_first(link, collapsed_text(said.text));
        case Field::original_link: return take_first(original_link, collapsed_text(said.text));
        case Field::guid: return take_first(guid, collapsed_text(said.text));
        case Field::language: return take_first(language, collapsed_text(said.text));
        case Field::author: return record.add(MetaField::author, name, name_of_mailbox(plain(said)));
        case Field::published: return record.add(MetaField::published, name, iso_moment(said.text));
        case Field::modified: return record.add(MetaField::modified, name, iso_moment(said.text));
        case Field::site: return record.add(MetaField::site, name, plain(said));
        case Field::image: return record.add(MetaField::image, name, plain(said));
        case Field::keywords: return add_keywords(record, name, plain(said));
        case Field::category:
            if (categories.size() < categories_kept) categories.push_back(plain(said));
            return;
        case Field::source:
            if (resolved_address({}, said.text).empty()) record.add(MetaField::source, name, plain(said));
            return;
        case Field::none: return;
    }
}

Record record_of(Item item, const Channel& channel, std::string part) {
    Record out = std::move(item.record);
    out.part = std::move(part);
    out.address = address_of(item, channel);
    out.title = plain(item.title);
    out.language = item.language.empty() ? channel.language : item.language;
    const bool whole = plain(item.content).size() > plain(item.summary).size();
    set_body(out, whole ? item.content : item.summary);
    if (whole) out.add(MetaField::description, "description", plain(item.summary));
    out.add(MetaField::title, "title", out.title);
    out.add(MetaField::language, "language", out.language);
    if (!out.has(MetaField::site)) out.add(MetaField::site, "channel", channel.site);
    if (!out.has(MetaField::author)) out.add(MetaField::author, "author", channel.author);
    const bool one = item.categories.size() == 1;
    for (const std::string& category : item.categories)
        out.add(one ? MetaField::section : MetaField::keyword, "category", category);
    return out;
}

}  // namespace isnad::source::feeds
