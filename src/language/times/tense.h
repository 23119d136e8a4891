// Whether a clause looks back or ahead, told by the verb nearest to a time expression.
#pragma once

#include "language/times/expression.h"
#include "language/times/scan.h"

namespace isnad::times {

// By future particles and prefixes, the imperfect, and verbs of saying in the perfect. `unknown` when no sign
// is near.
Tense tense_around(const Scan& scan, const Expression& expression);

// Whether a verb carries sa-: the split was made already, or the word without it is one that news uses, at
// least without the ending of the plural.
bool says_future(const Scan& scan, std::uint32_t at);

}  // namespace isnad::times
