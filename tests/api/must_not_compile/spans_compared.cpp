// Positions in different texts are not compared.
// refused for: operator
#include "text/span.h"

using namespace isnad;

#ifdef CONTROL
bool same(Span a, Span b) { return a == b; }
#else
bool same(Span a, NormalSpan b) { return a == b; }
#endif
