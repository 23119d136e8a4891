// What the views for the terminal write between words.
#pragma once

#include <string>

namespace isnad::views::terminal {

inline constexpr const char *bold = "\x1b[1m", *dim = "\x1b[2m", *plain = "\x1b[0m";
inline const std::string isolate = "\u2068", end_isolate = "\u2069";  // first strong isolate, its end
inline const std::string dot = " \u00B7 ";

}  // namespace isnad::views::terminal
