// Records in JSON: one object a line (JSON Lines), or a file that is an array of objects, one object, or
// objects one behind the other. Lines and objects are read one at a time.
#pragma once

#include "source/streams/stream.h"

namespace isnad::source {

// The field map outlives the stream.
StreamPtr json_lines_stream(std::unique_ptr<Buffered> bytes, Origin origin, const FieldMap& fields);
StreamPtr json_stream(std::unique_ptr<Buffered> bytes, Origin origin, const FieldMap& fields);

}  // namespace isnad::source
