// Live blogs: pages with many dated posts, each of them an article of its own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "article/html_live_range.h"

namespace isnad::article {

constexpr std::uint32_t post_words = 3;  // a post has at least so many in its paragraphs

// The posts of a live blog, in page order; empty for any other page. Posts are sibling containers that hold a
// time and running text, or stretches of one container between lines that state a time. They count where the
// page is named as a live blog - by its metadata, its title, its class names - or where they are many and
// make up the page. Linear in containers and blocks.
std::vector<BlockRange> find_posts(const HtmlPage& page, const lexicon::Lexicon& lexicon);

// Further articles of a page that goes on with the next one: <article> elements with a heading and a date of
// their own and running text in several paragraphs. `main` is the extraction of the first; the range that
// holds its title or most of its text is left out. In page order.
std::vector<BlockRange> find_further(const HtmlPage& page, const Article& main);

// What the metadata say of posts and further articles: the items of the page by title and text.
class ItemsOfPage {
  public:
    explicit ItemsOfPage(const Markup& markup);

    // The item with the title of an article, or with the beginning of its text.
    const MetaItem* of(const Page& page, const Article& article, MetaItem::Relation relation) const;

  private:
    struct Key {
        const MetaItem* item;
        std::string title, text;
    };
    std::vector<Key> keys_;
};

}  // namespace isnad::article
