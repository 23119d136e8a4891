#include "engine/publish_infer.h"

#include <algorithm>
#include <bitset>

namespace isnad::engine {
namespace {

using std::chrono::days;

constexpr std::size_t most_days = 17'000;  // more than times::days_known() holds
constexpr int longest_days = 15 * 366;     // a longer interval tells nothing
constexpr std::size_t reasons_told = 3;
constexpr double sure_narrow = 0.6, sure_year = 0.3, sure_wide = 0.15;

using DaySet = std::bitset<most_days>;

DaySet set_of(const std::vector<DayRange>& ranges, DayRange all) {
    DaySet out;
    for (const DayRange& range : ranges) {
        for (Day day = std::max(range.from, all.from); day <= std::min(range.to, all.to); day += days{1})
            out.set(static_cast<std::size_t>((day - all.from).count()));
    }
    return out;
}

struct Hull {
    Day from{}, to{};
    int days() const { return DayRange{from, to}.days(); }
};

std::optional<Hull> hull_of(const DaySet& set, DayRange all) {
    if (set.none()) return std::nullopt;
    std::size_t first = 0, last = most_days - 1;
    while (!set.test(first)) ++first;
    while (!set.test(last)) --last;
    return Hull{all.from + days{static_cast<int>(first)}, all.from + days{static_cast<int>(last)}};
}

}  // namespace

std::optional<DatedBy> infer_date(const std::vector<times::DayBound>& bounds,
                                  const std::optional<Day>& fetched) {
    const DayRange all = times::days_known();
    DaySet possible = set_of({all}, all);
    std::vector<const times::DayBound*> told;
    for (const times::DayBound& bound : bounds) {
        const DaySet left = possible & set_of(bound.within, all);
        if (left == possible) continue;
        if (left.none()) return std::nullopt;
        possible = left;
        told.push_back(&bound);
    }
    if (told.empty()) return std::nullopt;
    if (fetched) possible &= set_of({{all.from, *fetched + days{1}}}, all);
    const auto hull = hull_of(possible, all);
    if (!hull || hull->from == all.from || hull->to == all.to || hull->days() > longest_days)
        return std::nullopt;
    DatedBy out;
    out.value = edtf({hull->from, hull->to});
    out.basis = "inferred";
    const int length = hull->days();
    out.confidence = length <= reference_days ? sure_narrow : length <= 366 ? sure_year : sure_wide;
    // The bounds that were told last narrowed the most.
    for (std::size_t i = told.size(); i-- > 0 && told.size() - i <= reasons_told;)
        out.why += (out.why.empty() ? "" : "; ") + told[i]->why;
    out.span = told.back()->span;
    return out;
}

}  // namespace isnad::engine
