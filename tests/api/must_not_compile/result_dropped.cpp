// A failure is not dropped without a word.
// refused for: nodiscard
#include "base/files.h"

using namespace isnad;

#ifdef CONTROL
Done write(const std::string& path) { return write_file(path, ""); }
#else
void write(const std::string& path) { write_file(path, ""); }
#endif
