// Which of two documents is the likelier source.
#pragma once

#include "model/collection.h"

namespace isnad::copies {

// Whether the text or the source line of `reader` names the outlet that the page of the
// source bears: "according to the Bank agency" under "Bank news agency | Arabic | English".
bool names_outlet(const Analysis& reader, const PageAnalysis& source);

// Whether `a` goes before `b`: it is the outlet that only b names, else its day is earlier, else it came
// first in the input.
bool is_source(const Collection& collection, DocumentIndex a, DocumentIndex b);

}  // namespace isnad::copies
