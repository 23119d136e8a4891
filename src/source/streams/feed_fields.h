// What the elements of feeds mean: RSS 0.9x, 1.0 (RDF), 2.0 and Atom 0.3, 1.0 with the modules that news
// uses.
#pragma once

#include <cstdint>

#include "source/streams/xml_reader.h"

namespace isnad::source::feeds {

// Where in a feed an element stands.
enum class Place : std::uint8_t { outside, channel, item, person, source, media, aside };

enum class Field : std::uint8_t {
    none,
    title,
    link,
    original_link,  // where the feed goes by way of a counter
    guid,
    summary,
    content,
    author,
    published,
    modified,
    category,
    keywords,  // several, with commas
    source,
    site,
    language,
    image  // words about a picture
};

// The place that the content of an element is in, from the place around it.
Place place_in(const xml::Element& element, Place around);

Field field_of(const xml::Element& element, Place around);

}  // namespace isnad::source::feeds
