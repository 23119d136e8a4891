// What tells text from chrome, block by block and container by container: words, links, tags, hints.
//
// After Kohlschuetter, Fankhauser and Nejdl (2010), "Boilerplate detection using shallow text features":
// number of words and density of links carry most; tags and class names add what they can.
#pragma once

#include <optional>
#include <vector>

#include "article/chrome.h"
#include "article/lines.h"
#include "model/markup.h"

namespace isnad::article {

constexpr double link_line = 0.5;          // a line with more links leads elsewhere
constexpr double linked_headline = 0.6;    // one with so many is a headline of another page
constexpr std::size_t long_line = 25;      // words; a line so long is text, whatever chrome is named in it
constexpr std::size_t caption_words = 80;  // a caption holds no more

struct BlockFeatures {
    Line line;
    std::optional<Mark> mark;  // chrome by its words
    double link_density = 0;   // share of the bytes that are links
    bool prose = false;        // running text: long or finished, few links
    bool outside = false;      // in a menu, sidebar, comment ... (see ContainerFeatures::excluded)
    ChromeKind outside_kind = ChromeKind::other;
};

struct ContainerFeatures {
    double prose_words = 0;  // of all prose below it
    double words = 0, link_words = 0;
    std::uint32_t prose_blocks = 0, blocks = 0;
    bool linked = false;         // a block below it is a link, or a good part of it is
    bool holds_article = false;  // <h1>, or <article> with text, stands below it
    bool in_body = false;        // it or one around it is named as the text itself
    bool holds_body = false;     // a container named as the text itself stands below it, with text
    bool excluded = false;       // by itself or by one around it
    ChromeKind kind = ChromeKind::other;
};

struct PageFeatures {
    std::vector<BlockFeatures> blocks;          // as Markup::blocks
    std::vector<ContainerFeatures> containers;  // as Markup::containers
};

// Requires page.markup. Linear in the text.
PageFeatures features_of(const Page& page, const NormalText& normal, const ChromeMarks& marks);

}  // namespace isnad::article
