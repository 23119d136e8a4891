// Where it all comes from: the documents of a story, copies beside what they copy, and the origins behind the
// dots; then what was wrong with the pages.
#pragma once

#include "views/page_selection.h"
#include "views/page_sheet.h"

namespace isnad::views {

void write_sources(Sheet& sheet, const StorySelection& story);
// The key to the dots: every origin that has a number. To be called when all sections are written.
void write_origins(Sheet& sheet);
void write_problems(Sheet& sheet);

}  // namespace isnad::views
