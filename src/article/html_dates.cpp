#include <array>

#include "article/html_facts.h"
#include "text/letters.h"

namespace isnad::article {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads digits from `at`; the number of digits read goes to `count`.
int number_at(std::string_view text, std::size_t& at, std::size_t& count) {
    int value = 0;
    for (count = 0; at < text.size() && is_digit(text[at]) && count < 9; ++at, ++count)
        value = value * 10 + (text[at] - '0');
    return value;
}

std::optional<Day> year_first(std::string_view text) {
    std::size_t at = 0, digits = 0;
    const int year = number_at(text, at, digits);
    if (digits == 8)
        return civil_day(year / 10000, static_cast<unsigned>(year / 100 % 100),
                         static_cast<unsigned>(year % 100));
    if (digits != 4 || at >= text.size() || (text[at] != '-' && text[at] != '/' && text[at] != '.'))
        return std::nullopt;
    const char sign = text[at++];
    const int month = number_at(text, at, digits);
    if (digits == 0 || digits > 2 || at >= text.size() || text[at] != sign) return std::nullopt;
    ++at;
    const int day = number_at(text, at, digits);
    if (digits == 0 || digits > 2) return std::nullopt;
    return civil_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

int month_named(std::string_view word) {
    constexpr std::array names{"jan", "feb", "mar", "apr", "may", "jun",
                               "jul", "aug", "sep", "oct", "nov", "dec"};
    if (word.size() < 3) return 0;
    std::string start;
    for (const char c : word.substr(0, 3))
        start += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (start == names[i]) return static_cast<int>(i + 1);
    }
    return 0;
}

// "Wed, 07 Oct 2020 10:00:00 GMT", "October 7, 2020": one English month, one day, one year of four digits.
std::optional<Day> month_named_date(std::string_view text) {
    int month = 0, day = 0, year = 0;
    for (std::size_t at = 0; at < text.size() && at < 40;) {
        const std::size_t begin = at;
        if (is_digit(text[at])) {
            std::size_t digits = 0;
            const int value = number_at(text, at, digits);
            if (at < text.size() && text[at] == ':') break;  // the time of day
            if (digits <= 2 && day == 0) day = value;
            if (digits == 4 && year == 0) year = value;
        } else if ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') {
            while (at < text.size() && (text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') ++at;
            if (month == 0) month = month_named(text.substr(begin, at - begin));
        } else {
            ++at;
        }
    }
    if (month == 0 || day == 0 || year == 0) return std::nullopt;
    return civil_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

}  // namespace

std::optional<Day> day_of_metadata(std::string_view value) {
    const auto day =
        value.empty() || !is_digit(value[0]) || value.size() < 8 ? std::nullopt : year_first(value);
    const auto found = day ? day : month_named_date(value);
    return found && year_of(*found) >= 1990 && year_of(*found) <= 2100 ? found : std::nullopt;
}

}  // namespace isnad::article
