#include "article/articles.h"

#include "article/html_articles.h"
#include "article/text_articles.h"

namespace isnad::article {

ArticlesOfPage find_articles(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon,
                             const BlockModel& model) {
    if (page.has_markup()) return find_articles_in_markup(page, normal, lexicon, model);
    return find_articles_in_text(page, normal, lexicon);
}

ArticlesOfPage find_articles(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon) {
    if (page.has_markup()) return find_articles_in_markup(page, normal, lexicon, BlockModel(lexicon));
    return find_articles_in_text(page, normal, lexicon);
}

}  // namespace isnad::article
