#include "claims/sums.h"

#include <algorithm>
#include <cmath>

#include "claims/figure_words.h"

namespace isnad::claims {
namespace {

bool is_point(const Figure& figure) { return figure.value.low == figure.value.high && !figure.vague; }

// Neighbours in the sentence of a figure, of its measure, that are smaller than it.
std::vector<const Figure*> parts_beside(const std::vector<Figure>& figures, std::uint32_t index) {
    std::vector<const Figure*> out;
    const Figure& whole = figures[index];
    const auto beside = [&](const Figure& other) {
        return other.document == whole.document && other.sentence == whole.sentence;
    };
    std::uint32_t first = index, end = index + 1;
    while (first > 0 && beside(figures[first - 1])) --first;
    while (end < figures.size() && beside(figures[end])) ++end;
    for (std::uint32_t i = first; i < end; ++i) {
        const Figure& other = figures[i];
        if (i != index && is_point(other) && comparable(other.measure, whole.measure) &&
            other.value.low < whole.value.low)
            out.push_back(&other);
    }
    return out;
}

}  // namespace

std::string sum_of(const std::vector<Figure>& figures, const std::vector<std::uint32_t>& of) {
    for (const std::uint32_t index : of) {
        const Figure& whole = figures[index];
        if (!is_point(whole)) continue;
        const std::vector<const Figure*> parts = parts_beside(figures, index);
        double sum = 0;
        std::string text;
        for (const Figure* part : parts) {
            sum += part->value.low;
            text += (text.empty() ? "" : " + ") + shown_value(*account_of(*part, whole).interval);
        }
        if (parts.size() < 2 || std::abs(sum - whole.value.low) > 1e-6 * whole.value.low) continue;
        return "; the parts add up: " + text + " = " + shown_value(*account_of(whole, whole).interval);
    }
    return {};
}

}  // namespace isnad::claims
