// Web archives: WARC 1.0 and 1.1 (ISO 28500), and what writers make of it: line ends of LF, wrong lengths,
// truncated records. Pages are the responses with a status of success, resources and conversions (WET); other
// records are passed over, those left out are counted in a note at the end.
#pragma once

#include "source/streams/stream.h"

namespace isnad::source {

StreamPtr warc_stream(std::unique_ptr<Buffered> bytes, Origin origin);

}  // namespace isnad::source
