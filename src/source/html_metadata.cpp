#include "source/html_metadata.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "source/html_guard.h"
#include "source/html_json_ld.h"

namespace isnad::source::html {
namespace {

struct Name {
    std::string_view name;
    MetaField field;
    MetaSource source;
};

constexpr std::array meta_names{
    Name{"og:title", MetaField::title, MetaSource::open_graph},
    Name{"og:description", MetaField::description, MetaSource::open_graph},
    Name{"og:site_name", MetaField::site, MetaSource::open_graph},
    Name{"og:type", MetaField::kind, MetaSource::open_graph},
    Name{"og:url", MetaField::canonical, MetaSource::open_graph},
    Name{"og:locale", MetaField::language, MetaSource::open_graph},
    Name{"og:image:alt", MetaField::image, MetaSource::open_graph},
    Name{"og:published_time", MetaField::published, MetaSource::open_graph},
    Name{"og:article:published_time", MetaField::published, MetaSource::open_graph},
    Name{"article:published_time", MetaField::published, MetaSource::open_graph},
    Name{"article:published", MetaField::published, MetaSource::open_graph},
    Name{"article:modified_time", MetaField::modified, MetaSource::open_graph},
    Name{"og:updated_time", MetaField::modified, MetaSource::open_graph},
    Name{"article:author", MetaField::author, MetaSource::open_graph},
    Name{"article:tag", MetaField::keyword, MetaSource::open_graph},
    Name{"twitter:title", MetaField::title, MetaSource::twitter},
    Name{"twitter:description", MetaField::description, MetaSource::twitter},
    Name{"twitter:creator", MetaField::author, MetaSource::twitter},
    Name{"twitter:site", MetaField::site, MetaSource::twitter},
    Name{"dc.title", MetaField::title, MetaSource::dublin_core},
    Name{"dc.creator", MetaField::author, MetaSource::dublin_core},
    Name{"dc.publisher", MetaField::site, MetaSource::dublin_core},
    Name{"dc.date", MetaField::published, MetaSource::dublin_core},
    Name{"dc.date.issued", MetaField::published, MetaSource::dublin_core},
    Name{"dcterms.created", MetaField::published, MetaSource::dublin_core},
    Name{"dcterms.date", MetaField::published, MetaSource::dublin_core},
    Name{"dcterms.modified", MetaField::modified, MetaSource::dublin_core},
    Name{"title", MetaField::title, MetaSource::meta},
    Name{"description", MetaField::description, MetaSource::meta},
    Name{"keywords", MetaField::keyword, MetaSource::meta},
    Name{"news_keywords", MetaField::keyword, MetaSource::meta},
    Name{"author", MetaField::author, MetaSource::meta},
    Name{"application-name", MetaField::site, MetaSource::meta},
    Name{"date", MetaField::published, MetaSource::meta},
    Name{"pubdate", MetaField::published, MetaSource::meta},
    Name{"publishdate", MetaField::published, MetaSource::meta},
    Name{"publish-date", MetaField::published, MetaSource::meta},
    Name{"publish_date", MetaField::published, MetaSource::meta},
    Name{"publication_date", MetaField::published, MetaSource::meta},
    Name{"sailthru.date", MetaField::published, MetaSource::meta},
    Name{"parsely-pub-date", MetaField::published, MetaSource::meta},
    Name{"article.published", MetaField::published, MetaSource::meta},
    Name{"last-modified", MetaField::modified, MetaSource::meta},
};

constexpr std::array item_names{
    Name{"headline", MetaField::title, MetaSource::microdata},
    Name{"datepublished", MetaField::published, MetaSource::microdata},
    Name{"datecreated", MetaField::published, MetaSource::microdata},
    Name{"datemodified", MetaField::modified, MetaSource::microdata},
};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

template <class Names>
const Name* find(const Names& names, std::string_view name) {
    const std::string key = lower(name.substr(0, 64));
    const auto found = std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.name == key; });
    return found == names.end() ? nullptr : &*found;
}

}  // namespace

std::string collapsed(std::string_view text) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
            space = !out.empty();
            continue;
        }
        if (c == filler) continue;
        if (space) out += ' ';
        space = false;
        out += c;
    }
    return out;
}

void MetadataReader::add(MetaField field, MetaSource source, std::string_view name, std::string_view value,
                         std::optional<ByteRange> bytes, std::optional<std::uint32_t> block) {
    if (value.size() > limits::metadata_bytes || facts_.size() >= limits::metadata_facts) return;
    std::string clean = collapsed(value);
    if (!clean.empty()) facts_.push_back({field, source, std::string(name), std::move(clean), bytes, block});
}

void MetadataReader::add(MetaField field, MetaSource source, std::string_view name,
                         const Attribute& attribute, std::optional<std::uint32_t> block) {
    add(field, source, name, attribute.value, decoded_.arrived(attribute.begin, attribute.end), block);
}

void MetadataReader::read_meta(const Element& element) {
    const Attribute* content = element.attribute("content");
    if (content == nullptr) return;
    for (const std::string_view key : {"property", "name", "http-equiv"}) {
        const std::string_view name = element.value(key);
        const Name* known = name.empty() ? nullptr : find(meta_names, name);
        if (known == nullptr) continue;
        add(known->field, known->source, known->name, *content);
        return;
    }
}

void MetadataReader::read_microdata(const Element& element, std::uint32_t block) {
    const std::string_view item = element.value("itemprop");
    const Name* known = item.empty() ? nullptr : find(item_names, item);
    if (known == nullptr) return;
    for (const std::string_view key : {"content", "datetime"}) {
        if (const Attribute* value = element.attribute(key))
            return add(known->field, known->source, known->name, *value, block);
    }
}

void MetadataReader::open(const Element& element, std::uint32_t block) {
    if (element.name == "meta") read_meta(element);
    read_microdata(element, block);
    if (element.name == "time") {
        if (const Attribute* value = element.attribute("datetime"))
            add(MetaField::time, MetaSource::element, "time", *value, block);
    }
    if (element.name == "html") {
        if (const Attribute* value = element.attribute("lang"))
            add(MetaField::language, MetaSource::element, "lang", *value);
    }
    if (element.name == "link" && lower(element.value("rel")) == "canonical") {
        if (const Attribute* value = element.attribute("href"))
            add(MetaField::canonical, MetaSource::element, "canonical", *value);
    }
    if (element.name == "title" && !has_title_) capture_ = Capture::title;
    if (element.name == "script" && lower(element.value("type")).starts_with("application/ld+json"))
        capture_ = Capture::json_ld;
    captured_.clear();
}

void MetadataReader::text(std::string_view text, std::uint64_t begin, std::uint64_t end) {
    if (capture_ == Capture::none || captured_.size() + text.size() > limits::json_ld_bytes) return;
    if (captured_.empty()) captured_begin_ = begin;
    captured_ += text;
    captured_end_ = end;
}

void MetadataReader::close(std::string_view name) {
    if (capture_ == Capture::title && name == "title") {
        has_title_ = true;
        add(MetaField::title, MetaSource::element, "title", captured_,
            decoded_.arrived(captured_begin_, captured_end_));
    }
    if (capture_ == Capture::json_ld && name == "script") {
        const auto bytes = decoded_.arrived(captured_begin_, captured_end_);
        json_bytes_ += captured_.size();
        if (json_bytes_ <= limits::json_ld_bytes) {
            const bool read =
                read_json_ld(captured_, [&](MetaField field, std::string_view key, std::string_view value) {
                    add(field, MetaSource::json_ld, key, value, bytes);
                });
            if (!read && !captured_.empty())
                problems_.push_back({"bad_json_ld", Severity::note, "a JSON-LD script cannot be read",
                                     std::nullopt, captured_begin_});
        }
    }
    capture_ = Capture::none;
}

}  // namespace isnad::source::html
