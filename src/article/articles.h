// From a page to its articles, with the chrome apart. This first form reads pages whose structure is lost
// (crawl text): it goes by lines.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "model/document.h"
#include "text/normalise.h"

namespace isnad::article {

struct ArticlesOfPage {
    PageKind kind = PageKind::article;
    std::vector<Article> articles;  // in page order; the first is the main one
    std::vector<ChromeLine>
        chrome;  // in page order; every line that is in no article, the empty ones left out
    std::vector<Problem> problems;
};

// `normal` is the normal form of page.text.
ArticlesOfPage find_articles(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon);

}  // namespace isnad::article
