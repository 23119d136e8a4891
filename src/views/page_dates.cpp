#include "views/page_dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/civil.h"

namespace isnad::views {
namespace {

const std::string range_dash = "\u2013";

struct Parts {
    int year = 0;
    unsigned month = 0, day = 0, week = 0;
};

std::optional<int> digits(std::string_view text) {
    int value = 0;
    if (text.empty()) return std::nullopt;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// "2024", "2024-06", "2024-06-18" with or without a time of day, "2024-W25".
std::optional<Parts> parts_of(std::string_view text) {
    text = text.substr(0, text.find('T'));
    const auto year = text.size() >= 4 ? digits(text.substr(0, 4)) : std::nullopt;
    if (!year) return std::nullopt;
    Parts out{*year};
    if (text.size() == 4) return out;
    if (text.size() == 8 && text.substr(4, 2) == "-W") {
        const auto week = digits(text.substr(6));
        if (!week) return std::nullopt;
        out.week = static_cast<unsigned>(*week);
        return out;
    }
    const auto month = text.size() >= 7 && text[4] == '-' ? digits(text.substr(5, 2)) : std::nullopt;
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    out.month = static_cast<unsigned>(*month);
    if (text.size() == 7) return out;
    const auto day = text.size() == 10 && text[7] == '-' ? digits(text.substr(8)) : std::nullopt;
    if (!day || !civil_day(out.year, out.month, static_cast<unsigned>(*day))) return std::nullopt;
    out.day = static_cast<unsigned>(*day);
    return out;
}

Wording month_and_year(const Parts& parts, const Labels& labels) {
    const Label month = labels[fmt::format("month.{}", parts.month)];
    return {fmt::format("{} {}", month.ar, parts.year), fmt::format("{} {}", month.en, parts.year)};
}

bool is_whole_month(const Parts& from, const Parts& to) {
    return from.day == 1 && from.year == to.year && from.month == to.month &&
           !civil_day(to.year, to.month, to.day + 1);
}

Wording one_date(const Parts& parts, const Labels& labels, bool weekday) {
    if (parts.week != 0) {
        const std::string week = std::to_string(parts.week);
        const Wording in_words = filled(labels["week_of_year"], week);
        return {fmt::format("{} {}", in_words.ar, parts.year), fmt::format("{} {}", in_words.en, parts.year)};
    }
    if (parts.month == 0) return {std::to_string(parts.year), std::to_string(parts.year)};
    const Wording month = month_and_year(parts, labels);
    if (parts.day == 0) return month;
    Wording out{fmt::format("{} {}", parts.day, month.ar), fmt::format("{} {}", parts.day, month.en)};
    if (!weekday) return out;
    const Label day =
        labels[fmt::format("weekday.{}", weekday_of(*civil_day(parts.year, parts.month, parts.day)))];
    return {fmt::format("{} {}", day.ar, out.ar), fmt::format("{} {}", day.en, out.en)};
}

// The date with the time of day that follows "T": "03:40", or a part of the day ("MO").
Wording with_time(Wording date, std::string_view edtf, const Labels& labels) {
    const std::size_t at = edtf.find('T');
    if (at == std::string_view::npos) return date;
    const std::string_view time = edtf.substr(at + 1, 5);
    const std::string part = "part." + std::string(time.substr(0, 2));
    if (labels.has(part)) {
        date.ar += " " + std::string(labels[part].ar);
        date.en += ", " + std::string(labels[part].en);
    } else if (!time.empty() && time[0] >= '0' && time[0] <= '9') {
        const Wording hour = filled(labels["at_hour"], time);
        date.ar += hour.ar;
        date.en += hour.en;
    }
    return date;
}

}  // namespace

std::string filled(std::string_view pattern, std::string_view with) {
    std::string out(pattern);
    const std::size_t at = out.find("{n}");
    if (at != std::string::npos) out.replace(at, 3, with);
    return out;
}

Wording filled(const Label& label, const Wording& with) {
    return {filled(label.ar, with.ar), filled(label.en, with.en)};
}

Wording filled(const Label& label, std::string_view with) {
    return {filled(label.ar, with), filled(label.en, with)};
}

Wording worded_date(std::string_view edtf, const Labels& labels, bool weekday) {
    const bool unsure = !edtf.empty() && (edtf.back() == '~' || edtf.back() == '?' || edtf.back() == '%');
    if (unsure) return filled(labels["date_about"], worded_date(edtf.substr(0, edtf.size() - 1), labels));
    const Wording as_it_is{std::string(edtf), std::string(edtf)};
    const std::size_t slash = edtf.find('/');
    if (slash == std::string_view::npos) {
        const auto parts = parts_of(edtf);
        return parts ? with_time(one_date(*parts, labels, weekday), edtf, labels) : as_it_is;
    }
    const auto from = parts_of(edtf.substr(0, slash)), to = parts_of(edtf.substr(slash + 1));
    if (!from || !to) return as_it_is;
    if (is_whole_month(*from, *to)) return month_and_year(*from, labels);
    const Wording end = one_date(*to, labels, false);
    if (from->day != 0 && to->day != 0 && from->year == to->year && from->month == to->month) {
        return {fmt::format("{}{}{}", from->day, range_dash, end.ar),
                fmt::format("{}{}{}", from->day, range_dash, end.en)};
    }
    const Wording begin = one_date(*from, labels, false);
    return {begin.ar + " " + range_dash + " " + end.ar, begin.en + " " + range_dash + " " + end.en};
}

std::string grouped(double value) {
    const bool negative = value < 0;
    std::string text = fmt::format("{:.2f}", std::fabs(value));
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t at = point; at > 3; at -= 3) text.insert(at - 3, ",");
    return (negative ? "-" : "") + text;
}

namespace {

// "12 million" where that says the number exactly.
Wording one_amount(double value, const Labels& labels) {
    for (const auto& [scale, id] : {std::pair{1e9, "scale.billion"}, std::pair{1e6, "scale.million"}}) {
        const double rest = value / scale * 100;
        if (value >= scale && std::fabs(rest - std::round(rest)) < 1e-9)
            return filled(labels[id], grouped(value / scale));
    }
    return {grouped(value), grouped(value)};
}

}  // namespace

Wording worded_amount(const Interval& interval, const Labels& labels) {
    if (std::isinf(interval.high) && std::isinf(interval.low)) return filled(labels["unknown"], "");
    if (std::isinf(interval.high)) return filled(labels["amount.at_least"], one_amount(interval.low, labels));
    if (std::isinf(interval.low) || (interval.low == 0 && interval.high > 0))
        return filled(labels["amount.at_most"], one_amount(interval.high, labels));
    if (interval.low == interval.high) return one_amount(interval.low, labels);
    for (const auto& [scale, id] : {std::pair{1e9, "scale.billion"}, std::pair{1e6, "scale.million"}}) {
        const double low = interval.low / scale, high = interval.high / scale;
        if (low >= 1 && grouped(low) != grouped(high))
            return filled(labels[id], grouped(low) + range_dash + grouped(high));
    }
    const std::string range = grouped(interval.low) + range_dash + grouped(interval.high);
    return {range, range};
}

}  // namespace isnad::views
