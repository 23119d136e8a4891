#include "copies/stretches.h"

#include <algorithm>
#include <utility>

namespace isnad::copies {
namespace {

constexpr std::size_t places_tried = 8;

using Place = std::pair<std::uint64_t, std::uint32_t>;  // a shingle and where it stands

std::vector<Place> places_of(const CopyText& text) {
    std::vector<Place> places;
    for (std::uint32_t at = 0; at < text.shingles.size(); ++at) places.emplace_back(text.shingles[at], at);
    std::sort(places.begin(), places.end());
    return places;
}

std::uint32_t common_run(const CopyText& a, std::size_t i, const CopyText& b, std::size_t j) {
    std::uint32_t size = 0;
    while (i + size < a.words.size() && j + size < b.words.size() && a.words[i + size] == b.words[j + size] &&
           (size == 0 || (!a.starts[i + size] && !b.starts[j + size])))
        ++size;
    return size;
}

Stretch longest_at(const CopyText& a, std::uint32_t i, const CopyText& b, const std::vector<Place>& places) {
    Stretch best{.first = i};
    auto place = std::lower_bound(places.begin(), places.end(), Place{a.shingles[i], 0});
    for (std::size_t n = 0; place != places.end() && place->first == a.shingles[i] && n < places_tried;
         ++place, ++n) {
        const std::uint32_t size = common_run(a, i, b, place->second);
        if (size > best.size) best = {i, place->second, size, 0};
    }
    return best;
}

}  // namespace

std::vector<Stretch> shared_stretches(const CopyText& a, const CopyText& b, std::uint32_t least) {
    std::vector<Stretch> out;
    const std::vector<Place> places = places_of(b);
    for (std::uint32_t i = 0; i < a.shingles.size();) {
        Stretch best = longest_at(a, i, b, places);
        if (best.size < least || best.size == 0) {
            ++i;
            continue;
        }
        for (std::uint32_t k = 0; k < best.size; ++k)
            best.quoted += a.quoted[i + k] && b.quoted[best.second + k] ? 1u : 0u;
        out.push_back(best);
        i += best.size;
    }
    return out;
}

SharedText spans_of(const Stretch& stretch, const CopyText& a, const CopyText& b) {
    const auto span = [&](const CopyText& text, std::uint32_t at) {
        return Span{text.spans[at].begin, text.spans[at + stretch.size - 1].end};
    };
    return {span(a, stretch.first), span(b, stretch.second)};
}

}  // namespace isnad::copies
