// A document is made by Document::create and held by a pointer.
// refused for: private
#include "model/document.h"

using namespace isnad;

#ifdef CONTROL
DocumentPtr make(PagePtr page) { return Document::create(std::move(page), 0, {}); }
#else
Document make(PagePtr page) { return Document(std::move(page), 0, Article{}); }
#endif
