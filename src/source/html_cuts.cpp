#include "source/html_cuts.h"

#include <algorithm>
#include <cstring>

namespace isnad::source::html {

void Cuts::add(std::uint64_t begin, std::uint64_t end) {
    cuts_.push_back({begin, end, begin - bytes_});
    bytes_ += end - begin;
}

void Cuts::apply(std::string& html) const {
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
        const std::uint64_t next = i + 1 < cuts_.size() ? cuts_[i + 1].begin : html.size();
        std::memmove(html.data() + cuts_[i].place, html.data() + cuts_[i].end, next - cuts_[i].end);
    }
    html.resize(html.size() - bytes_);
}

std::uint64_t Cuts::original(std::uint64_t at) const {
    const auto next = std::upper_bound(cuts_.begin(), cuts_.end(), at,
                                       [](std::uint64_t place, const Cut& cut) { return place < cut.place; });
    if (next == cuts_.begin()) return at;
    const Cut& cut = *(next - 1);
    return at - cut.place + cut.end;
}

}  // namespace isnad::source::html
