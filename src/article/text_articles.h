// From a page whose structure is lost (crawl text, plain text of records) to its articles: it goes by lines.
#pragma once

#include "article/articles.h"

namespace isnad::article {

// `normal` is the normal form of page.text. Facts of the page's record, if it has one, fill what the text
// does not say. Linear in the text.
ArticlesOfPage find_articles_in_text(const Page& page, const NormalText& normal,
                                     const lexicon::Lexicon& lexicon);

}  // namespace isnad::article
