#include "views/page_anchors.h"

namespace isnad::views {

Anchors::Use Anchors::use(Place place) {
    const auto next = static_cast<std::uint32_t>(numbers_.size() + 1);
    const auto [known, added] = numbers_.try_emplace(place, next);
    return {known->second, added};
}

std::vector<std::pair<Span, std::uint32_t>> Anchors::of_page(std::uint32_t page) const {
    std::vector<std::pair<Span, std::uint32_t>> out;
    for (auto at = numbers_.lower_bound({page, {0, 0}}); at != numbers_.end() && at->first.page == page; ++at)
        out.emplace_back(at->first.span, at->second);
    return out;
}

}  // namespace isnad::views
