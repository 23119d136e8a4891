// What a page is as a whole: an article, a list, a gallery, an error, a wall before the text.
//
// It goes by what the page shows: running text against linked headlines and the summaries beside them, words
// of error and consent pages (lexicon/page_kinds.tsv), pictures with captions. What the metadata call the
// page is a sign and no more. Losing an article is worse than keeping a list: a page with running text of its
// own stays an article unless the signs against it are strong.
#pragma once

#include <string>
#include <string_view>

#include "article/html_page.h"
#include "model/document.h"

namespace isnad::article {

struct PageVerdict {
    PageKind kind = PageKind::article;
    std::string_view rule = "page.text";  // in static storage
    std::string what;                     // one sentence for people: what the page was taken for, and by what
};

// `candidate` is what would be the main article; null when the page has no running text. Linear in the page.
PageVerdict kind_of_page(const HtmlPage& page, const lexicon::Lexicon& lexicon, const Article* candidate);

}  // namespace isnad::article
