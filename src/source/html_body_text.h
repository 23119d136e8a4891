// Pages that are drawn by scripts: the HTML is an empty shell, the text of the article stands in its
// metadata.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/markup.h"
#include "source/html_text.h"

namespace isnad::source::html {

// Adds the text that the metadata give (articleBody) to the page text, in a container of its own with the
// hint `body`, under its title where the page shows none. Only when the page shows less than half of it - a
// shell, a teaser before a wall - and has no container with so much running text. Its span of the page text,
// when it was added. Requires a builder that is not finished.
std::optional<Span> append_text_of_metadata(const std::vector<MetaFact>& facts, TextBuilder& text);

}  // namespace isnad::source::html
