// Streams of what is read whole: one page, or a file of records (feeds, MHTML ...).
#pragma once

#include "source/streams/record_formats.h"
#include "source/streams/stream.h"

namespace isnad::source {

StreamPtr page_stream(std::unique_ptr<Buffered> bytes, Origin origin);
StreamPtr records_stream(std::unique_ptr<Buffered> bytes, Origin origin, RecordFormat format);

// The pages of such a file, then what was wrong with it.
std::vector<Arrival> arrivals_of(RecordFormat format, std::string bytes, const Origin& origin);

// At most limits::page_bytes of what the source holds, with what was wrong with it; the rest is not read.
struct Whole {
    std::string bytes;
    bool cut = false;
    std::vector<Problem> problems;
    std::optional<Error> damage;  // that left no bytes at all
};
Whole read_whole(Buffered& bytes);

}  // namespace isnad::source
