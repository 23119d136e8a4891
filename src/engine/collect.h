// Many inputs read in parallel into one collection. What comes out does not depend on the number of threads.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "engine/analyze.h"
#include "model/collection.h"

namespace isnad::engine {

struct CollectOptions {
    std::optional<Day> now{};  // stands for the day of fetch where the input tells none
    std::size_t threads = 0;   // 0: as many as the machine has
    // Called after each input, from one thread at a time, with the number of inputs done so far.
    std::function<void(std::size_t done, std::size_t all)> progress{};
};

// An input that could not be read at all; it stands among the problems of the collection too.
struct Unreadable {
    std::size_t input = 0;
    Error error;
};

struct Collected {
    Collection collection;
    std::vector<Unreadable> unreadable;  // in order of input
};

// Reads and analyzes the inputs ("-" is standard input) and links their entities. Equal documents count once;
// a problem of the collection says which.
Collected collect(const std::vector<std::string>& inputs, const Knowledge& knowledge,
                  const CollectOptions& options);

// The same for pages that are read already.
Collection collect_pages(std::vector<PageAnalysis> pages, const Knowledge& knowledge);

}  // namespace isnad::engine
