// The last step over a page with markup, when its main article is found: what kind of page it is, the posts
// of a live blog, further articles, credits of captions, pictures. What is in no article then is chrome.
#pragma once

#include "article/articles.h"
#include "article/html_facts.h"
#include "article/html_page.h"

namespace isnad::article {

// `out` holds the main article, if any, and its chrome; `place` is where the main article stands.
void complete_page(const HtmlPage& page, const lexicon::Lexicon& lexicon, const ArticlePlace& place,
                   ArticlesOfPage& out);

}  // namespace isnad::article
