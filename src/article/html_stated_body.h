// Pages whose text stands in the metadata only: an empty shell, or a teaser before a wall.
#pragma once

#include "article/articles.h"
#include "article/html_facts.h"
#include "article/html_page.h"

namespace isnad::article {

// Makes what the metadata gave the text of the main article; what the page shows of it becomes chrome,
// `repeated`. Title, deck and captions that the page shows stay; `place` becomes the place of that text.
// False, and nothing done, on a page that shows its text. Where the metadata's text stands, the reader of the
// page says in its problem `text_from_metadata`.
bool take_stated_body(const HtmlPage& page, ArticlePlace& place, ArticlesOfPage& out);

}  // namespace isnad::article
