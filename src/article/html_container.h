// The container that holds the main article of a page.
//
// Each block is worth its words when it is prose and costs something when it is not; the container with the
// greatest sum is chosen, the deepest of equals. This is the maximum subsequence of Pasternack and Roth
// (2009), "Extracting article text from the web", over subtrees instead of runs of tokens.
#pragma once

#include <cstdint>
#include <optional>

#include "article/html_features.h"

namespace isnad::article {

// Index into Markup::containers; nothing on a page without prose.
std::optional<std::uint32_t> choose_container(const Markup& markup, const PageFeatures& features);

}  // namespace isnad::article
