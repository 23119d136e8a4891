// What the furniture around an article says about it: authors by their bylines, the source by its line,
// keywords, the outlet by its dateline or its copyright, the section by the breadcrumb; and what the record
// of the page states where the text is silent.
#pragma once

#include <optional>
#include <vector>

#include "article/chrome.h"
#include "model/document.h"

namespace isnad::article {

// One line around an article. `before`: it stands before the text.
struct FurnitureLine {
    const Line* line = nullptr;
    const std::optional<Mark>* mark = nullptr;
    bool before = false;
};

// Fills authors, credit, keywords, outlet and section.
void state_text_facts(const Page& page, const NormalText& normal, const lexicon::Lexicon& lexicon,
                      const std::vector<FurnitureLine>& furniture, Article& article);

// Fills what is still missing from the facts of a record: title, outlet, authors, keywords, section,
// canonical address and date. Only the main article of a page gets them.
void state_record_facts(const Page& page, Article& article);

}  // namespace isnad::article
