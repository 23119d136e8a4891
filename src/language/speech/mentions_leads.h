// Roles without the article in headline and lead, whose holder is named further down: "[a retired military
// physician] doubts the figures ... wrote Doctor X".
#pragma once

#include <optional>

#include "language/speech/roles_holders.h"

namespace isnad::speech {

// The role that begins with word i, or nothing where none begins or the document never names its holder.
std::optional<Mention> lead_role(const NamedWords& text, const RoleHolders& holders, std::uint32_t i);

}  // namespace isnad::speech
