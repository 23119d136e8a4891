// What a page without structure is that holds no article, or only looks as if it held one.
#pragma once

#include <optional>
#include <vector>

#include "article/text_pieces.h"
#include "article/text_words.h"
#include "model/document.h"

namespace isnad::article {

// The kind of a page in which no article was found, by its lines.
PageKind kind_without_article(const std::vector<Piece>& pieces, const std::vector<char>& summaries);

// Whether paragraphs are the ledes of several articles: each begins anew and shares hardly a word with those
// before it.
bool are_ledes(const std::vector<const Line*>& paragraphs, const ContentWords& content,
               std::string_view text);

// What a page without an article is, in a sentence for people.
std::string_view what_it_is(PageKind kind);

}  // namespace isnad::article
