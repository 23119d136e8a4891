// `isnad dossier --html`: one self-contained page, readable without scripts; every line leads to the words of
// its source.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "model/dossier.h"
#include "views/dossier_style.h"

namespace isnad::views {

// Labels come from the table `labels` of the lexicon.
std::string dossier_page(const Dossier& dossier, const DossierStyle& style, const lexicon::Lexicon& lexicon,
                         std::string_view version);

}  // namespace isnad::views
