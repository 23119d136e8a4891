// Episodes and stories: documents on one event, and the episodes that belong together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "model/collection.h"

namespace isnad {

// Words of a document of the collection.
struct WordsOf {
    DocumentIndex document = 0;
    Span span;
};

struct Episode {
    std::string id;                        // "ep-" and 16 hexadecimal digits, from the founding document
    std::vector<DocumentIndex> documents;  // ascending
    std::optional<Day> from{}, to{};       // days of the documents, as far as known
    WordsOf title;                         // words of a member
};

struct Story {
    std::string id;                        // "st-" and 16 hexadecimal digits
    std::vector<Episode> episodes;         // by day, unknown days last, then by founding document
    std::vector<DocumentIndex> documents;  // ascending
    WordsOf title;
};

}  // namespace isnad
