#include "language/quantities/quantities.h"

#include <algorithm>
#include <limits>

#include "base/limits.h"
#include "language/quantities/amount.h"
#include "language/quantities/counting.h"
#include "language/quantities/endings.h"
#include "language/quantities/text_view.h"

namespace isnad::quantities {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Approximation approximation_of(ApproximatorKind kind) {
    switch (kind) {
        case ApproximatorKind::about: return Approximation::about;
        case ApproximatorKind::over: return Approximation::over;
        case ApproximatorKind::under: return Approximation::under;
        case ApproximatorKind::at_least: return Approximation::at_least;
        case ApproximatorKind::at_most: return Approximation::at_most;
        default: return Approximation::none;
    }
}

// Approximators directly before a number: one, or a bound and then "about" ("not less than about").
struct Lead {
    std::uint32_t first = 0, end = 0;
    std::uint8_t skip = 0;
    std::optional<ApproximatorKind> kind;
    bool sign = false;  // "<=" rather than a word
};

// ">", "<", with "=" on either side of it.
std::optional<ApproximatorKind> sign_of_order(const TextView& text, std::uint32_t at, std::uint32_t& end) {
    bool equal = false, over = false, under = false;
    for (end = at; end < at + 2 && text.inside(end, at); ++end) {
        const char32_t c = text.sign(end);
        if (c != '<' && c != '>' && c != '=') break;
        if (c != '=' && (over || under)) return std::nullopt;
        equal = equal || c == '=';
        over = over || c == '>';
        under = under || c == '<';
    }
    if (over == under || !text.inside(end, at)) return std::nullopt;
    if (text.word(end).kind != WordKind::number && text.sign(end) != '-') return std::nullopt;
    if (equal && text.sign(at) == '=') return std::nullopt;
    return equal ? (over ? ApproximatorKind::at_least : ApproximatorKind::at_most)
                 : (over ? ApproximatorKind::over : ApproximatorKind::under);
}

Lead lead_at(const TextView& text, std::uint32_t at) {
    Lead out{at, at, 0, std::nullopt, false};
    std::uint32_t end = at;
    const char32_t before = at > 0 && text.glued(at) ? text.sign(at - 1) : 0;
    if (text.word(at).kind == WordKind::punctuation && before != '<' && before != '>' && before != '=') {
        if (const auto order = sign_of_order(text, at, end)) return {at, end, 0, order, true};
    }
    for (int count = 0; count < 2 && text.inside(out.end, at); ++count) {
        const auto found = text.knowledge.approximator_at(text.words, out.end, false);
        if (!found || found->kind == ApproximatorKind::range_to ||
            (count > 0 && found->skip != 0 && text.has(out.end, proclitic::conjunction)))
            break;
        const bool bound =
            out.kind && *out.kind != ApproximatorKind::about && *out.kind != ApproximatorKind::exact;
        if (out.kind == ApproximatorKind::exact ||
            !out.kind) {  // "amounting to about": the span begins at "about"
            out.first = out.end;
            out.skip = found->skip;
        }
        if (!bound) out.kind = found->kind;
        out.end = found->end;
    }
    return out;
}

void bound(Quantity& quantity, ApproximatorKind kind) {
    quantity.approximation = approximation_of(kind);
    if (kind == ApproximatorKind::under && quantity.high < 0) quantity.low = -infinity;  // "below -30"
    if (kind == ApproximatorKind::over || kind == ApproximatorKind::at_least) quantity.high = infinity;
    if (kind != ApproximatorKind::under && kind != ApproximatorKind::at_most) return;
    // Nought is the other end: "up to 30" is [0, 30], "up to -0.3" is [-0.3, 0].
    quantity.low = std::min(0.0, quantity.low);
    if (quantity.low != -infinity) quantity.high = std::max(0.0, quantity.high);
}

// "5000 or less than 6000": "of" behind an approximator makes it one of the next number.
bool leads_on(const TextView& text, std::uint32_t at) {
    if (!text.inside(at, at - 1)) return false;
    if (text.search(at) == endings::min) return true;
    return text.search(at - 1) == endings::min && text.numerals.at(text.words, at).has_value();
}

// An approximator behind the noun closes the span: "two hours or so".
void close(const TextView& text, Quantity& quantity, std::uint32_t& end) {
    if (!text.inside(end, end - 1)) return;
    const auto after = text.knowledge.approximator_at(text.words, end, true);
    if (!after || leads_on(text, after->end)) return;
    const bool open =
        quantity.approximation == Approximation::none || quantity.approximation == Approximation::about;
    if (after->kind != ApproximatorKind::exact && open && !quantity.vague) {
        bound(quantity, after->kind);
        quantity.approximator = text.span(end, 0, after->end);
    }
    end = after->end;
}

class Reader {
  public:
    explicit Reader(const TextView& text) : text_(text) {}

    std::vector<Quantity> run() {
        std::uint32_t number = 0;  // the next word at which a number may begin
        for (std::uint32_t at = 0; at < text_.size() && out_.size() < limits::annotations_per_layer;) {
            number = std::max(number, at);
            while (number < text_.size() && !may_be_number(text_, number)) ++number;
            if (number == text_.size()) break;
            constexpr std::uint32_t longest_lead = 8;  // words of approximators and signs before a number
            at = read(std::max(at, number - std::min(number, longest_lead)));
        }
        return std::move(out_);
    }

  private:
    // Reads what begins at `at`; where to go on.
    std::uint32_t read(std::uint32_t at) {
        const Lead lead = lead_at(text_, at);
        if (lead.kind) {
            const bool open = *lead.kind == ApproximatorKind::range_open;
            if (text_.inside(lead.end, at)) {
                const auto amount = open ? range_at(text_, lead.end)
                                         : amount_at(text_, lead.end, *lead.kind != ApproximatorKind::exact);
                if (amount) return add(lead, *amount);
            }
            if (const auto amount = amount_at(text_, at, false)) return add({}, *amount);
            return at + 1;
        }
        const auto amount = amount_at(text_, at, false);
        return amount ? add({}, *amount) : behind(at);
    }

    // Behind a number that is no quantity, or behind the word: its later words are no number of their own.
    std::uint32_t behind(std::uint32_t at) const {
        const auto number = text_.numerals.at(text_.words, at);
        return number && number->form == words::NumeralForm::words ? number->end : at + 1;
    }

    std::uint32_t add(const Lead& lead, const Amount& amount) {
        if (amount.first < done_)
            return std::max(amount.end, done_);  // its noun is part of the last quantity
        Quantity quantity;
        quantity.low = amount.low;
        quantity.high = amount.high;
        quantity.vague = amount.vague;
        quantity.unit = amount.unit;
        if (amount.counted_end > amount.counted_first)
            quantity.counted = text_.span(
                amount.counted_first, amount.counted_first == amount.first ? amount.skip : std::uint8_t{0},
                amount.counted_end);
        quantity.why = {amount.rule, amount.weight, {}};
        std::uint32_t first = amount.first, end = amount.end;
        std::uint8_t skip = amount.skip;
        if (lead.kind && *lead.kind != ApproximatorKind::exact && first >= lead.end) {
            first = lead.first;
            skip = lead.skip;
            quantity.approximator = text_.span(lead.first, lead.skip, lead.end);
            bound(quantity, lead.sign && *lead.kind == ApproximatorKind::at_most && quantity.high < 0
                                ? ApproximatorKind::under
                                : *lead.kind);
        }
        close(text_, quantity, end);
        quantity.span = text_.span(first, skip, end);
        out_.push_back(std::move(quantity));
        done_ = end;
        return end;
    }

    const TextView& text_;
    std::vector<Quantity> out_;
    std::uint32_t done_ = 0;  // the word behind the last quantity
};

}  // namespace

Layer<Quantity> find_quantities(const Document& document, const Words& words, const words::Numerals& numerals,
                                const Knowledge& knowledge) {
    const TextView text{document, words, numerals, knowledge};
    return Layer<Quantity>(Reader(text).run());
}

}  // namespace isnad::quantities
