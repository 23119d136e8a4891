// The standfirst of an article: the line or two between the headline and the text.
#pragma once

#include "article/html_facts.h"
#include "article/html_page.h"

namespace isnad::article {

// Names the deck of an article that has none: the block near behind the title that is marked as one, that the
// metadata give as the summary, or that stands alone between title and byline, date or picture and is no
// sentence. A paragraph of the text becomes it only when others follow.
void find_deck(const HtmlPage& page, const ArticlePlace& place, Article& article);

}  // namespace isnad::article
