#include "engine/settle.h"

#include <algorithm>
#include <string>

namespace isnad::engine {
namespace {

const std::optional<DatedBy>& own_date(const Collection& collection, DocumentIndex document) {
    return collection.analysis(document).reference_date;
}

// The first and the last day of those documents whose pages tell one; nothing when none does.
std::optional<std::string> days_of(const Collection& collection,
                                   const std::vector<DocumentIndex>& documents) {
    std::string from, to;
    for (const DocumentIndex document : documents) {
        const auto& date = own_date(collection, document);
        if (!date || date->value.size() != 10) continue;
        if (from.empty() || date->value < from) from = date->value;
        if (to.empty() || to < date->value) to = date->value;
    }
    if (from.empty()) return std::nullopt;
    return from == to ? from : from + "/" + to;
}

// Gives a date to the undated ones of documents that belong together.
void date_from(const Collection& collection, const std::vector<DocumentIndex>& together, const char* basis,
               const char* why, std::vector<Revision>& revisions) {
    const auto days = days_of(collection, together);
    if (!days) return;
    for (const DocumentIndex document : together) {
        if (own_date(collection, document) || revisions[document].reference_date) continue;
        revisions[document].reference_date = DatedBy{.value = *days, .basis = basis, .why = why};
    }
}

}  // namespace

std::vector<Revision> settle(const Collection& collection, const Copies& copies,
                             const std::vector<Story>& stories) {
    std::vector<Revision> revisions(collection.documents.size());
    for (DocumentIndex document = 0; document < revisions.size(); ++document)
        revisions[document].document = document;
    for (const CopyFamily& family : copies.families)
        date_from(collection, family.documents, "copies", "the days of its dated copies", revisions);
    for (const Story& story : stories) {
        for (const Episode& episode : story.episodes)
            date_from(collection, episode.documents, "episode",
                      "the days of the dated articles on the same event", revisions);
    }
    return revisions;
}

}  // namespace isnad::engine
