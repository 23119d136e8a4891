// What the metadata state about an article, tied to the words of the page where they stand there: outlet,
// authors, section, keywords, canonical address, date of publication, language.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "article/html_page.h"
#include "model/document.h"

namespace isnad::article {

// Where the article stands among the blocks.
struct ArticlePlace {
    std::optional<std::uint32_t> title;
    std::uint32_t first = 0, end = 0;  // the running text
    bool sure = false;                 // there is so much text of high score that no list is taken for it
};

// The day of a date as metadata spell it: ISO 8601 with or without time, "2020/10/07", "20201007", RFC 2822.
// Nothing for a form that could mean two days.
std::optional<Day> day_of_metadata(std::string_view value);

// Fills outlet, outlet_name, authors, author_names, section, keywords, keyword_names, canonical, stated_date,
// date_lines and language of the main article of a page.
void state_facts(const HtmlPage& page, const lexicon::Lexicon& lexicon, const ArticlePlace& place,
                 Article& article);

// The same for a further article, of which the page's own metadata say nothing: by the facts of its item,
// where there is one, and the words of its stretch of the page, which begins at block `range_begin`.
void state_facts_of_item(const HtmlPage& page, const lexicon::Lexicon& lexicon, const ArticlePlace& place,
                         std::uint32_t range_begin, const MetaItem* item, Article& article);

}  // namespace isnad::article
