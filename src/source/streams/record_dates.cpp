#include <array>
#include <cstdio>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/civil.h"
#include "source/streams/record_text.h"

// Dates of feeds and mail. The text is cut into words; each word says by its form what it is.

namespace isnad::source {
namespace {

using ascii::is_digit;
using ascii::lower;

constexpr std::size_t longest_date = 80;

struct Moment {
    int year = 0;
    unsigned month = 0, day = 0;
    int hour = -1, minute = 0, second = 0;
    std::optional<int> zone{};  // minutes east of Greenwich
};

// A number of `low` to `high` digits at the beginning of `text`, taken off it.
std::optional<int> take_number(std::string_view& text, std::size_t low, std::size_t high) {
    std::size_t size = 0;
    int value = 0;
    while (size < text.size() && size < high && is_digit(text[size]))
        value = value * 10 + (text[size++] - '0');
    if (size < low || (size < text.size() && is_digit(text[size]))) return std::nullopt;
    text.remove_prefix(size);
    return value;
}

bool take(std::string_view& text, std::string_view signs) {
    if (text.empty() || signs.find(text[0]) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

unsigned month_named(const std::string& word) {
    constexpr std::array months{"jan", "feb", "mar", "apr", "may", "jun",
                                "jul", "aug", "sep", "oct", "nov", "dec"};
    for (unsigned i = 0; i < 12; ++i) {
        if (word.starts_with(months[i]) && word.size() <= 9) return i + 1;
    }
    return 0;
}

struct ZoneName {
    std::string_view name;
    int minutes;
};

// Those of RFC 822, and those that feeds of Arabic outlets use beside them.
std::optional<int> zone_named(const std::string& word) {
    constexpr std::array zones{ZoneName{"gmt", 0},    ZoneName{"ut", 0},     ZoneName{"utc", 0},
                               ZoneName{"z", 0},      ZoneName{"est", -300}, ZoneName{"edt", -240},
                               ZoneName{"cst", -360}, ZoneName{"cdt", -300}, ZoneName{"mst", -420},
                               ZoneName{"mdt", -360}, ZoneName{"pst", -480}, ZoneName{"pdt", -420},
                               ZoneName{"bst", 60},   ZoneName{"cet", 60},   ZoneName{"cest", 120},
                               ZoneName{"eet", 120},  ZoneName{"eest", 180}, ZoneName{"msk", 180}};
    for (const ZoneName& zone : zones) {
        if (zone.name == word) return zone.minutes;
    }
    return std::nullopt;
}

// "+03:00", "+0300", "+3", "GMT+3".
std::optional<int> zone_offset(std::string_view text) {
    const std::string head = lower(text.substr(0, 3));
    if (head == "gmt" || head == "utc") text.remove_prefix(3);
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const int sign = text[0] == '-' ? -1 : 1;
    text.remove_prefix(1);
    std::string_view whole = text;
    if (auto four = take_number(whole, 4, 4); four && whole.empty())
        return *four / 100 > 14 || *four % 100 > 59 ? std::nullopt
                                                    : std::optional(sign * (*four / 100 * 60 + *four % 100));
    const auto hours = take_number(text, 1, 2);
    const auto minutes = take(text, ":") ? take_number(text, 2, 2) : std::optional(0);
    if (!hours || !minutes || !text.empty() || *hours > 14 || *minutes > 59) return std::nullopt;
    return sign * (*hours * 60 + *minutes);
}

// "140509" as "14:05:09".
std::string with_colons(std::string_view text) {
    std::string_view rest = text;
    if (!take_number(rest, 6, 6)) return std::string(text);
    return std::string(text.substr(0, 2)) + ":" + std::string(text.substr(2, 2)) + ":" +
           std::string(text.substr(4));
}

// "14:05", "14:05:09.123", with a zone glued to it or not.
bool read_clock(std::string_view text, Moment& moment) {
    const auto hour = take_number(text, 1, 2);
    if (!hour || !take(text, ":")) return false;
    const auto minute = take_number(text, 2, 2);
    if (!minute || *hour > 24 || *minute > 59) return false;
    int second = 0;
    if (take(text, ":")) {
        const auto read = take_number(text, 2, 2);
        if (!read || *read > 60) return false;
        second = *read;
        if (take(text, ".,")) {
            while (!text.empty() && is_digit(text[0])) text.remove_prefix(1);
        }
    }
    if (!text.empty()) {
        const auto zone = text[0] == '+' || text[0] == '-' ? zone_offset(text) : zone_named(lower(text));
        if (!zone) return false;
        moment.zone = zone;
    }
    moment.hour = *hour == 24 ? 0 : *hour;
    moment.minute = *minute;
    moment.second = second == 60 ? 59 : second;
    return true;
}

// "2024-05-03", "2024/05/03", "20240503", followed by nothing, T or a space and the clock.
bool read_iso(std::string_view text, Moment& moment) {
    std::string_view rest = text;
    const auto compact = take_number(rest, 8, 8);
    if (compact) {
        moment.year = *compact / 10000;
        moment.month = static_cast<unsigned>(*compact / 100 % 100);
        moment.day = static_cast<unsigned>(*compact % 100);
    } else {
        rest = text;
        const auto year = take_number(rest, 4, 4);
        if (!year || !take(rest, "-/.")) return false;
        const auto month = take_number(rest, 1, 2);
        if (!month || !take(rest, "-/.")) return false;
        const auto day = take_number(rest, 1, 2);
        if (!day) return false;
        moment.year = *year;
        moment.month = static_cast<unsigned>(*month);
        moment.day = static_cast<unsigned>(*day);
    }
    if (rest.empty()) return true;
    if (!take(rest, "Tt ")) return false;
    while (take(rest, " ")) {
    }
    const std::size_t space = rest.find(' ');
    if (!read_clock(with_colons(rest.substr(0, space)), moment)) return false;
    if (space == std::string_view::npos) return true;
    const std::string zone = lower(rest.substr(space + 1));
    moment.zone = zone_offset(zone) ? zone_offset(zone) : zone_named(zone);
    return moment.zone.has_value();
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        // a hyphen divides "02-Jan-06", not "-0300"
        const bool inner = c == '-' && !words.back().empty() && i + 1 < text.size();
        if (c == ' ' || c == ',' || c == '(' || c == ')' || inner) {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

int full_year(int year, std::size_t digits) {
    return digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

// "Fri, 03 May 2024 14:05:09 +0300" and its kin, words in any order.
bool read_words(std::string_view text, Moment& moment) {
    for (const std::string& word : words_of(text)) {
        const std::string small = lower(word);
        if (word.empty()) continue;
        if (word.find(':') != std::string::npos && word[0] != '+' && word[0] != '-') {
            if (moment.hour >= 0 || !read_clock(word, moment)) return false;
        } else if (is_digit(word[0])) {
            std::string_view rest = word;
            const auto number = take_number(rest, 1, 4);
            const std::string ending = lower(rest);
            const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
            if (!number || (!rest.empty() && !ordinal)) return false;
            if (moment.day == 0 && word.size() - rest.size() <= 2) {
                moment.day = static_cast<unsigned>(*number);
            } else if (moment.year == 0) {
                moment.year = full_year(*number, word.size());
            } else {
                return false;
            }
        } else if (const unsigned month = month_named(small); month != 0 && moment.month == 0) {
            moment.month = month;
        } else if (const auto zone = zone_offset(word) ? zone_offset(word) : zone_named(small)) {
            if (!moment.zone || *moment.zone == 0) moment.zone = zone;
        } else if (small == "pm" || small == "am") {
            if (moment.hour < 1 || moment.hour > 12) return false;
            moment.hour = moment.hour % 12 + (small == "pm" ? 12 : 0);
        }
    }
    return moment.day != 0 && moment.month != 0 && moment.year != 0;
}

std::string spelled(const Moment& moment) {
    std::array<char, 40> out{};
    int size = std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", moment.year, moment.month, moment.day);
    std::string text(out.data(), static_cast<std::size_t>(size));
    if (moment.hour < 0) return text;
    size =
        std::snprintf(out.data(), out.size(), "T%02d:%02d:%02d", moment.hour, moment.minute, moment.second);
    text.append(out.data(), static_cast<std::size_t>(size));
    if (!moment.zone) return text;
    if (*moment.zone == 0) return text + "Z";
    const int zone = *moment.zone < 0 ? -*moment.zone : *moment.zone;
    size = std::snprintf(out.data(), out.size(), "%c%02d:%02d", *moment.zone < 0 ? '-' : '+', zone / 60,
                         zone % 60);
    return text.append(out.data(), static_cast<std::size_t>(size));
}

// The moment that a short text spells, or nothing.
std::optional<Moment> moment_in(std::string_view text) {
    if (text.size() > longest_date) return std::nullopt;
    Moment moment;
    if (!read_iso(text, moment)) {
        moment = Moment{};
        if (!read_words(text, moment)) return std::nullopt;
    }
    return civil_day(moment.year, moment.month, moment.day) ? std::optional(moment) : std::nullopt;
}

}  // namespace

std::string iso_moment(std::string_view given) {
    std::string text = collapsed_text(given);
    if (const auto moment = moment_in(text)) text = spelled(*moment);
    return text;
}

}  // namespace isnad::source
