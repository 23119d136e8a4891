// A dossier: everything about the stories in a collection, for a reader.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/claim.h"
#include "model/copy.h"

namespace isnad {

// What the story knows better than the document: beside the immutable analysis, never in it.
struct Revision {
    DocumentIndex document = 0;
    std::optional<DatedBy> reference_date{};  // of a document whose page tells none
};

// An office that the text gives a person: "the minister of agriculture", with the place or body it belongs to
// where the title names one.
struct EntityRelation {
    std::uint32_t from = 0;  // the person, an entity of the collection
    std::optional<std::uint32_t> to{};
    std::string kind;  // "office"
    WordsOf at;        // the title
};

struct Dossier {
    Collection collection;
    Copies copies;
    std::vector<Story> stories;
    std::vector<Revision> revisions;  // one a document, in order
    Claims claims;
    std::vector<EntityRelation> relations;  // each office of a person once, at its first mention

    // The reference date of a document: its own, else the revised one, else none.
    const DatedBy* reference_date(DocumentIndex document) const;
};

}  // namespace isnad
