// What repeats on a page: lines of one shape, elements of one kind beside each other, dates and pictures line
// by line. Comments and lists of other articles repeat; an article does so little.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "article/html_features.h"

namespace isnad::article {

struct Rhythm {
    // By block.
    std::vector<char> dated;                              // a short line with a date or time
    std::vector<std::uint32_t> since_dated, until_dated;  // blocks between
    std::vector<float> opening;      // how many short lines of the page open with the same word
    std::vector<float> alike;        // how many blocks lie in elements of the same kinds, from the root down
    std::vector<float> prose_alike;  // the share of the page's prose in those
    std::vector<float> nth_alike;    // how many of those stand before
    // Sums over all blocks before; one more than there are blocks.
    std::vector<double> dates, images, shorts, turns;  // turns: a short line and a long one by turns
    // By container: siblings of the same kind with two blocks or more, and how many of these hold a date.
    std::vector<float> siblings, dated_siblings;
};

// Requires page.markup. Linear in blocks and containers, save for sorting.
Rhythm rhythm_of(const Markup& markup, const PageFeatures& features);

// Which blocks lie in elements of the same kinds, from the root down, and are of one tag: equal numbers.
std::vector<std::uint64_t> kinds_of_blocks(const Markup& markup);

// Short lines with a date or time.
std::vector<char> dated_lines(const Markup& markup, const PageFeatures& features);

// The smallest container that holds the title and running text behind it.
std::optional<std::uint32_t> container_of_title(const Markup& markup, const PageFeatures& features,
                                                std::optional<std::uint32_t> title);

}  // namespace isnad::article
