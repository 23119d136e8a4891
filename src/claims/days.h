// Days that a text speaks of, as ranges: what claims compare when they ask "at the same time?".
#pragma once

#include <optional>
#include <string_view>

#include "base/day_range.h"

namespace isnad::claims {

inline std::optional<DayRange> days_of(std::string_view value) { return day_range(value); }
inline int days_apart(DayRange a, DayRange b) { return gap(a, b); }

}  // namespace isnad::claims
