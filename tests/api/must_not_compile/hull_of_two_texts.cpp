// Two spans have a hull only in one text.
// refused for: operator
#include "text/span.h"

using namespace isnad;

#ifdef CONTROL
Span both(Span a, Span b) { return hull(a, b); }
#else
Span both(Span a, NormalSpan b) { return hull(a, b); }
#endif
