// The style sheet of the dossier page: light, dark and print; two weights, three sizes, one accent.
#pragma once

#include <string_view>

namespace isnad::views {

std::string_view page_style();

}  // namespace isnad::views
