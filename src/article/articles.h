// From a page to its articles, with the chrome apart: by the markup where there is some (html_articles.h), by
// the lines of the text where there is none (text_articles.h).
#pragma once

#include <vector>

#include "article/html_block_model.h"
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

// `normal` is the normal form of page.text. `model` is that of the lexicon, for pages with markup; without
// it, it is read anew for each page.
ArticlesOfPage find_articles(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon,
                             const BlockModel& model);
ArticlesOfPage find_articles(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon);

}  // namespace isnad::article
