// The reader: the text of every article with quiet marks for names, times, quantities, statements and events,
// and with the exact words that the links of the page lead to. What is outside the articles is folded.
#pragma once

#include "views/page_sheet.h"

namespace isnad::views {

// To be written last: it shows the places that the sections before it have asked for.
void write_reader(Sheet& sheet);

}  // namespace isnad::views
