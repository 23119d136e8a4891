// Pages that are drawn by scripts: the HTML is an empty shell, the text of the article stands in its
// metadata.
#pragma once

#include <vector>

#include "model/markup.h"
#include "source/html_text.h"

namespace isnad::source::html {

// Adds the text that the metadata give (articleBody) to the page text, in a container of its own with the
// hint `body`, under its title where the page shows none. Only when the page shows nowhere the beginning of
// it and has less running text than it. True when it was added. Requires a builder that is not finished.
bool append_text_of_metadata(const std::vector<MetaFact>& facts, TextBuilder& text);

}  // namespace isnad::source::html
