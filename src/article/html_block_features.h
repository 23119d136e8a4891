// A row of numbers for every block of a page, for the trained model (html_block_model.h). They go by shapes,
// places and names of elements, not by the words of a language; bytes are not counted, since letters differ
// in their number.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "article/html_features.h"

namespace isnad::article {

// One row a block, of as many numbers as there are columns.
struct BlockRows {
    std::size_t width = 0;
    std::vector<float> values;

    std::span<const float> row(std::size_t block) const {
        return std::span(values).subspan(block * width, width);
    }
};

// The names of the columns, in their order: what the table of the model calls them.
const std::vector<std::string>& block_columns();

// `chosen` is the container of the article by the rules (html_container.h), `title` the block of its title.
// Linear in blocks and containers.
BlockRows rows_of_blocks(const Page& page, const PageFeatures& features, std::optional<std::uint32_t> chosen,
                         std::optional<std::uint32_t> title);

}  // namespace isnad::article
