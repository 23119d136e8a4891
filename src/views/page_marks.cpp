#include "views/page_marks.h"

#include <algorithm>
#include <queue>

namespace isnad::views {
namespace {

// The order in which elements open: by begin, the longer first, then as given.
struct OpensLater {
    bool operator()(const MarkPiece& a, const MarkPiece& b) const {
        if (a.span.begin != b.span.begin) return a.span.begin > b.span.begin;
        if (a.span.end != b.span.end) return a.span.end < b.span.end;
        return a.mark > b.mark;
    }
};

}  // namespace

std::vector<MarkPiece> pieces_of(const std::vector<Span>& marks, Span within, std::uint32_t depth_cap) {
    std::priority_queue<MarkPiece, std::vector<MarkPiece>, OpensLater> waiting;
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        const Span inside{std::max(marks[i].begin, within.begin), std::min(marks[i].end, within.end)};
        if (inside.begin >= inside.end) continue;
        waiting.push({inside, i, inside.begin == marks[i].begin, inside.end == marks[i].end});
    }
    std::vector<MarkPiece> out;
    std::vector<std::uint32_t> ends;  // of the open pieces, outermost first
    while (!waiting.empty()) {
        MarkPiece piece = waiting.top();
        waiting.pop();
        while (!ends.empty() && ends.back() <= piece.span.begin) ends.pop_back();
        if (!ends.empty() && ends.back() < piece.span.end) {
            waiting.push({{ends.back(), piece.span.end}, piece.mark, false, piece.last});
            piece.span.end = ends.back();
            piece.last = false;
        }
        if (ends.size() >= depth_cap) continue;
        piece.depth = static_cast<std::uint32_t>(ends.size());
        ends.push_back(piece.span.end);
        out.push_back(piece);
    }
    return out;
}

}  // namespace isnad::views
