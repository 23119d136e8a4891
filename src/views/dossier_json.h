// `isnad dossier --json`: docs/formats/dossier.schema.json. Spans count code points of the page text.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "model/dossier.h"

namespace isnad::views {

std::string dossier_json(const Dossier& dossier, std::string_view version);

}  // namespace isnad::views
