#include "source/streams/feed_fields.h"

#include <array>

namespace isnad::source::feeds {
namespace {

using xml::Space;

struct Meaning {
    Space space;  // `rss` stands for all spaces in which feeds have their own elements
    std::string_view name;
    Field field;
};

constexpr std::array meanings{Meaning{Space::rss, "title", Field::title},
                              Meaning{Space::rss, "link", Field::link},
                              Meaning{Space::rss, "guid", Field::guid},
                              Meaning{Space::rss, "id", Field::guid},
                              Meaning{Space::rss, "description", Field::summary},
                              Meaning{Space::rss, "summary", Field::summary},
                              Meaning{Space::rss, "tagline", Field::none},
                              Meaning{Space::rss, "content", Field::content},
                              Meaning{Space::rss, "encoded", Field::content},
                              Meaning{Space::rss, "full-text", Field::content},
                              Meaning{Space::rss, "fulltext", Field::content},
                              Meaning{Space::rss, "author", Field::author},
                              Meaning{Space::rss, "pubDate", Field::published},
                              Meaning{Space::rss, "pubdate", Field::published},
                              Meaning{Space::rss, "published", Field::published},
                              Meaning{Space::rss, "issued", Field::published},
                              Meaning{Space::rss, "created", Field::published},
                              Meaning{Space::rss, "updated", Field::modified},
                              Meaning{Space::rss, "modified", Field::modified},
                              Meaning{Space::rss, "category", Field::category},
                              Meaning{Space::rss, "source", Field::source},
                              Meaning{Space::rss, "language", Field::language},
                              Meaning{Space::content, "encoded", Field::content},
                              Meaning{Space::xhtml, "body", Field::content},
                              Meaning{Space::dublin_core, "title", Field::title},
                              Meaning{Space::dublin_core, "creator", Field::author},
                              Meaning{Space::dublin_core, "date", Field::published},
                              Meaning{Space::dublin_core, "created", Field::published},
                              Meaning{Space::dublin_core, "issued", Field::published},
                              Meaning{Space::dublin_core, "modified", Field::modified},
                              Meaning{Space::dublin_core, "subject", Field::category},
                              Meaning{Space::dublin_core, "description", Field::summary},
                              Meaning{Space::dublin_core, "publisher", Field::site},
                              Meaning{Space::dublin_core, "source", Field::source},
                              Meaning{Space::dublin_core, "language", Field::language},
                              Meaning{Space::media, "title", Field::image},
                              Meaning{Space::media, "description", Field::image},
                              Meaning{Space::media, "keywords", Field::keywords},
                              Meaning{Space::media, "category", Field::none},
                              Meaning{Space::itunes, "summary", Field::summary},
                              Meaning{Space::itunes, "author", Field::author},
                              Meaning{Space::itunes, "keywords", Field::keywords},
                              Meaning{Space::feedburner, "origLink", Field::original_link},
                              Meaning{Space::other, "full-text", Field::content}};

bool is_own(Space space) { return space == Space::none || space == Space::rss || space == Space::atom; }

}  // namespace

Place place_in(const xml::Element& element, Place around) {
    const bool own = is_own(element.space);
    if (around == Place::aside || around == Place::person || around == Place::source) return Place::aside;
    if (own && (element.name == "item" || element.name == "entry")) return Place::item;
    if (around == Place::outside) {
        if (own && (element.name == "channel" || element.name == "feed")) return Place::channel;
        return own || element.space == Space::rdf ? Place::outside : Place::aside;
    }
    if (element.space == Space::media) return Place::media;
    if (own && element.name == "author") return Place::person;
    if (own && element.name == "source" && element.space == Space::atom) return Place::source;
    return Place::aside;
}

Field field_of(const xml::Element& element, Place around) {
    const bool own = is_own(element.space);
    if (around == Place::person) return own && element.name == "name" ? Field::author : Field::none;
    if (around == Place::source) return own && element.name == "title" ? Field::source : Field::none;
    if (around == Place::outside || around == Place::aside) return Field::none;
    for (const Meaning& meaning : meanings) {
        if (meaning.name == element.name &&
            (meaning.space == element.space || (own && meaning.space == Space::rss)))
            return meaning.field;
    }
    return Field::none;
}

}  // namespace isnad::source::feeds
