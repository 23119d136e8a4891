// `isnad analyze --json`: one page as JSON (docs/formats/analyze.schema.json). Spans count code points of the
// page text.
#pragma once

#include <string>

#include "base/result.h"
#include "model/analysis.h"

namespace isnad::views {

std::string analysis_json(const PageAnalysis& page, std::string_view version);

// The same shape for an input, or the part of one, that could not be read at all: no articles, one problem.
std::string unreadable_json(const std::string& path, const Error& error, std::string_view version,
                            std::string_view part = {}, Severity severity = Severity::error);

}  // namespace isnad::views
