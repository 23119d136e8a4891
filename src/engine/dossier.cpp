#include "engine/dossier.h"

#include "copies/copies.h"
#include "engine/parts.h"
#include "engine/settle.h"
#include "linking/offices.h"
#include "stories/stories.h"

namespace isnad::engine {

Dossier make_dossier(Collection collection, const Knowledge& knowledge) {
    const Knowledge::Parts& know = knowledge.parts();
    Dossier dossier;
    dossier.collection = std::move(collection);
    dossier.copies = copies::find_copies(dossier.collection);
    dossier.stories = stories::find_stories(dossier.collection, dossier.copies, *know.lexicon);
    dossier.revisions = settle(dossier.collection, dossier.copies, dossier.stories);
    dossier.relations = linking::find_offices(dossier.collection);
    dossier.claims = claims::find_claims(dossier, know.claims());
    return dossier;
}

}  // namespace isnad::engine
