#include "claims/clock.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace isnad::claims {
namespace {

constexpr int hour = 60, day = 24 * hour;
constexpr int rounding = 15, reading = 5;  // minutes between accounts of one time

// Parts of a day as texts use them; evening and night overlap, and so do the parts around noon.
struct Part {
    std::string_view sign;
    int from, to;
};
constexpr std::array parts{Part{"MO", 3 * hour, 12 * hour}, Part{"MI", 11 * hour, 14 * hour},
                           Part{"AF", 12 * hour, 18 * hour}, Part{"EV", 16 * hour, 24 * hour},
                           Part{"NI", 19 * hour, 27 * hour}};
constexpr int small_hours = 2 * hour;  // by which a clock time may lie beside the part it is told with

std::optional<int> two_digits(std::string_view text) {
    if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

std::optional<Clock> clock_of(std::string_view value) {
    const std::size_t at = value.find('T');
    if (at == std::string_view::npos || value.starts_with('P')) return std::nullopt;
    value.remove_prefix(at + 1);
    for (const Part& part : parts) {
        if (value == part.sign) return Clock{part.from, part.to, false, false};
    }
    if (value.size() != 5 || value[2] != ':') return std::nullopt;
    const auto hours = two_digits(value), minutes = two_digits(value.substr(3));
    if (!hours || !minutes || *hours > 24 || *minutes > 59) return std::nullopt;
    const int time = *hours * hour + *minutes;
    return Clock{time, time, true, *minutes % 30 == 0};
}

bool exclude(const Clock& a, const Clock& b, int days) {
    const int shift = days * day;
    const int apart = std::max(a.from - (b.to + shift), b.from + shift - a.to);
    if (a.exact && b.exact) return apart > (a.rounded || b.rounded ? rounding : reading);
    if (a.exact || b.exact) return apart > small_hours;
    return apart >= 0;
}

bool fit(const Clock& a, const Clock& b, int days) { return !exclude(a, b, days); }

}  // namespace isnad::claims
