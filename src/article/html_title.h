// The block that is the title of the main article: what the metadata call the title, as it stands in the
// text; or the heading that stands over the article.
#pragma once

#include <cstdint>
#include <optional>

#include "article/html_features.h"

namespace isnad::article {

// `body` is the first block of the running text. Nothing when the title stands in the metadata only.
std::optional<std::uint32_t> find_title(const Markup& markup, const PageFeatures& features,
                                        std::uint32_t body);

// Whether a block repeats what another one says, word for word.
bool is_same_text(const BlockFeatures& a, const BlockFeatures& b);

}  // namespace isnad::article
