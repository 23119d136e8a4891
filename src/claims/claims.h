// Claims of every story: what its accounts say of numbers, dates, places, actors, statements and events, and
// how the accounts relate.
#pragma once

#include <memory>

#include "lexicon/lexicon.h"
#include "model/dossier.h"

namespace isnad::claims {

class Knowledge;
std::shared_ptr<const Knowledge> make_knowledge(const lexicon::LexiconPtr& lexicon);

// Claims and timeline of a dossier whose collection, copies, stories and revisions are set.
Claims find_claims(const Dossier& dossier, const Knowledge& knowledge);

}  // namespace isnad::claims
