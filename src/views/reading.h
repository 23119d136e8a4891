// The reading view of a page in the terminal: the articles as text, with names, times and quantities marked
// in place. Text stays in logical order, each paragraph inside isolates (FSI ... PDI), and is never reshaped.
#pragma once

#include <string>

#include "lexicon/lexicon.h"
#include "model/analysis.h"

namespace isnad::views {

struct ReadingStyle {
    bool colour = false;  // ANSI colours; without them marks stand in brackets
    bool arabic = true;   // language of the labels
};

// Labels come from the table `labels` of the lexicon.
std::string reading_view(const PageAnalysis& page, ReadingStyle style, const lexicon::Lexicon& lexicon);

}  // namespace isnad::views
