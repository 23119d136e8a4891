#include "language/words/numerals_calculated.h"

#include <charconv>
#include <cmath>

#include "language/words/numerals_digits.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"
#include "text/utf8.h"

namespace isnad::words {
namespace {

namespace l = letters;
using Kind = Numerals::Kind;
using spellings::waw;

constexpr char32_t minus_sign = 0x2212;
constexpr std::string_view negative = spelled<l::seen, l::alef, l::lam, l::beh>,
                           less = spelled<l::noon, l::alef, l::qaf, l::sad>;
constexpr std::string_view over = spelled<l::ain, l::lam, l::yeh>, of = spelled<l::meem, l::noon>;
constexpr std::string_view part = spelled<l::jeem, l::zain, l::hamza>,
                           parts = spelled<l::alef, l::jeem, l::zain, l::alef, l::hamza>;
constexpr std::string_view feminine_plural = spelled<l::alef, l::teh>,
                           sound_plural = spelled<l::yeh, l::noon>;
constexpr double largest_power = 400;

class Calculator {
  public:
    Calculator(const Numerals& numerals, const Words& words, std::uint32_t at, bool divide)
        : numerals_(numerals), words_(words), first_(at), divide_(divide) {}

    std::optional<Numeral> run() {
        std::uint32_t at = first_;
        const bool minus = sign_word(at) || sign_mark(at);
        if (minus) ++at;
        if (const auto decimal = point_first(at)) return decimal;
        auto number = part_word(at) ? one_part(at) : first_number(at);
        if (!number || (minus && (number->vague || number->ordinal || number->skip != 0)))
            return std::nullopt;
        if (!number->vague && !number->ordinal && number->low == number->high) extend(*number);
        if (minus) number->low = number->high = -number->low;
        if (number->first != first_) {
            number->first = first_;
            number->skip = 0;
        }
        const NormalSpan normal{words_.words[first_].normal.begin + number->skip,
                                words_.words[number->end - 1].normal.end};
        number->span = words_.normal->original(normal);
        return number;
    }

  private:
    bool inside(std::uint32_t at) const {
        return at < words_.words.size() && words_.words[at].sentence == words_.words[first_].sentence;
    }
    std::string_view search(std::uint32_t at) const { return words_.search(words_.words[at]); }
    char32_t mark(std::uint32_t at) const {
        if (!inside(at) || words_.words[at].kind != WordKind::punctuation) return 0;
        return utf8::at(words_.normal->analysis(), words_.words[at].normal.begin).value;
    }
    bool glued(std::uint32_t at) const { return inside(at) && !words_.words[at].space_before; }
    bool is_digits(std::uint32_t at) const { return inside(at) && words_.words[at].kind == WordKind::number; }

    bool sign_word(std::uint32_t at) const { return inside(at + 1) && is_minus_word(search(at)); }

    // "-5": glued to its digits, with nothing glued in front.
    bool sign_mark(std::uint32_t at) const {
        const char32_t c = mark(at);
        return (c == '-' || c == minus_sign) && is_digits(at + 1) && glued(at + 1) &&
               (at == 0 || words_.words[at].space_before ||
                words_.words[at - 1].sentence != words_.words[at].sentence);
    }

    // ".08": a decimal without its nought.
    std::optional<Numeral> point_first(std::uint32_t at) const {
        if (mark(at) != '.' || !is_digits(at + 1) || !glued(at + 1) || at != first_) return std::nullopt;
        if (at > 0 && glued(at)) return std::nullopt;
        const std::string_view digits = search(at + 1);
        const auto value = digits_value(words_.analysis(words_.words[at + 1]), false);
        if (!value || digits.find_first_of(".,") != std::string_view::npos) return std::nullopt;
        Numeral out;
        out.first = at;
        out.end = at + 2;
        out.low = out.high = *value * std::pow(10, -static_cast<double>(digits.size()));
        out.span = words_.normal->original({words_.words[at].normal.begin, words_.words[at + 1].normal.end});
        return out;
    }

    bool part_word(std::uint32_t at) const {
        return divide_ && inside(at + 2) && (search(at) == part || search(at) == parts) &&
               search(at + 1) == of;
    }

    // "a part of a hundred".
    std::optional<Numeral> one_part(std::uint32_t at) const {
        const auto below = numerals_.at(words_, at + 2);
        if (!below || below->skip != 0 || below->vague || below->ordinal || below->low <= 1)
            return std::nullopt;
        Numeral out = *below;
        out.first = at;
        out.low = out.high = 1 / below->low;
        out.scaled = false;
        return out;
    }

    // A number, or a fraction that stands alone.
    std::optional<Numeral> first_number(std::uint32_t at) const {
        if (!inside(at)) return std::nullopt;
        if (const auto number = numerals_.at(words_, at)) {
            const auto share = share_of_one(*number);
            return share ? share : number;
        }
        for (const auto& found : numerals_.parts_at(words_, at)) {
            if (found.meaning.kind != Kind::fraction) continue;
            // "more than the half", but not "the first half".
            if (found.definite && inside(found.end) && search(found.end).starts_with(spellings::al)) continue;
            Numeral out;
            out.first = at;
            out.end = found.end;
            out.skip = found.skip;
            out.low = out.high = found.meaning.low;
            out.form = NumeralForm::words;
            out.homograph = found.meaning.homograph;
            return out;
        }
        return std::nullopt;
    }

    // "a fifth of the hour" is spelled like "five": before a definite noun in the singular it is the share,
    // and before a definite number a part of that.
    std::optional<Numeral> share_of_one(const Numeral& number) const {
        const std::uint32_t noun = number.end;
        if (!number.homograph || number.definite || number.end != number.first + 1 || !inside(noun) ||
            words_.words[noun].kind != WordKind::arabic || !search(noun).starts_with(spellings::al))
            return std::nullopt;
        if (search(noun).ends_with(feminine_plural) || search(noun).ends_with(sound_plural)) {
            if (!numerals_.at(words_, noun)) return std::nullopt;
        }
        for (const auto& found : numerals_.parts_at(words_, number.first)) {
            if (found.meaning.kind != Kind::fraction || found.definite || found.end != noun) continue;
            Numeral out = number;
            out.low = out.high = found.meaning.low;
            out.homograph = false;
            const auto whole = numerals_.at(words_, noun);
            if (whole && whole->definite && !whole->vague && whole->low == whole->high && whole->low > 1)
                set(out, out.low * whole->low, whole->end);
            return out;
        }
        return std::nullopt;
    }

    void extend(Numeral& out) const {
        if (exponent(out) || power(out) || slash(out)) return;
        fraction_behind(out);
        if (divide_) quotient(out);
    }

    // "e10", "e+14": a foreign word glued to the digits.
    bool exponent(Numeral& out) const {
        if (!is_digits(out.end - 1) || !glued(out.end) || words_.words[out.end].kind != WordKind::foreign)
            return false;
        std::string_view text = search(out.end);
        if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return false;
        std::uint32_t end = out.end + 1;
        double sign = 1;
        text.remove_prefix(1);
        if (text.empty()) {
            const char32_t c = mark(end);
            if (c == '+' || c == '-') {
                sign = c == '-' ? -1 : 1;
                ++end;
            }
            if (!is_digits(end) || !glued(end)) return false;
            text = search(end++);
        }
        double value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ptr != text.data() + text.size() || value > largest_power) return false;
        return set(out, out.low * std::pow(10, sign * value), end);
    }

    // "1.1^23", "2.5^-1".
    bool power(Numeral& out) const {
        std::uint32_t at = out.end;
        if (mark(at) != '^' || !glued(at)) return false;
        ++at;
        double sign = 1;
        if (mark(at) == '-' || mark(at) == '+') sign = mark(at++) == '-' ? -1 : 1;
        const auto above = is_digits(at) && glued(at) ? numerals_.at(words_, at) : std::nullopt;
        if (!above || above->low > largest_power) return false;
        return set(out, std::pow(out.low, sign * above->low), above->end);
    }

    // "3/4", and "2 1/4".
    bool slash(Numeral& out) const {
        const auto quotient_at = [&](std::uint32_t at) -> double {
            if (!is_digits(at) || mark(at + 1) != '/' || !glued(at + 1) || !is_digits(at + 2) ||
                !glued(at + 2) || (mark(at + 3) == '/' && glued(at + 3)))
                return 0;
            const auto above = digits_value(words_.analysis(words_.words[at]), false),
                       below = digits_value(words_.analysis(words_.words[at + 2]), false);
            return above && below && *below > 0 ? *above / *below : 0;
        };
        if (out.end != out.first + 1) return false;
        if (out.first > 0 && mark(out.first - 1) == '/' && glued(out.first)) return false;
        if (const double value = quotient_at(out.first); value > 0) {
            double whole = 0;
            std::uint32_t end = out.first + 3;
            // "1/4 2", as a mixed number stands in text that runs from the right.
            if (value < 1 && is_digits(end) && !is_digits(end + 1) && mark(end + 1) == 0) {
                whole = digits_value(words_.analysis(words_.words[end]), false).value_or(0);
                ++end;
            }
            return set(out, whole + value, end);
        }
        const double value = is_digits(out.first) && is_digits(out.end) ? quotient_at(out.end) : 0;
        return value > 0 && value < 1 && set(out, out.low + value, out.end + 3);
    }

    // "and three fifths", "and a quarter", "fifths" of what stands before.
    void fraction_behind(Numeral& out) const {
        if (!inside(out.end)) return;
        for (const auto& found : numerals_.parts_at(words_, out.end)) {
            const bool fifths = found.meaning.kind == Kind::parts && found.skip == 0 && !found.definite &&
                                out.low >= 1 && out.low == std::floor(out.low);
            if (!fifths || (found.meaning.homograph && !closed(found.end))) continue;
            set(out, out.low * found.meaning.low, found.end);  // "twenty-one fifths of the hotel"
            return;
        }
        if (out.scaled) return;
        const bool lone = search(out.end) == waw;
        if (lone && !inside(out.end + 1)) return;
        for (const auto& found : numerals_.parts_at(words_, out.end + (lone ? 1u : 0u))) {
            if (found.meaning.kind != Kind::fraction || found.definite) continue;
            const bool times = !lone && found.skip == 0 && out.form != NumeralForm::digits && out.low > 10 &&
                               (closed(found.end) || search(found.end) == of);  // "three and twenty fifths"
            if (times) set(out, out.low * found.meaning.low, found.end);
            if (times) return;
            if (lone ? found.skip != 0 : !found.joined) continue;
            if (out.low == std::floor(out.low)) set(out, out.low + found.meaning.low, found.end);
            return;
        }
    }

    bool closed(std::uint32_t at) const {
        return !inside(at) || words_.words[at].kind == WordKind::punctuation;
    }

    // "one in three", "2000 over 3", "a hundred parts of 35".
    void quotient(Numeral& out) const {
        std::uint32_t at = out.end;
        if (!inside(at)) return;
        const bool counted_parts = search(at) == part || search(at) == parts;
        if (counted_parts) ++at;
        if (!inside(at + 1) || (search(at) != of && search(at) != over) ||
            (counted_parts && search(at) != of))
            return;
        const auto below = numerals_.at(words_, at + 1);
        if (!below || below->skip != 0 || below->vague || below->ordinal || below->low != below->high ||
            below->low <= 0 || below->definite)
            return;
        if (search(at) == of && !counted_parts && out.low >= below->low) return;
        set(out, out.low / below->low, below->end);
    }

    static bool set(Numeral& out, double value, std::uint32_t end) {
        out.low = out.high = value;
        out.end = end;
        out.homograph = false;
        out.scaled = false;
        return true;
    }

    const Numerals& numerals_;
    const Words& words_;
    std::uint32_t first_;
    bool divide_;
};

}  // namespace

bool is_minus_word(std::string_view search_form) { return search_form == negative || search_form == less; }

std::optional<Numeral> calculated_at(const Numerals& numerals, const Words& words, std::uint32_t at,
                                     bool divide) {
    if (at >= words.words.size()) return std::nullopt;
    return Calculator(numerals, words, at, divide).run();
}

}  // namespace isnad::words
