// The main article of a page with markup, in three steps: features of every block (html_features.h), the
// container that holds the article (html_container.h), and a decision for each block of it. What is in no
// article is chrome, with its kind.
#pragma once

#include "article/articles.h"
#include "article/html_block_model.h"

namespace isnad::article {

// Requires page.markup. No article is found on a page without running text: the articles are then empty.
ArticlesOfPage find_articles_in_markup(const Page& page, const NormalText& normal,
                                       const lexicon::Lexicon& lexicon, const BlockModel& model);

}  // namespace isnad::article
