// Events of general knowledge (lexicon/world_events.tsv) as bounds for the day of a report that names them: a
// report that names a disaster was not written before it; one that calls a summit coming was not written
// after it; one on the tenth anniversary was written near that day.
#pragma once

#include <optional>
#include <vector>

#include "language/times/anchor_bounds.h"
#include "language/times/scan.h"

namespace isnad::times {

std::vector<DayBound> bounds_of_events(const Scan& scan);

// How the sentence of a word looks at what it names there, by the words just before it.
enum class Looks : std::uint8_t { unknown, back, ahead };

// `first`: the word at which the time or event begins, `end` the word behind it.
Looks looks_at(const Scan& scan, std::uint32_t first, std::uint32_t end);

}  // namespace isnad::times
