// Copies: documents that share text.
#pragma once

#include <utility>
#include <vector>

#include "model/collection.h"

namespace isnad {

enum class CopyKind : std::uint8_t {
    exact,        // the same words
    near,         // light edits
    containment,  // one holds most of the other
    reworked      // much of the wording is shared, in another order or frame
};

struct SharedText {
    Span first, second;  // in the pages of the two documents
};

// Two documents that share text. `from` is the likelier source: named as such, else the earlier.
struct CopyPair {
    CopyKind kind = CopyKind::near;
    DocumentIndex from = 0, to = 0;
    double resemblance = 0;            // |A and B| / |A or B| over word shingles (Broder 1997)
    double containment = 0;            // |A and B| / |the smaller|
    std::vector<SharedText> shared{};  // maximal stretches, in order of `from`
};

// Documents tied by pairs; ascending. Families are disjoint.
struct CopyFamily {
    CopyKind kind = CopyKind::near;  // the loosest tie that holds it together
    std::vector<DocumentIndex> documents;
    DocumentIndex first = 0;  // the likeliest source of all
};

struct Copies {
    std::vector<CopyPair> pairs;
    std::vector<CopyFamily> families;
};

}  // namespace isnad
