// Every place of a page that could state the date of one of its articles, with what that place is worth by
// itself: how the metadata name it, how near the line stands to the article, what role its words give it.
#pragma once

#include <vector>

#include "engine/parts.h"
#include "engine/publish.h"
#include "language/times/times.h"
#include "model/document.h"

namespace isnad::engine {

struct DatedArticle {
    const Page& page;
    const Article& article;
    bool main = true;                       // metadata of the page speak of the main article alone
    const std::vector<ChromeLine>& chrome;  // of the page, in its order
};

// `normal` is the normal form of page.text. `said` are the dates that the running text gives itself.
std::vector<DateEvidence> gather_dates(const DatedArticle& article,
                                       const std::shared_ptr<const NormalText>& normal,
                                       const Knowledge::Parts& know,
                                       const std::vector<times::PageDate>& said);

}  // namespace isnad::engine
