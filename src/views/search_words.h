// The words of a stretch in search form, each with a space behind it, without signs: equal for copies that
// differ in signs, marks and spelling alone.
#pragma once

#include <string>

#include "model/analysis.h"

namespace isnad::views {

std::string search_words(const Analysis& analysis, Span span);

}  // namespace isnad::views
