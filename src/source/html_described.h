// The things that the metadata of a page describe, and which of them is the page's subject. A page may
// describe its article beside the site, the publisher, a breadcrumb, videos, the posts of a live blog and
// articles of lists; facts of another article must not pass for facts of this one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/markup.h"

namespace isnad::source::html {

enum class ThingKind : std::uint8_t {
    article,  // NewsArticle and its kin
    post,     // one update of a live blog
    listed,   // an article as an item of a list
    page,     // WebPage and its kin
    media,    // a video, a gallery
    site      // WebSite, publisher: facts about the page, whatever its subject
};

struct Thing {
    ThingKind kind = ThingKind::page;
    bool has_text = false;  // its text stands in it
    std::vector<MetaFact> facts;
    std::vector<MarkupImage> images;
};

// Which thing the page is about: of the articles the one whose title or address is that of the page, else the
// first one with its text, else the first; without articles the page, then the media. Its index, or
// things.size().
std::size_t subject_of(const std::vector<Thing>& things, const std::vector<MetaFact>& facts);

// Adds the facts of the subject and of the site to the markup, the other articles and posts as items.
void take_things(std::vector<Thing> things, Markup& markup);

// Of the types of schema.org and its kin, whatever their spelling ("http://schema.org/NewsArticle",
// "newsarticle"): what they mean here. Nothing is told of types that do not matter.
enum class TypeRole : std::uint8_t {
    unknown,
    article,
    live_blog,
    page,
    media,
    site,
    person,
    image,
    trail,  // BreadcrumbList
    list,
    comment
};
TypeRole role_of_type(std::string_view type);

}  // namespace isnad::source::html
