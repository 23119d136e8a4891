// Tables with a header row (RFC 4180): fields in quotes may hold the delimiter, line ends and doubled quotes.
// The delimiter is told by the header: the one of comma, semicolon, tab and bar by which it names most
// fields.
#pragma once

#include "source/streams/stream.h"

namespace isnad::source {

// The field map outlives the stream.
StreamPtr csv_stream(std::unique_ptr<Buffered> bytes, Origin origin, const FieldMap& fields);

}  // namespace isnad::source
