#include "language/words/numerals_digits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

constexpr std::size_t most_digits = 15;
constexpr std::size_t most_groups = 6;

// The digits of a number in groups, and the signs between them: a full stop, or a comma of any script.
struct Groups {
    std::array<char, most_digits + 1> digits{};  // without separators
    std::size_t size = 0;
    std::array<std::uint8_t, most_groups> length{};
    std::array<char32_t, most_groups> sign_before{};
    std::size_t count = 1;
    bool readable = true;
};

Groups groups_of(std::string_view text) {
    Groups out;
    for (std::size_t at = 0; at < text.size() && out.readable;) {
        const auto [c, size] = utf8::at(text, at);
        at += size;
        if (letters::is_digit(c)) {
            out.readable = out.size < most_digits;
            if (!out.readable) break;
            out.digits[out.size++] = static_cast<char>(c);
            ++out.length[out.count - 1];
        } else {
            out.readable = out.count < most_groups;
            if (out.readable) out.sign_before[out.count++] = c;
        }
    }
    return out;
}

// Whether groups [1, last] are thousands: three digits each, all behind the same sign.
bool thousands(const Groups& groups, std::size_t last) {
    if (groups.length[0] > 3 || groups.digits[0] == '0') return false;
    for (std::size_t i = 1; i <= last; ++i) {
        if (groups.length[i] != 3 || groups.sign_before[i] != groups.sign_before[1]) return false;
    }
    return true;
}

double value_of(const Groups& groups, std::size_t whole_digits) {
    std::array<char, most_digits + 2> text{};
    std::size_t size = 0;
    for (std::size_t i = 0; i < groups.size; ++i) {
        if (i == whole_digits) text[size++] = '.';
        text[size++] = groups.digits[i];
    }
    double value = 0;
    std::from_chars(text.data(), text.data() + size, value);
    return value;
}

}  // namespace

std::optional<double> digits_value(std::string_view text, bool has_scale) {
    const Groups groups = groups_of(text);
    if (!groups.readable || groups.size == 0) return std::nullopt;
    const std::size_t last = groups.count - 1;
    const std::size_t before_last = groups.size - groups.length[last];
    if (last == 0) return value_of(groups, groups.size);
    if (last == 1)
        return thousands(groups, 1) && !has_scale ? value_of(groups, groups.size)
                                                  : value_of(groups, before_last);
    if (thousands(groups, last)) return value_of(groups, groups.size);
    const bool decimal = thousands(groups, last - 1) && groups.sign_before[last] != groups.sign_before[1];
    return decimal ? std::optional(value_of(groups, before_last)) : std::nullopt;
}

bool may_lead_groups(std::string_view text) {
    return text.size() <= 3 && text[0] != '0' &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_group_of_three(std::string_view text) {
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_decimal_group(std::string_view text) {
    const std::size_t mark = text.find_first_of(".,");
    return mark == 3 && is_group_of_three(text.substr(0, 3)) && text.size() > 4;
}

}  // namespace isnad::words
