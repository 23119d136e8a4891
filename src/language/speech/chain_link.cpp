// Links of a chain from their words, in order.
#include <algorithm>

#include "language/speech/chain.h"

namespace isnad::speech {

ChainLink link_of(const SpeechText& text, const Carrier& carrier) {
    ChainLink out;
    out.kind = carrier.kind;
    out.span = text.span(carrier.first, carrier.end, carrier.skip);
    const auto whole = text.name_at(carrier.first);
    if (whole && text.carrier_at(carrier.first) == nullptr) out.span = text.names[std::size_t{*whole}].span;
    for (std::uint32_t at = carrier.first; at < carrier.end; ++at) {
        if (!text.name_at(at)) continue;
        out.names.push_back(*text.name_at(at));
        at = text.name_end(at) - 1;
    }
    out.why = {"chain.carrier", 0.8F, {}};
    return out;
}

void join(std::vector<ChainLink>& chain, std::vector<ChainLink> more) {
    for (ChainLink& link : more) {
        const auto same = [&](const ChainLink& other) {
            return other.span && link.span && other.span->overlaps(*link.span);
        };
        if (std::none_of(chain.begin(), chain.end(), same)) chain.push_back(std::move(link));
    }
    std::stable_sort(chain.begin(), chain.end(),
                     [](const ChainLink& a, const ChainLink& b) { return a.kind < b.kind; });
}

}  // namespace isnad::speech
