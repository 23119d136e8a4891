// Half-open byte ranges. The type says which text a span lies in, so that spans of different texts do not
// mix: tests/api/must_not_compile proves it.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace isnad {

template <class Text>
struct SpanIn {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    bool contains(SpanIn other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(SpanIn other) const { return begin < other.end && other.begin < end; }
    auto operator<=>(const SpanIn&) const = default;
};

// Bytes of the page text: decoded, without BOM, as model::Page owns it.
using Span = SpanIn<struct PageText>;
// Bytes of a normal form of the page text (text/normalise.h).
using NormalSpan = SpanIn<struct NormalisedText>;
// Unicode code points of the page text: what leaves the engine (views/code_points.h).
using CodePointSpan = SpanIn<struct CodePointText>;

// The smallest span that holds both.
template <class Text>
SpanIn<Text> hull(SpanIn<Text> a, SpanIn<Text> b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace isnad
