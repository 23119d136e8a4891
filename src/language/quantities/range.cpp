#include "language/quantities/amount_parts.h"
#include "language/quantities/endings.h"
#include "language/quantities/veto.h"

namespace isnad::quantities {
namespace {

using words::Numeral;
using namespace endings;

using letters::is_dash;

// Where the second number of a range stands: behind a word for "to", behind a dash, or joined with wa- after
// "between".
struct Second {
    Numeral number;
    bool dash = false;
};

std::optional<Second> second_at(const TextView& text, std::uint32_t at, bool opened) {
    if (!text.inside(at, at - 1)) return std::nullopt;
    if (text.inside(at + 1, at) && (is_dash(text.sign(at)) || text.search(at) == waw)) {
        const bool dash = text.search(at) != waw;
        if (!dash && !opened) return std::nullopt;
        const auto number = text.numerals.at(text.words, at + 1);
        return number && number->skip == 0 ? std::optional(Second{*number, dash}) : std::nullopt;
    }
    if (opened && text.search(at).starts_with(waw)) {
        const auto number = text.numerals.at(text.words, at);
        if (number && number->skip == waw.size()) return Second{*number, false};
    }
    const auto to = text.knowledge.approximator_at(text.words, at, false);
    if (!to || to->kind != ApproximatorKind::range_to || to->skip != 0 || !text.inside(to->end, at))
        return std::nullopt;
    const auto number = text.numerals.at(text.words, to->end);
    return number && number->skip == 0 ? std::optional(Second{*number, false}) : std::nullopt;
}

// "the range of the figure is 20 to 100": a word for range not far before.
bool behind_range_word(const TextView& text, std::uint32_t at) {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t back = 1; back <= reach && back <= at && text.inside(at - back, at); ++back) {
        if (text.word(at - back).kind != WordKind::arabic) return false;
        const auto word = text.knowledge.approximator_at(text.words, at - back, false);
        if (word && word->kind == ApproximatorKind::range_open && text.search(at - back) != min) return true;
    }
    return false;
}

}  // namespace

// One interval of two numbers; the scale of the second is carried back when the first has none and stays
// below.
std::optional<Amount> range_of(const TextView& text, const Numeral& first, std::uint32_t behind,
                               bool opened) {
    const bool thousand = opened && first.scaled;  // "from a thousand to"
    if (first.vague || first.ordinal || (first.homograph && !thousand)) return std::nullopt;
    const Counted between = opened ? counted_at(text, first, behind) : Counted{};
    const bool unit_between = between.how == Counting::unit || between.how == Counting::noun;
    const auto second = second_at(text, unit_between ? between.end : behind, opened);
    if (!second || second->number.vague || second->number.ordinal) return std::nullopt;
    const Counted counted = counted_at(text, second->number, second->number.end);
    if (is_no_quantity(text, second->number, counted) && !second->dash &&
        !behind_range_word(text, first.first))
        return std::nullopt;
    if (unit_between && counted.how == Counting::unit && between.unit != counted.unit &&
        between.unit != nullptr && between.unit->name != counted.unit->name)
        return std::nullopt;
    const bool from = opened && text.search(first.first - 1) == min;
    if (counted.how == Counting::none && (second->dash || from || !(opened || second->number.scaled)) &&
        !(thousand && second->number.low >= 1000) && !behind_range_word(text, first.first))
        return std::nullopt;
    const bool year =
        looks_like_year(text, first) && (second->number.scaled || looks_like_year(text, second->number));
    if (year && (counted.how != Counting::unit || second->number.scaled)) return std::nullopt;
    const bool carry = second->number.scaled && !first.scaled && !unit_between &&
                       first.low * second->number.scale < second->number.low;
    const double low = carry ? first.low * second->number.scale : first.low;
    if (!(low < second->number.low)) return std::nullopt;
    Amount out = amount_of(second->number, counted, "quantities.range", 0.9F);
    if (out.unit.empty() && between.unit != nullptr) out.unit = between.unit->name;
    out.first = first.first;
    out.skip = first.skip;
    out.low = low;
    return out;
}

std::optional<Amount> range_at(const TextView& text, std::uint32_t at) {
    const auto read = number_at(text, at);
    return read && read->number.skip == 0 ? range_of(text, read->number, read->behind, true) : std::nullopt;
}

}  // namespace isnad::quantities
