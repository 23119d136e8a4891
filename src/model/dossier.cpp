#include "model/dossier.h"

namespace isnad {

const DatedBy* Dossier::reference_date(DocumentIndex document) const {
    const auto& own = collection.analysis(document).reference_date;
    if (own) return &*own;
    if (document < revisions.size() && revisions[document].reference_date)
        return &*revisions[document].reference_date;
    return nullptr;
}

}  // namespace isnad
