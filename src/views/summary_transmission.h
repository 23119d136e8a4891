// Who feeds whom, as a tree for the terminal: each source with what it carries under it.
#pragma once

#include <string>
#include <vector>

#include "views/dossier_style.h"
#include "views/page_labels.h"
#include "views/transmission.h"

namespace isnad::views {

// Lines without their ends, each at most style.width columns wide where its words allow; empty when
// there is no way to show. Sources that feed one outlet alone are counted together when there are more than
// twelve. Names stand in isolates.
std::vector<std::string> transmission_tree(const Dossier& dossier, Transmission whole,
                                           const DossierStyle& style, const Labels& labels);

}  // namespace isnad::views
