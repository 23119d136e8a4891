// Articles that a stretch of blocks makes: a post of a live blog, a further article of a page.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "article/html_facts.h"
#include "article/html_page.h"

namespace isnad::article {

// What the main extraction made of a block; nothing for chrome.
using BlockKinds = std::vector<std::optional<BlockKind>>;

BlockKinds kinds_of(const Markup& markup, const Article& article);

struct BlockRange {
    std::uint32_t begin = 0, end = 0;
    friend bool operator==(const BlockRange&, const BlockRange&) = default;
};

struct RangeArticle {
    Article article;  // blocks and date lines only
    ArticlePlace place;
    std::size_t words = 0;       // of its paragraphs
    std::size_t paragraphs = 0;  // of running text
};

// The article of a stretch: its first heading is the title, what holds the time a date line. Where the main
// extraction took blocks of it, these keep their kinds.
RangeArticle article_of_range(const HtmlPage& page, BlockRange range, const BlockKinds& kinds);

// A short line that states a time: a <time> element, a class that says so, a clock.
bool is_time_line(const HtmlPage& page, std::uint32_t block);

}  // namespace isnad::article
