#include "source/streams/position.h"

#include <array>
#include <charconv>

namespace isnad::source {
namespace {

constexpr std::size_t most_steps = 32;

// Reads digits at the beginning and takes them.
bool take_number(std::string_view& text, std::uint64_t& value) {
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool take_sign(std::string_view& text, char sign) {
    if (text.empty() || text.front() != sign) return false;
    text.remove_prefix(1);
    return true;
}

bool take_step(std::string_view& text, Step& step) {
    return take_number(text, step.mark.at) && take_sign(text, ':') && take_number(text, step.mark.from) &&
           take_sign(text, ':') && take_number(text, step.offset) && take_sign(text, ':') &&
           take_number(text, step.count);
}

}  // namespace

std::string Position::text() const {
    std::string out = std::to_string(file);
    if (failures > 0) out += '+' + std::to_string(failures);
    char sign = ' ';
    for (const Step& step : steps) {
        out += sign;
        out += std::to_string(step.mark.at) + ':' + std::to_string(step.mark.from) + ':' +
               std::to_string(step.offset) + ':' + std::to_string(step.count);
        sign = '/';
    }
    return out;
}

std::optional<Position> Position::parse(std::string_view text) {
    Position out;
    if (!take_number(text, out.file)) return std::nullopt;
    if (take_sign(text, '+') && !take_number(text, out.failures)) return std::nullopt;
    char sign = ' ';
    while (!text.empty()) {
        Step step;
        if (out.steps.size() == most_steps || !take_sign(text, sign) || !take_step(text, step))
            return std::nullopt;
        out.steps.push_back(step);
        sign = '/';
    }
    return out;
}

}  // namespace isnad::source
