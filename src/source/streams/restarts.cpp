#include "source/streams/restarts.h"

#include <algorithm>

#include "base/limits.h"

namespace isnad::source {

void Restarts::add(Mark mark) {
    constexpr std::size_t most = 4096;
    if (!marks_.empty() && marks_.back().from == mark.from) {
        marks_.back() = mark;
        return;
    }
    if (marks_.size() == most) {
        // The newer half stays, and every second one of the older.
        std::size_t kept = 0;
        for (std::size_t i = 0; i < most; ++i) {
            if (i >= most / 2 || i % 2 == 0) marks_[kept++] = marks_[i];
        }
        marks_.resize(kept);
    }
    marks_.push_back(mark);
}

Mark Restarts::before(std::uint64_t offset) const {
    const auto behind = std::upper_bound(marks_.begin(), marks_.end(), offset,
                                         [](std::uint64_t at, const Mark& mark) { return at < mark.from; });
    return behind == marks_.begin() ? Mark{} : *std::prev(behind);
}

std::optional<Error> check_expansion(std::uint64_t used, std::uint64_t made) {
    if (made < limits::expansion_bytes || made / limits::expansion < used) return std::nullopt;
    return Error{"too_dense", "expands more than " + std::to_string(limits::expansion) + " times beyond " +
                                  std::to_string(limits::expansion_bytes >> 20) +
                                  " MiB: what follows is not read"};
}

}  // namespace isnad::source
