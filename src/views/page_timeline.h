// The timeline of a story: one entry for each event; the shape of the mark tells its status, its size how
// many origins tell it.
#pragma once

#include "views/page_selection.h"
#include "views/page_sheet.h"

namespace isnad::views {

void write_timeline(Sheet& sheet, const StorySelection& story);

}  // namespace isnad::views
