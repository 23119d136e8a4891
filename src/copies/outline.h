// The outline of a report: its figures and names in order. Who retells a report in words of his own keeps
// them, and mostly in their order.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "model/collection.h"

namespace isnad::copies {

struct OutlineItem {
    std::uint64_t what = 0;  // a quantity by its value, or a name by its entity
    bool figure = false;
    bool telling = false;  // a figure that is not met by chance: neither small nor round
};

// Items of title and body, each once, at their first place; the first 300.
std::vector<OutlineItem> outline_of(const Collection& collection, DocumentIndex document);

struct Outlines {
    std::size_t shared = 0;   // items of both
    std::size_t figures = 0;  // figures among them
    double likeness = 0;      // 2 * shared / (items of both)
    double order = 0;         // the part of the shared items that stand in one order in both
};

Outlines compare_outlines(const std::vector<OutlineItem>& a, const std::vector<OutlineItem>& b);

// Whether one report retells the other, by the outlines alone.
bool is_retold(const Outlines& outlines);

// Pairs of documents that share several telling figures. `order` are the documents by day, then content: a
// figure ties each of its documents to the next few.
std::vector<std::pair<std::uint32_t, std::uint32_t>> outline_candidates(
    const std::vector<std::vector<OutlineItem>>& outlines, const std::vector<std::uint32_t>& order);

}  // namespace isnad::copies
