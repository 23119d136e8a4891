// Which of the short lines before a text is its title.
#pragma once

#include <optional>
#include <vector>

#include "article/text_words.h"

namespace isnad::article {

// The place of the title among the candidates; nothing when several stand there and none shares words with
// the text. The title shares its words with the first paragraphs, stands near them, is often repeated, and is
// longer than the names of sections.
std::optional<std::size_t> choose_title(const std::vector<const Line*>& candidates,
                                        const std::vector<const Line*>& text, const ContentWords& content);

// The share of the content words of a line that the first paragraphs hold, 0 for a line without any.
double share_in_text(const Line& line, const std::vector<const Line*>& text, const ContentWords& content);

}  // namespace isnad::article
