// A document has one owner; it is shared, never copied.
// refused for: deleted
#include "model/document.h"

using namespace isnad;

#ifdef CONTROL
DocumentPtr share(const DocumentPtr& document) { return document; }
#else
Document copy(const Document& document) { return document; }
#endif
