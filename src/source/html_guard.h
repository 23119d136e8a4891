// The guard before the HTML parser: one linear pass that takes out what would make the parser slow or lose
// text. The parser's work grows with the square of the nesting, so tags beyond limits::html_depth go; so do
// formatting tags that are never closed, tags and attributes beyond their caps, NUL bytes, and what the
// parser would swallow to the end of the page: comments, scripts and quoted values without an end.
//
// Everything taken out becomes spaces, or a filler where it stands within or beside a word, so that no word
// falls apart; long pieces leave one such sign and are cut (html_cuts.h), so that places can be told all the
// same. Text is never taken out, save that of scripts, styles, templates and drawings (svg, math), which no
// reader sees. JSON-LD stays.
//
// Depth is counted from above: what the parser closes by itself and the guard does not see counts as open.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/page.h"
#include "source/html_cuts.h"

namespace isnad::source::html {

// Stands for what was taken out of a word. Readers of text drop it.
constexpr char filler = '\x01';

struct Guarded {
    std::vector<Problem> problems;  // with their byte in the page as it was
    Cuts cuts;                      // what is no longer there
};

// Works in place.
Guarded guard(std::string& html);

}  // namespace isnad::source::html
