// Pictures of an article: their captions, and whose they are.
#pragma once

#include "article/html_facts.h"
#include "article/html_page.h"
#include "lexicon/lexicon.h"

namespace isnad::article {

// Adds the captions that stand outside of the text: right behind a picture between title and end of the text,
// named as captions or in its figure.
void find_captions(const HtmlPage& page, const ArticlePlace& place, Article& article);

// Fills Block::credit of the captions: the end of a caption that names a photographer or an agency - in
// brackets, behind a phrase of lexicon/credits.tsv, behind a dash or a bar - or an element of its own in the
// same figure that is marked as the credit.
void credit_captions(const HtmlPage& page, const lexicon::Lexicon& lexicon, Article& article);

// Fills Article::images: the picture that the metadata name (main article only), then those between title and
// end of the text, with captions and credits. Requires credited captions.
void find_images(const HtmlPage& page, const ArticlePlace& place, bool main, Article& article);

}  // namespace isnad::article
