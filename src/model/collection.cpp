#include "model/collection.h"

#include <algorithm>

namespace isnad {

std::vector<std::uint32_t> Collection::entities_of(DocumentIndex document, const Agent& agent) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t name : agent.names) out.push_back(entity_of[document][name]);
    if (agent.mention) {
        const auto& more = entities_of_mention[document][*agent.mention];
        out.insert(out.end(), more.begin(), more.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace isnad
