// The words by which types leave the engine, in JSON and on the terminal (DESIGN.md, contracts).
#pragma once

#include <string_view>

#include "model/analysis.h"

namespace isnad::views {

std::string_view word(NameType type);
std::string_view word(TimexType type);
std::string_view word(TimexMod mod);  // empty for none
std::string_view word(ChromeKind kind);
std::string_view word(Severity severity);
std::string_view word(ArticleRole role);
std::string_view word(ArticleKind kind);

}  // namespace isnad::views
