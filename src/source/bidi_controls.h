// Bidirectional overrides, embeddings and isolates (U+202A-202E, U+2066-2069): they can make a line look like
// another one.
#pragma once

#include "model/page.h"

namespace isnad::source {

// They stay in the text, so that offsets hold; a note counts them and says where the first one is.
void note_bidi_controls(Page& page);

}  // namespace isnad::source
