// The lines of a page whose structure is lost, cut where it is certain that two things stand on one line: the
// date of the crawler and the text, headlines that only spaces divide, a title before the date and the text
// behind it, a title that is repeated, a read-also notice between two sentences.
#pragma once

#include <optional>
#include <vector>

#include "article/chrome.h"
#include "article/lines.h"

namespace isnad::article {

struct Piece {
    Line line;
    std::optional<Mark> mark;  // what it is, where the cut or its words tell
};

// In page order, disjoint; between them stands nothing but white space, dividers and brackets.
std::vector<Piece> pieces_of(const Page& page, const NormalText& normal, const ChromeMarks& marks);

}  // namespace isnad::article
