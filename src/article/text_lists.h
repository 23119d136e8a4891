// Lines that list other pages, and lines of a list that belongs to an article.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "article/chrome.h"

namespace isnad::article {

// For every line whether it is one of several summaries of other pages: cut off in the middle, near others
// that are cut off, too.
std::vector<char> summaries_of(const std::vector<Line>& lines, const std::vector<std::optional<Mark>>& marks);

// A line that leads in a list with a colon, or one of its items ("24 carat: 6,131 pounds").
bool is_list_line(const Line& line, std::string_view text);

}  // namespace isnad::article
