// Decades, centuries and millennia.
#include "language/times/grammar.h"
#include "text/letters.h"
#include "text/spelled.h"

namespace isnad::times {
namespace {

namespace l = letters;

constexpr std::string_view centuries_article = spelled<l::alef, l::lam>;
constexpr std::string_view thousand_word =
    spelled<l::alef, l::lam, l::alef, l::lam, l::feh>;  // with the article

// The leading digits of the years of a century.
std::string century_text(int number) {
    const int hundreds = number - 1;
    return {static_cast<char>('0' + hundreds / 10), static_cast<char>('0' + hundreds % 10)};
}

// "the twentieth" is spelled like "the twenty".
bool is_century(const Number* number) {
    return number != nullptr && number->value >= 1 && number->value <= 21 &&
           (number->ordinal || number->digits != 0 || number->value == 20);
}

}  // namespace

// "the first decade of the last century".
bool Grammar::decade_of_century(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit->meaning->number != 1 ||
        static_cast<Unit>(unit->meaning->value) != Unit::decade)
        return false;
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    const Term* last = peek(e, TermKind::direction);
    const bool final = last != nullptr && last->meaning->value == -1 && last->meaning->weak && last->definite;
    if (!final && (which == nullptr || !which->ordinal || which->value < 1 || which->value > 10))
        return false;
    e.end = final ? last->end : which->end;
    const int nth = final ? 10 : which->value;
    if (!particle(e, Particle::from) || !century(e) || e.text.size() != 2) return false;
    e.text += static_cast<char>('0' + nth - 1);
    e.rule = "times.decade";
    return true;
}

bool Grammar::decade(Expression& e) const {
    if (try_rule(e, &Grammar::decade_of_century)) return true;
    const Term* term = take(e, TermKind::decade);
    if (term == nullptr || term->meaning->text.empty()) return false;
    e.shape = Shape::fixed;
    e.text = term->meaning->text;
    e.rule = "times.decade";
    Expression behind = e;
    if (particle(behind, Particle::from)) {
        if (here(behind) && scan_.has_term(behind.end, TermKind::age)) return false;
        if (here(behind) && !definite_word(behind.end)) return false;  // "in the thirties of his life"
    }
    if (century(behind) && behind.text.size() == 2) {
        e.end = behind.end;
        e.text = behind.text + e.text.substr(2);
    }
    // "the twenties and thirties of the last century".
    const Term* next = here(e) ? scan_.term(e.end, TermKind::decade, Lead::joined) : nullptr;
    if (next != nullptr && next->meaning->text.size() == 3) return true;
    // "in his thirties" is not told from the thirties of a century without more.
    return !term->meaning->weak || term->words() > 1 || e.end > term->end || e.mod != TimexMod::none;
}

bool Grammar::century(Expression& e) const {
    const Term* term = take(e, TermKind::century);
    if (term == nullptr) return false;
    e.shape = Shape::fixed;
    e.rule = "times.century";
    e.text = term->meaning->text;
    if (!e.text.empty()) {
        if (term->meaning->weak && e.mod == TimexMod::none) return false;
        century_mark(e);
        return true;
    }
    if (!term->definite || !century_number(e)) return false;
    century_mark(e);
    return true;
}

// Which century: "the third", "the 19th", "(14)", "the (14)".
bool Grammar::century_number(Expression& e) const {
    std::uint32_t at = e.end;
    const bool article =
        scan_.with(at + 1, e.first) && scan_.search(at) == centuries_article && scan_.sign(at + 1) == '(';
    if (article) ++at;
    const bool bracket = scan_.with(at + 2, e.first) && scan_.sign(at) == '(' && scan_.sign(at + 2) == ')';
    if (bracket) ++at;
    const Number* number = scan_.with(at, e.first) ? scan_.number(at) : nullptr;
    if (!is_century(number) || (article && !bracket)) return false;
    e.end = number->end + (bracket ? 1u : 0u);
    e.text = century_text(number->value);
    return true;
}

// "the two centuries, the 19th and the 20th".
bool Grammar::century_pair(Expression& e) const {
    const Term* unit = take(e, TermKind::unit);
    if (unit == nullptr || !unit->definite || unit->meaning->number == 1 ||
        static_cast<Unit>(unit->meaning->value) != Unit::century)
        return false;
    if (!century_number(e)) return false;
    const std::string first = e.text;
    for (int more = 0; more < 3 && here(e); ++more) {  // "the 17th, 18th and 19th"
        const bool lone = scan_.particle(e.end) == Particle::and_ && scan_.search(e.end).size() == 2;
        const Number* next = lone ? scan_.with(e.end + 1, e.first) ? scan_.number(e.end + 1) : nullptr
                                  : scan_.number(e.end, Lead::joined);
        if (!is_century(next)) break;
        e.end = next->end;
        e.text = century_text(next->value);
    }
    if (e.text == first) return false;
    Expression other = e;
    other.text = first;
    century_mark(other);  // both by the same count
    century_mark(e);
    e.text = other.text + '/' + e.text;
    e.shape = Shape::fixed;
    e.rule = "times.centuries";
    return true;
}

// "and the beginning of the twentieth" behind "the end of the 19th century": the noun is not said again.
bool Grammar::century_elided(Expression& e) const {
    const Term* mod = here(e) ? scan_.term(e.end, TermKind::mod, Lead::joined) : nullptr;
    if (mod != nullptr) accept(e, *mod);
    const Number* number =
        here(e) ? scan_.number(e.end, mod != nullptr ? Lead::plain : Lead::joined) : nullptr;
    if (!is_century(number) || number->digits != 0) return false;
    constexpr std::uint32_t words_back = 4;
    for (std::uint32_t back = 2; back <= words_back && e.first >= back; ++back) {
        const std::uint32_t at = e.first - back;
        if (!scan_.with(at, e.first)) return false;
        const Term* century = scan_.term(at, TermKind::century, Lead::any);
        const Number* other =
            century != nullptr && century->definite ? scan_.number(century->first + 1) : nullptr;
        if (other == nullptr || other->end != e.first || other->value >= number->value) continue;
        if (e.end == e.first) e.skip = number->skip;
        e.end = number->end;
        e.text = century_text(number->value);
        e.shape = Shape::fixed;
        if (mod != nullptr) e.mod = mod_of(mod->meaning->text);
        e.rule = "times.century.elided";
        century_mark(e);
        return true;
    }
    return false;
}

// "the first millennium", "the third thousand before Christ".
bool Grammar::millennium(Expression& e) const {
    const Term* named = peek(e, TermKind::century);
    const bool thousand = here(e) && scan_.search(e.end).ends_with(thousand_word);
    if (!thousand && (named == nullptr || named->meaning->text != "2000" || !named->definite)) return false;
    ++e.end;
    const Number* which = here(e) ? scan_.number(e.end) : nullptr;
    if (which == nullptr || !which->ordinal || which->value < 1 || which->value > 10) return false;
    e.end = which->end;
    e.text = static_cast<char>('0' + which->value - 1);
    e.shape = Shape::fixed;
    e.rule = "times.millennium";
    const Term* mark = peek(e, TermKind::calendar);
    if (mark == nullptr) return !thousand && which->value <= 3;
    e.end = mark->end;
    if (scan_.particle(mark->first) == Particle::before || mark->words() > 1) e.text = "BC" + e.text;
    return !mark->meaning->hijri;
}

// Centuries of another count: before Christ with a mark, of the Hijra as the Christian one that holds its
// middle.
void Grammar::century_mark(Expression& e) const {
    const Term* mark = peek(e, TermKind::calendar);
    if (mark == nullptr || e.text.empty() || e.text.size() > 2) return;
    const bool before = scan_.particle(mark->first) == Particle::before;
    if (e.text.size() == 1 && (!before || mark->meaning->hijri)) return;
    e.end = mark->end;
    if (e.text.size() == 1) {  // "the third millennium before Christ"
        e.text = "BC" + e.text;
        return;
    }
    const int hundreds = (e.text[0] - '0') * 10 + (e.text[1] - '0');
    if (mark->meaning->hijri) {
        constexpr double first_year = 622, year = 0.9702;  // of the Hijra, and its length in solar years
        const int century = static_cast<int>(first_year + (hundreds + 0.5) * 100 * year) / 100;
        e.text = {static_cast<char>('0' + century / 10), static_cast<char>('0' + century % 10)};
    } else if (scan_.particle(mark->first) == Particle::before || scan_.search(mark->first).size() == 2) {
        const bool alone = mark->words() == 1;  // the letter of "AD"
        if (!alone) e.text = "BC" + e.text;
    }
}

}  // namespace isnad::times
