// What the metadata of a page and the record that brought it state about the date of an article.
#pragma once

#include <string>
#include <vector>

#include "engine/publish.h"
#include "model/page.h"

namespace isnad::engine {

struct StatedFact {
    DateEvidence evidence;
    std::string unread{};  // a value that is no date in digits or English: words to be read as a line
};

// `main`: metadata of the page as a whole speak of this article.
std::vector<StatedFact> facts_of(const Page& page, const Article& article, bool main);

}  // namespace isnad::engine
