// The pipeline across documents: copies -> episodes and stories -> settle -> claims.
#pragma once

#include "engine/analyze.h"
#include "model/dossier.h"

namespace isnad::engine {

Dossier make_dossier(Collection collection, const Knowledge& knowledge);

}  // namespace isnad::engine
