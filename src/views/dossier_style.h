// How a dossier is shown.
#pragma once

#include <cstddef>

namespace isnad::views {

struct DossierStyle {
    bool arabic = true;       // language of the labels that is shown first
    bool colour = false;      // of the terminal
    std::size_t width = 100;  // columns of the terminal
};

}  // namespace isnad::views
