// Who is in the story, and what each of them said, with the chain of every statement.
#pragma once

#include "views/page_selection.h"
#include "views/page_sheet.h"

namespace isnad::views {

void write_who(Sheet& sheet, const StorySelection& story);
void write_statements(Sheet& sheet, const StorySelection& story);

}  // namespace isnad::views
