#include "language/times/tense.h"

#include <algorithm>
#include <string>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/utf8.h"

namespace isnad::times {
namespace {

namespace l = letters;

// How many words away a sign may stand: future particles, other verbs, and verbs behind an expression.
constexpr std::uint32_t reach_back = 30, reach_verb = 12, reach_ahead = 6;
// How common the other gender of a verb must be beside the word itself.
constexpr double share_masculine = 0.02, share_feminine = 0.25, share_perfect = 0.05;

class TenseOf {
  public:
    TenseOf(const Scan& scan, const Expression& expression) : scan_(scan), expression_(expression) {}

    Tense run() const {
        if (at_back(1) && scan_.particle(expression_.first - 1) == Particle::since) return Tense::past;
        std::uint32_t back = 1;
        for (; back <= reach_back && at_back(back); ++back) {
            const Tense tense = of(expression_.first - back);
            if (tense == Tense::future || (tense == Tense::past && back <= reach_verb)) return tense;
        }
        // Only an expression that opens its sentence takes its tense from the verb behind it.
        if (back > 3) return Tense::unknown;
        for (std::uint32_t at = expression_.end;
             at < expression_.end + reach_ahead && scan_.with(at, expression_.first); ++at) {
            const Tense tense = of(at);
            if (tense != Tense::unknown) return tense;
        }
        return Tense::unknown;
    }

  private:
    bool at_back(std::uint32_t back) const {
        return expression_.first >= back && scan_.with(expression_.first - back, expression_.first);
    }

    Tense of(std::uint32_t at) const {
        const Word& word = scan_.word(at);
        if (word.kind != WordKind::arabic) return Tense::unknown;
        const Particle particle = scan_.particle(at);
        if (particle == Particle::will || particle == Particle::will_not) return Tense::future;
        if (particle == Particle::was || particle == Particle::did_not) return Tense::past;
        if (says_future(scan_, at)) return Tense::future;
        if (particle != Particle::none || (word.proclitics & proclitic::article) != 0 ||
            scan_.interesting(at))
            return Tense::unknown;
        std::string_view text = scan_.search(at).substr(word.name_begin);
        text.remove_suffix(std::min<std::size_t>(word.enclitic, text.size()));
        const auto form = scan_.knowledge().verb_form(text);
        if (form == Knowledge::VerbForm::perfect) return Tense::past;
        if (form == Knowledge::VerbForm::imperfect || text.size() < 4 || text.size() > 24 ||
            scan_.knowledge().is_place(text))
            return Tense::unknown;
        if (text.size() >= 6 && is_imperfect(text))
            return word.enclitic == 0 ? imperfect_tense(at) : Tense::unknown;
        return is_perfect(text, at) ? Tense::past : Tense::unknown;
    }

    // The imperfect of the third person: the same word is common with yeh and with teh in front.
    bool is_imperfect(std::string_view text) const {
        const char32_t first = utf8::at(text, 0).value;
        if (first != l::yeh && first != l::teh) return false;
        const std::string other =
            utf8::encode(first == l::yeh ? l::teh : l::yeh) + std::string(text.substr(2));
        const double own = count(text), twin = count(other);
        // A perfect of the fifth form begins with teh too, but takes teh at its end.
        if (first == l::teh && count(std::string(text) + utf8::encode(l::teh)) > own * share_masculine)
            return false;
        return twin > 0 && twin > own * (first == l::yeh ? share_masculine : share_feminine);
    }

    // The perfect: the same word is common with teh at its end, or without it. A noun behind a preposition is
    // none.
    bool is_perfect(std::string_view text, std::uint32_t at) const {
        if (at > 0 && scan_.with(at - 1, at) && scan_.is_preposition(at - 1)) return false;
        if ((scan_.word(at).proclitics & proclitic::preposition) != 0) return false;
        const double own = count(text);
        if (utf8::before(text, text.size()).value != l::teh)
            return count(std::string(text) + utf8::encode(l::teh)) > own * share_perfect;
        const std::string stem(text.substr(0, text.size() - 2));
        if (stem.size() < 4) return false;
        const double twin =
            count(stem) + count(stem + utf8::encode(l::yeh)) + count(stem + utf8::encode(l::alef));
        return twin > 0 && twin > own * share_perfect;
    }

    // An imperfect looks ahead when it is near: far off, or in a relative clause that has ended, it
    // describes.
    Tense imperfect_tense(std::uint32_t at) const {
        const Term* before =
            at > 0 && scan_.with(at - 1, at) ? scan_.term(at - 1, TermKind::particle, Lead::any) : nullptr;
        const bool relative = before != nullptr && before->meaning->text == "relative";
        if (at < expression_.first && expression_.first - at > (relative ? 8u : reach_verb))
            return Tense::unknown;
        for (std::uint32_t back = 1; back <= 4 && at >= back && scan_.with(at - back, at); ++back) {
            const Particle particle = scan_.particle(at - back);
            if (particle == Particle::was || (particle == Particle::did_not && back == 1)) return Tense::past;
        }
        return Tense::future;
    }

    double count(std::string_view word) const { return scan_.knowledge().count(word); }

    const Scan& scan_;
    const Expression& expression_;
};

}  // namespace

bool says_future(const Scan& scan, std::uint32_t at) {
    const Word& word = scan.word(at);
    if (word.kind != WordKind::arabic) return false;
    if ((word.proclitics & proclitic::future) != 0) return true;
    std::string_view text = scan.search(at);
    if (text.size() < 8 || text.size() > 40 || utf8::at(text, 0).value != l::seen) return false;
    const char32_t second = utf8::at(text, 2).value;
    if (second != l::yeh && second != l::teh && second != l::noon && second != l::alef) return false;
    const std::uint32_t whole = scan.knowledge().count(text);
    text.remove_prefix(2);
    if (second == l::alef && 2 * whole >= scan.knowledge().count(text))
        return false;  // a noun rather than "I shall"
    if (scan.knowledge().count(text) > whole) return true;
    constexpr std::string_view plural = spelled<l::waw, l::noon>;
    if (!text.ends_with(plural) || text.size() < 12) return false;
    text.remove_suffix(plural.size());
    return scan.knowledge().count(text) > 0;
}

Tense tense_around(const Scan& scan, const Expression& expression) { return TenseOf(scan, expression).run(); }

}  // namespace isnad::times
