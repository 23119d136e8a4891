// The day of a report that no page states, as far as its text tells: the days that all bounds leave possible.
// A wrong day is worse than none: bounds that contradict one another give nothing, and so do those that leave
// one end open.
#pragma once

#include <optional>
#include <vector>

#include "engine/parts.h"
#include "language/times/anchor_bounds.h"
#include "model/annotations.h"
#include "model/document.h"
#include "model/words.h"

namespace isnad::engine {

// An interval no longer than this can serve as reference date.
constexpr int reference_days = 31;

// Bounds by the terms of those whose office stands in front of their names: "the foreign minister X" was
// written while X held it.
std::vector<times::DayBound> bounds_of_terms(const Document& document, const Layer<Name>& names,
                                             const lexicon::Lexicon& lexicon);

// Basis "inferred"; `confidence` falls with the length of the interval. After `fetched` nothing was written.
std::optional<DatedBy> infer_date(const std::vector<times::DayBound>& bounds,
                                  const std::optional<Day>& fetched);

}  // namespace isnad::engine
