// The members of an archive (tar, zip), in its order: pages, or containers that are opened in turn.
// Directories, links, hidden files and what macOS adds are left out. Nothing is ever written to disk; names
// are text, whatever they hold.
#pragma once

#include "source/streams/forms.h"
#include "source/streams/stream.h"

namespace isnad::source {

StreamPtr archive_stream(std::unique_ptr<Buffered> bytes, Origin origin, Form form,
                         const StreamOptions& options, Depth depth);

}  // namespace isnad::source
