// A layer: the annotations of one kind over one document, sorted by span, made once by one stage and const
// from then on.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "base/ids.h"
#include "text/span.h"

namespace isnad {

// T has a member `Span span`.
template <class T>
class Layer {
  public:
    Layer() = default;
    explicit Layer(std::vector<T> items) : items_(std::move(items)) {
        std::stable_sort(items_.begin(), items_.end(),
                         [](const T& a, const T& b) { return a.span < b.span; });
    }

    std::span<const T> all() const { return items_; }
    std::size_t size() const { return items_.size(); }
    bool empty() const { return items_.empty(); }
    const T& operator[](Id<T> id) const { return items_[id.index]; }
    const T& operator[](std::size_t index) const { return items_[index]; }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }

    // Those whose span begins inside `where`.
    std::span<const T> starting_in(Span where) const {
        const auto before = [](const T& item, std::uint32_t at) { return item.span.begin < at; };
        const auto first = std::lower_bound(items_.begin(), items_.end(), where.begin, before);
        const auto last = std::lower_bound(first, items_.end(), where.end, before);
        return {first, last};
    }

  private:
    std::vector<T> items_;
};

}  // namespace isnad
