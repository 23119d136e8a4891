#include "claims/claims.h"

#include "claims/builder.h"
#include "claims/finders.h"
#include "claims/knowledge.h"

namespace isnad::claims {

std::shared_ptr<const Knowledge> make_knowledge(const lexicon::LexiconPtr& lexicon) {
    return std::make_shared<const Knowledge>(lexicon);
}

Claims find_claims(const Dossier& dossier, const Knowledge& knowledge) {
    const Contents contents(dossier.collection, knowledge);
    const Affiliations affiliations(dossier, knowledge.nations());
    Builder builder(dossier, knowledge);
    for (std::uint32_t story = 0; story < dossier.stories.size(); ++story) {
        const StoryView view(dossier, story, knowledge, contents, affiliations);
        number_claims(view, builder);
        denial_claims(view, builder);
        statement_claims(view, builder);
        occurrence_claims(view, builder);
        event_claims(view, builder);
    }
    return builder.take();
}

}  // namespace isnad::claims
