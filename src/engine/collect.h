// Many pages read in parallel into one collection. What comes out does not depend on the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "engine/analyze.h"
#include "model/collection.h"
#include "source/streams/record_fields.h"

namespace isnad::engine {

// How far reading came: pages so far, and bytes of the inputs as they lie on disk, of all where that is
// known.
struct Progress {
    std::uint64_t pages = 0;
    std::uint64_t bytes = 0, all_bytes = 0;
};

struct CollectOptions {
    std::optional<Day> now{};  // stands for the day of fetch where the input tells none
    std::size_t threads = 0;   // 0: as many as the machine has
    // Called after each page, on the calling thread.
    std::function<void(const Progress&)> progress{};
    source::FieldMap fields{};  // of records in tables and JSON
};

// A page that could not be read at all; it stands among the problems of the collection too.
struct Unreadable {
    std::string part;  // of the input, when it is a container
    Error error;
    Severity severity = Severity::error;
};

struct Collected {
    Collection collection;
    std::vector<Unreadable> unreadable;  // in order of input
};

// Reads and analyzes all pages of the inputs - files, directories, "-" for standard input, containers
// (source/streams/inputs.h) - and links their entities. Equal documents count once; a problem of the
// collection says which.
Collected collect(const std::vector<std::string>& inputs, const Knowledge& knowledge,
                  const CollectOptions& options);

// The same for pages that are read already.
Collection collect_pages(std::vector<PageAnalysis> pages, const Knowledge& knowledge);

}  // namespace isnad::engine
