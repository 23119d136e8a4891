#include "copies/judge.h"

#include <algorithm>
#include <tuple>

#include "copies/stretches.h"

namespace isnad::copies {
namespace {

constexpr std::size_t few_shingles = 8;  // a shorter text is a copy only when it is the same
constexpr double near_resemblance = 0.5;
constexpr double contained = 0.65, wholly = 0.9;
constexpr double alike = 0.8;          // above, the longer one only adds a line
constexpr double mostly = 0.4;         // of the container
constexpr std::uint32_t long_run = 9;  // words: longer than a stock phrase with its names
constexpr double reworked_share = 0.3, much_reworked_share = 0.5;

// One is wholly in a longer one, or most of it is in one so much longer that they are not alike.
bool is_contained(const Tied& tied) {
    return (tied.containment >= wholly && tied.resemblance < alike) ||
           (tied.containment >= contained && tied.resemblance < near_resemblance);
}

struct Shared {
    std::size_t words = 0;   // in long shared stretches, less those both texts quote
    bool beginning = false;  // one of them stands in the first part of both
};

// The same whichever comes first: stretches are looked for from the shorter text.
Shared long_shared(const CopyText& x, const CopyText& y) {
    const auto rank = [](const CopyText& text) { return std::tie(text.words, text.set); };
    const bool forward =
        x.words.size() != y.words.size() ? x.words.size() < y.words.size() : rank(x) < rank(y);
    const CopyText &a = forward ? x : y, &b = forward ? y : x;
    Shared out;
    for (const Stretch& stretch : shared_stretches(a, b, long_run)) {
        out.words += stretch.size - stretch.quoted;
        out.beginning |= stretch.first < a.words.size() / 3 && stretch.second < b.words.size() / 3;
    }
    return out;
}

// Much of the smaller text; less where the reports begin alike, since background paragraphs at the end of two
// reports on different days are not yet a copy.
bool is_reworked(const Compared& all, DocumentIndex a, DocumentIndex b) {
    const CopyText &x = all.texts[a], &y = all.texts[b];
    const auto smaller = static_cast<double>(std::min(x.words.size(), y.words.size()));
    const Shared shared = long_shared(x, y);
    const double share = shared.beginning ? reworked_share : much_reworked_share;
    if (static_cast<double>(shared.words) >= share * smaller) return true;
    return is_retold(compare_outlines(all.outlines[a], all.outlines[b]));
}

}  // namespace

std::optional<Tied> judge(const Compared& all, DocumentIndex a, DocumentIndex b) {
    const CopyText &x = all.texts[a], &y = all.texts[b];
    const std::size_t own_x = own_shingles(x, all.boilerplate), own_y = own_shingles(y, all.boilerplate);
    const std::size_t shared = shared_shingles(x, y, all.boilerplate);
    const std::size_t smaller = std::min(own_x, own_y), bigger = std::max(own_x, own_y);
    if (smaller == 0) return std::nullopt;
    Tied tied;
    tied.resemblance = static_cast<double>(shared) / static_cast<double>(own_x + own_y - shared);
    tied.containment = static_cast<double>(shared) / static_cast<double>(smaller);
    tied.kind = CopyKind::exact;
    if (x.words == y.words) return tied;
    if (smaller < few_shingles) return std::nullopt;
    if (is_contained(tied)) {
        tied.kind = CopyKind::containment;
        tied.unites = static_cast<double>(shared) >= mostly * static_cast<double>(bigger);
        return tied;
    }
    tied.kind = CopyKind::near;
    if (tied.resemblance >= near_resemblance) return tied;
    tied.kind = CopyKind::reworked;
    if (is_reworked(all, a, b)) return tied;
    return std::nullopt;
}

}  // namespace isnad::copies
