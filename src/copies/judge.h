// What ties two documents: the kind of copy, or nothing.
#pragma once

#include <optional>

#include "copies/candidates.h"
#include "copies/outline.h"
#include "model/copy.h"

namespace isnad::copies {

struct Tied {
    CopyKind kind = CopyKind::near;
    double resemblance = 0, containment = 0;
    bool unites = true;  // the bigger one is mostly this; a round-up of many reports makes them no family
};

// All that pairs are judged by, document by document.
struct Compared {
    std::vector<CopyText> texts;
    std::vector<std::vector<OutlineItem>> outlines;
    std::vector<std::uint64_t> boilerplate;
};

// Exact resemblance and containment, and for what is below their floors the long shared stretches outside
// direct speech and the outlines.
std::optional<Tied> judge(const Compared& all, DocumentIndex a, DocumentIndex b);

}  // namespace isnad::copies
