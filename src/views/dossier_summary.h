// `isnad dossier` in the terminal: agreed, disputed, claimed by one side, timeline, who, sources. Text stays
// in logical order inside isolates (FSI ... PDI).
#pragma once

#include <string>

#include "lexicon/lexicon.h"
#include "model/dossier.h"
#include "views/dossier_style.h"

namespace isnad::views {

std::string dossier_summary(const Dossier& dossier, const DossierStyle& style,
                            const lexicon::Lexicon& lexicon);

}  // namespace isnad::views
