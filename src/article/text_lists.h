// Lines that list other pages, and lines of a list that belongs to an article.
#pragma once

#include <string_view>
#include <vector>

#include "article/text_pieces.h"

namespace isnad::article {

// For every line whether it is one of several summaries of other pages: cut off in the middle, near others
// that are cut off, too.
std::vector<char> summaries_of(const std::vector<Piece>& pieces);

// A line that leads in a list with a colon, or one of its items ("24 carat: 6,131 pounds").
bool is_list_line(const Line& line, std::string_view text);

// "6,950 pounds to sell": a short line that opens with a number.
bool is_figure_line(const Line& line);

}  // namespace isnad::article
