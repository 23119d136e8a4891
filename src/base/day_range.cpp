#include "base/day_range.h"

#include <algorithm>

namespace isnad {
namespace {

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number_of(std::string_view digits) {
    int out = 0;
    for (const char c : digits) out = out * 10 + (c - '0');
    return out;
}

std::optional<DayRange> months(int year, unsigned first, unsigned count) {
    const auto from = civil_day(year, first, 1);
    const auto last = std::chrono::year{year} / std::chrono::month{first + count - 1} / std::chrono::last;
    if (!from || !last.ok()) return std::nullopt;
    return DayRange{*from, Day{last}};
}

std::optional<DayRange> years(int first, int count) {
    const auto from = civil_day(first, 1, 1), to = civil_day(first + count - 1, 12, 31);
    if (!from || !to) return std::nullopt;
    return DayRange{*from, *to};
}

// ISO week `week` of `year`: its Monday to its Sunday.
std::optional<DayRange> week_of(int year, int week) {
    const auto fourth = civil_day(year, 1, 4);  // always in week 1
    if (!fourth || week < 1 || week > 53) return std::nullopt;
    const Day monday =
        *fourth - std::chrono::days{weekday_of(*fourth) - 1} + std::chrono::days{7 * (week - 1)};
    return DayRange{monday, monday + std::chrono::days{6}};
}

// Winter is that which begins the year: what follows the year may be "SP", "SU", "FA", "WI" or "Q1" to "Q4",
// "H1".
std::optional<DayRange> part_of_year(int year, std::string_view part) {
    if (part == "SP") return months(year, 3, 3);
    if (part == "SU") return months(year, 6, 3);
    if (part == "FA") return months(year, 9, 3);
    if (part == "WI") return months(year, 1, 2);
    if (part.size() != 2 || part[1] < '1' || part[1] > '4') return std::nullopt;
    const auto which = static_cast<unsigned>(part[1] - '1');
    if (part[0] == 'Q') return months(year, 1 + 3 * which, 3);
    if (part[0] == 'H' && which < 2) return months(year, 1 + 6 * which, 6);
    return std::nullopt;
}

std::optional<DayRange> one(std::string_view value) {
    value = value.substr(0, value.find('T'));
    while (!value.empty() && (value.back() == '~' || value.back() == '?' || value.back() == '%'))
        value.remove_suffix(1);
    const std::string_view head = value.substr(0, value.find('-'));
    if (!all_digits(head) || head.size() > 4) return std::nullopt;
    if (value.size() == head.size()) {
        if (head.size() == 4) return years(number_of(head), 1);
        if (head.size() == 3) return years(number_of(head) * 10, 10);
        return head.size() == 2 ? years(number_of(head) * 100, 100) : std::nullopt;
    }
    if (head.size() != 4) return std::nullopt;
    const std::string_view rest = value.substr(5);
    const int year = number_of(head);
    if (rest.size() == 3 && rest[0] == 'W' && all_digits(rest.substr(1)))
        return week_of(year, number_of(rest.substr(1)));
    if (rest.size() == 2 && all_digits(rest)) {
        const auto month = static_cast<unsigned>(number_of(rest));
        return month >= 1 && month <= 12 ? months(year, month, 1) : std::nullopt;
    }
    if (const auto day = parse_iso_day(value)) return DayRange{*day, *day};
    return part_of_year(year, rest);
}

}  // namespace

int gap(DayRange a, DayRange b) {
    if (a.overlaps(b)) return 0;
    return static_cast<int>((a.to < b.from ? b.from - a.to : a.from - b.to).count());
}

std::optional<DayRange> day_range(std::string_view value) {
    const std::size_t slash = value.find('/');
    const auto first = one(value.substr(0, slash));
    if (!first || slash == std::string_view::npos) return first;
    const auto last = one(value.substr(slash + 1));
    if (!last || last->to < first->from) return std::nullopt;
    return DayRange{first->from, last->to};
}

std::string edtf(DayRange range) {
    if (range.from == range.to) return iso_day(range.from);
    const int year = year_of(range.from);
    if (years(year, 1) == range) return iso_year(year);
    const unsigned month = month_of(range.from);
    if (months(year, month, 1) == range) return iso_month(year, month);
    return iso_day(range.from) + "/" + iso_day(range.to);
}

}  // namespace isnad
