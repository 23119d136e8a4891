// What the markup of a page says about its text: one block for each line of the page text, the tree of
// containers they lie in, and what the head and the attributes state. Made by the source room from HTML (or
// any other markup), read by the article room; nobody else needs to know the markup language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace isnad {

// The element that makes a line of its own.
enum class TagKind : std::uint8_t {
    other,  // div, section, td of a layout table, loose text behind <br>
    paragraph,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    item,  // li, dt, dd
    cell,  // td, th
    caption,
    quote,
    preformatted
};

constexpr bool is_heading(TagKind tag) { return tag >= TagKind::h1 && tag <= TagKind::h6; }

// Elements around a block that say what it is. A set of bits.
namespace inside {
constexpr std::uint32_t article = 1, main = 2, nav = 4, aside = 8, header = 16, footer = 32, figure = 64,
                        form = 128, list = 256, table = 512, quote = 1024;
}  // namespace inside

// What class, id, role and itemprop of an element say about it, by the habits of those who write pages. A set
// of bits.
namespace hint {
constexpr std::uint32_t content = 1,  // article, entry, story, post, body ...
    body = 2,                         // itemprop=articleBody, entry-content, article-body: the text itself
    chrome = 4,                       // menu, sidebar, footer, widget, cookie ...
    comment = 8, related = 16, share = 32, caption = 64, byline = 128, date = 256, title = 512, deck = 1024,
                        advert = 2048, hidden = 4096, tags = 8192, newsletter = 16384, credit = 32768,
                        breadcrumb = 65536, live = 131072, gallery = 262144, wall = 524288;
}  // namespace hint

// Bytes of what arrived, before decoding.
struct ByteRange {
    std::uint64_t begin = 0, end = 0;
    bool operator==(const ByteRange&) const = default;
};

constexpr std::uint32_t no_container = 0xFFFFFFFF;

// One element that may hold blocks, in the order of their start tags; a parent stands before its children.
struct Container {
    std::uint32_t parent = no_container;
    std::uint32_t hints = 0;   // of this element alone
    std::uint32_t inside = 0;  // of this element alone
    std::uint32_t first_block = 0, end_block = 0;
    std::uint16_t depth = 0;
    TagKind tag = TagKind::other;
};

// One line of the page text.
struct MarkupBlock {
    Span span;  // without white space around it
    std::uint32_t container = 0;
    std::uint32_t hints = 0;  // of all elements around it, to the root, and of inline ones that hold it whole
    std::uint32_t inside = 0;      // of all elements around it
    std::uint32_t link_bytes = 0;  // of its text
    std::uint32_t bold_bytes = 0;  // of its text: b, strong
    TagKind tag = TagKind::other;
    bool after_break = false;  // <br> divides it from the block before
    bool holds_time = false;   // a <time> element stands in it
    bool after_image = false;  // an image or video stands in it, or between it and the block before
};

enum class MetaField : std::uint8_t {
    title,        // a title of the page or the article
    section,      // of the outlet: "politics"
    text,         // the text of the article as data: articleBody
    source,       // whom the outlet credits: an agency
    description,  // a summary
    site,         // name of the site or its publisher
    author,
    published,
    modified,
    time,       // <time datetime>, whatever it dates
    canonical,  // address
    language,
    kind,   // "article", "NewsArticle", "website"
    image,  // description of the picture
    keyword
};

// How much a fact is about the article rather than the page.
// `record`: the container of the page states it (a feed, JSON Lines, ninjs).
enum class MetaSource : std::uint8_t {
    record,
    json_ld,
    open_graph,
    microdata,
    rdfa,
    twitter,
    dublin_core,
    meta,
    element
};

struct MetaFact {
    MetaField field = MetaField::title;
    MetaSource source = MetaSource::meta;
    std::string name;                      // of the field as the page spells it: "og:title", "datePublished"
    std::string value;                     // entities decoded, white space collapsed; never empty
    std::optional<ByteRange> bytes{};      // of what arrived; nothing where decoding lost count
    std::optional<std::uint32_t> block{};  // the block a <time> or itemprop stands in
};

// A picture that the page shows, or that its metadata name.
struct MarkupImage {
    std::string address;        // as the page spells it: it may be relative
    std::string description{};  // alternative text, or the caption of the metadata; or empty
    std::string credit{};       // by the metadata; or empty
    MetaSource source = MetaSource::element;
    std::optional<std::uint32_t> block{};  // of <img>: the block that text at its place would fall into
    std::uint32_t container = 0;           // of <img>: the innermost one around it
};

// A stretch within a line that an inline element marks: a link, or one whose names say what it is.
struct InlineSpan {
    Span span;
    std::uint32_t block = 0;
    std::uint32_t hints = 0;  // of this element alone
    bool link = false;
};

// Something else that the metadata describe beside the page's subject, with facts of its own.
struct MetaItem {
    enum class Relation : std::uint8_t {
        post,    // of a live blog: liveBlogUpdate
        article  // another article: of a list, of a page that goes on with the next one
    };
    Relation relation = Relation::article;
    std::vector<MetaFact> facts;
};

struct Markup {
    std::vector<Container> containers;  // the first is the root
    std::vector<MarkupBlock> blocks;    // in the order of the text, disjoint
    std::vector<MetaFact> facts;        // of the page's subject, in the order of the page; JSON-LD comes last
    std::vector<MarkupImage> images{};  // in the order of the page; those of the metadata first
    std::vector<MetaItem> items{};      // in the order of the page
    std::vector<InlineSpan> inlines{};  // by block, in order of their ends

    // The first value of a field, by the order of MetaSource; empty when no fact has it.
    std::string_view first(MetaField field) const {
        const MetaFact* best = nullptr;
        for (const MetaFact& fact : facts) {
            if (fact.field == field && (best == nullptr || fact.source < best->source)) best = &fact;
        }
        return best == nullptr ? std::string_view{} : std::string_view(best->value);
    }
};

}  // namespace isnad
