// Pages of many inputs analysed in parallel, handed over in the order in which they arrived. Only a bounded
// number of them is held: reading waits for those that take long.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "engine/analyze.h"
#include "source/streams/inputs.h"

namespace isnad::engine {

// What became of one arrival.
struct Reading {
    source::Origin origin;                   // where it comes from
    std::optional<Error> failed{};           // why there is no page
    Severity severity = Severity::error;     // of the failure
    std::optional<PageAnalysis> analysis{};  // what there is otherwise
    std::string rendered{};                  // what `render` made of it
    source::Position behind{};               // the place to go on from
};

struct InOrder {
    std::optional<Day> now{};  // stands for the day of fetch where the input tells none
    std::size_t threads = 0;   // 0: as many as the machine has
    // Called for every reading, on many threads at a time; may take the analysis away when it is done with
    // it.
    std::function<void(Reading&)> render{};
    // Called in order, on the calling thread; false ends reading.
    std::function<bool(Reading)> take{};
};

// How many threads a number stands for: 0 is as many as the machine has.
std::size_t threads_of(std::size_t wanted);

void analyze_in_order(source::Inputs& inputs, const Knowledge& knowledge, const InOrder& how);

}  // namespace isnad::engine
