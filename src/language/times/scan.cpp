#include "language/times/scan.h"

#include <charconv>
#include <cmath>

#include "base/limits.h"
#include "language/words/clitics.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/utf8.h"

namespace isnad::times {
namespace {

namespace l = letters;

constexpr std::string_view waw = spelled<l::waw>;
constexpr std::string_view al = spelled<l::alef, l::lam>;

// Indefinite accusatives, by which adverbs are told: alef at the end, or a hamza behind alef, which takes
// none.
bool ends_in_alef(std::string_view word) {
    if (word.size() < 4) return false;
    const char32_t last = utf8::before(word, word.size()).value;
    return last == l::alef || (last == l::hamza && utf8::before(word, word.size() - 2).value == l::alef);
}

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return !text.empty();
}

}  // namespace

Scan::Scan(const Words& words, const words::Numerals& numerals, const Knowledge& knowledge)
    : words_(words), knowledge_(knowledge) {
    begin_.reserve(size() + 1);
    numbers_.resize(size());
    kinds_.reserve(size());
    for (std::uint32_t at = 0; at < size(); ++at) {
        begin_.push_back(static_cast<std::uint32_t>(terms_.size()));
        add_terms(at);
        add_number(at, numerals);
        Kinds kinds = numbers_[at] || word(at).kind == WordKind::number ? number_kind : 0;
        for (std::size_t i = begin_[at]; i < terms_.size(); ++i) kinds |= kind_bit(terms_[i].meaning->kind);
        kinds_.push_back(kinds);
    }
    begin_.push_back(static_cast<std::uint32_t>(terms_.size()));
}

void Scan::add_terms(std::uint32_t at) {
    const Word& here = word(at);
    if (here.normal.size() > limits::word_bytes) return;
    const std::string_view text = search(at);
    Term term{nullptr, at, at + 1, 0, false, false, false};
    if (here.kind == WordKind::foreign) return follow(at, lexicon::Phrase{}.then(text), term, false);
    if (here.kind != WordKind::arabic) return;
    if (text.size() == waw.size()) return follow(at, lexicon::Phrase{}.then(text), term, false);
    const words::Readings readings = words::readings_of(text);
    for (const words::Reading reading : readings) {
        const std::string_view rest = text.substr(reading.skip);
        term.skip = reading.skip;
        term.joined = reading.skip == waw.size() && text.starts_with(waw) && !reading.article;
        term.definite = reading.article || rest.starts_with(al);
        follow(at, words::phrase_of(text, reading), term, false);
        // Units are listed without the article.
        if (reading.article)
            follow(at, lexicon::Phrase{}.then(rest.substr(2)), term, true);
        else if (rest.starts_with(al) && rest.size() > al.size() + 2)
            follow(at, lexicon::Phrase{}.then(rest.substr(al.size())), term, true);
    }
}

void Scan::follow(std::uint32_t at, lexicon::Phrase phrase, Term term, bool units_only) {
    if (!knowledge_.may_begin(phrase)) return;
    for (std::uint32_t next = at + 1;; ++next) {
        const lexicon::Found found = knowledge_.lexicon().find(phrase);
        for (const lexicon::Entry& entry : found.entries) {
            const Meaning* meaning = knowledge_.meaning(entry);
            if (meaning == nullptr ||
                (units_only && meaning->kind != TermKind::unit && meaning->kind != TermKind::fraction &&
                 meaning->kind != TermKind::quarter))
                continue;
            term.meaning = meaning;
            term.end = next;
            // "about" ends in a hamza without being an accusative.
            const std::string_view last = search(next - 1);
            const bool hamza = last.size() > 2 && utf8::before(last, last.size()).value == l::hamza;
            term.adverb = !term.definite && ends_in_alef(last) && !(meaning->kind == TermKind::mod && hamza);
            terms_.push_back(term);
        }
        if (!found.longer || !with(next, at)) return;
        if (word(next).kind == WordKind::punctuation) {  // "mid-night": a hyphen that touches both words
            if ((sign(next) != '-' && sign(next) != '.') || word(next).space_before || !with(next + 1, at) ||
                word(next + 1).space_before || word(next + 1).kind == WordKind::punctuation)
                return;
            ++next;
        }
        phrase = phrase.then(search(next));
    }
}

// "al" alone, directly before digits: the article of an ordinal in digits.
bool Scan::glued_article(std::uint32_t at, std::uint8_t& skip) const {
    if (word(at).kind != WordKind::arabic || !with(at + 1, at)) return false;
    if (word(at + 1).kind != WordKind::number || word(at + 1).space_before) return false;
    const std::string_view text = search(at);
    if (!text.ends_with(al) &&
        !(text.size() == 4 && text.substr(0, 2) == text.substr(2) && text.starts_with(utf8::encode(l::lam))))
        return false;
    if (text.size() > al.size() + 2) return false;
    skip = static_cast<std::uint8_t>(text.size() - (text.ends_with(al) ? al.size() : 2));
    return true;
}

void Scan::add_number(std::uint32_t at, const words::Numerals& numerals) {
    Number out;
    std::uint32_t digits_at = at;
    if (glued_article(at, out.skip)) {
        digits_at = at + 1;
        out.ordinal = true;
        out.joined = out.skip == waw.size() && search(at).starts_with(waw);
    }
    const std::string_view text = search(digits_at);
    const auto numeral = numerals.at(words_, digits_at);
    if (word(digits_at).kind == WordKind::number && all_digits(text) && text.size() <= 9 &&
        (!numeral || numeral->end == digits_at + 1)) {
        out.digits = static_cast<std::uint8_t>(text.size());
        std::from_chars(text.data(), text.data() + text.size(), out.value);
        out.amount = out.amount_until = out.value;
        out.end = digits_at + 1;
        numbers_[at] = out;
        return;
    }
    if (!numeral) return;
    out.end = numeral->end;
    out.amount = numeral->low;
    out.amount_until = numeral->high;
    out.scale = numeral->scale;
    const bool whole =
        std::isfinite(numeral->low) && numeral->low == std::floor(numeral->low) && numeral->low < 1e6;
    out.value = whole && !numeral->vague ? static_cast<int>(numeral->low) : -1;
    out.vague = numeral->vague;
    if (digits_at == at) {
        out.ordinal = numeral->ordinal;
        out.skip = numeral->skip;
        out.joined = numeral->skip == waw.size() && search(at).starts_with(waw);
    }
    numbers_[at] = out;
}

const Term* Scan::term(std::uint32_t at, TermKind kind, Lead lead) const {
    if (at >= size() || (kinds_[at] & kind_bit(kind)) == 0) return nullptr;
    const Term* best = nullptr;
    for (std::uint32_t i = begin_[at]; i < begin_[at + 1]; ++i) {
        const Term& term = terms_[i];
        if (term.meaning->kind != kind) continue;
        if (lead == Lead::plain && term.skip != 0) continue;
        if (lead == Lead::joined && !term.joined) continue;
        const bool better =
            best == nullptr || term.end > best->end || (term.end == best->end && term.skip < best->skip) ||
            (term.end == best->end && term.skip == best->skip && best->meaning->weak && !term.meaning->weak);
        if (better) best = &term;
    }
    return best;
}

const Term* Scan::demonstrative(std::uint32_t at, Lead lead) const {
    if (at >= size() || (kinds_[at] & kind_bit(TermKind::particle)) == 0) return nullptr;
    for (std::uint32_t i = begin_[at]; i < begin_[at + 1]; ++i) {
        const Term& found = terms_[i];
        const bool fits = lead == Lead::any || found.skip == 0 || (lead == Lead::joined && found.joined);
        if (found.meaning->kind == TermKind::particle && found.meaning->before && fits) return &found;
    }
    return nullptr;
}

const Term* Scan::term_of(std::uint32_t at, TermKind kind, std::uint32_t words) const {
    if (at >= size() || (kinds_[at] & kind_bit(kind)) == 0) return nullptr;
    for (std::uint32_t i = begin_[at]; i < begin_[at + 1]; ++i) {
        if (terms_[i].meaning->kind == kind && terms_[i].words() == words) return &terms_[i];
    }
    return nullptr;
}

bool Scan::interesting(std::uint32_t at) const {
    if (kinds_[at] == 0) return false;
    if (numbers_[at]) return true;
    for (std::uint32_t i = begin_[at]; i < begin_[at + 1]; ++i) {
        const Meaning& meaning = *terms_[i].meaning;
        if (meaning.kind == TermKind::date_role || meaning.kind == TermKind::world_event ||
            meaning.kind == TermKind::lasting || meaning.kind == TermKind::many)
            continue;
        if (meaning.kind != TermKind::particle || meaning.before) return true;
    }
    return word(at).kind == WordKind::number;
}

const Number* Scan::number(std::uint32_t at, Lead lead) const {
    if (at >= size() || !numbers_[at]) return nullptr;
    const Number& number = *numbers_[at];
    if (lead == Lead::plain && number.skip != 0) return nullptr;
    if (lead == Lead::joined && !number.joined) return nullptr;
    return &number;
}

Particle Scan::particle(std::uint32_t at, Lead lead) const {
    if (at >= size() || (kinds_[at] & kind_bit(TermKind::particle)) == 0) return Particle::none;
    Particle found = Particle::none;
    for (std::uint32_t i = begin_[at]; i < begin_[at + 1]; ++i) {
        const Term& term = terms_[i];
        if (term.meaning->kind != TermKind::particle ||
            (term.skip != 0 && !(term.joined && lead == Lead::any)) || term.words() != 1)
            continue;
        const auto value = static_cast<Particle>(term.meaning->value);
        if (found == Particle::none || found == Particle::other) found = value;
    }
    return found;
}

bool Scan::is_preposition(std::uint32_t at) const {
    for (std::uint32_t i = begin_[at]; i < begin_[at + 1]; ++i) {
        const Term& term = terms_[i];
        if (term.meaning->kind == TermKind::particle && term.words() == 1 &&
            (term.skip == 0 || term.joined) && term.meaning->text == "preposition")
            return true;
    }
    return false;
}

char32_t Scan::sign(std::uint32_t at) const {
    if (at >= size() || word(at).kind != WordKind::punctuation) return 0;
    return utf8::at(words_.normal->analysis(), word(at).normal.begin).value;
}

bool Scan::in_outlet(std::uint32_t at) const {
    if (at == 0 || !with(at - 1, at) || word(at - 1).kind != WordKind::arabic ||
        word(at).kind != WordKind::arabic)
        return false;
    return knowledge_.is_outlet(search(at - 1).substr(word(at - 1).name_begin), search(at));
}

bool Scan::in_office(std::uint32_t at) const {
    if (at == 0 || !with(at - 1, at) || word(at - 1).kind != WordKind::arabic ||
        word(at).space_before == false)
        return false;
    const Word& before = word(at - 1);
    std::string_view noun = search(at - 1).substr(before.name_begin), general = search(at);
    if (knowledge_.opens_name(noun, general)) return true;
    if (!noun.starts_with(al) || !general.starts_with(al)) return false;
    return knowledge_.opens_name(noun.substr(al.size()), general.substr(al.size()));
}

std::vector<std::string_view> Scan::groups(std::uint32_t at) const {
    std::vector<std::string_view> out;
    if (at >= size() || word(at).kind != WordKind::number) return out;
    const std::string_view text = search(at);
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t stop = std::min(text.find('.', begin), text.size());
        if (!all_digits(text.substr(begin, stop - begin))) return {};
        out.push_back(text.substr(begin, stop - begin));
        begin = stop + 1;
    }
    return out;
}

}  // namespace isnad::times
