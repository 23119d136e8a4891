// A span of the normal form is not assigned to one of the page text.
// refused for: operator
#include "text/span.h"

using namespace isnad;

#ifdef CONTROL
void assign(Span& to, Span from) { to = from; }
#else
void assign(Span& to, NormalSpan from) { to = from; }
#endif
