// The places of the reader that links of the page lead to: every stretch of words that is shown somewhere
// gets one number, "#w-1", in the order of first use.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "model/collection.h"

namespace isnad::views {

class Anchors {
  public:
    struct Place {
        std::uint32_t page = 0;  // index into the pages of the collection
        Span span;
        auto operator<=>(const Place&) const = default;
    };
    struct Use {
        std::uint32_t number = 0;  // from 1
        bool first = false;        // the first link that leads there: the way back ends here
    };

    Use use(Place place);
    // All places of a page with their numbers, sorted by span.
    std::vector<std::pair<Span, std::uint32_t>> of_page(std::uint32_t page) const;
    std::size_t size() const { return numbers_.size(); }

  private:
    std::map<Place, std::uint32_t> numbers_;
};

}  // namespace isnad::views
