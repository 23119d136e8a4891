// Caps of containers that no other room needs; the rest of the table is base/limits.h.
#pragma once

#include "base/limits.h"

namespace isnad::limits {

constexpr std::size_t zip_directory_bytes = 16u << 20;  // a larger one is not held: members are read in order
constexpr std::uint64_t failures = 1000;  // one behind the other, without a page: the file is given up

}  // namespace isnad::limits
