#include "language/speech/mentions_words.h"

#include <algorithm>

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

namespace l = letters;
using spellings::al;
using spellings::feh;
using spellings::heh;
using spellings::is_definite;
using spellings::lam;
using spellings::teh;
using spellings::yeh;

constexpr std::string_view relatives[] = {spelled<l::alef, l::lam, l::thal, l::yeh>,
                                          spelled<l::alef, l::lam, l::teh, l::yeh>};
constexpr std::uint32_t noun_sentences = 8, latter_words = 25, kind_sentences = 3;

// "the city", "the island", "the province"
bool is_place_noun(const MentionWord& word) {
    constexpr std::string_view kinds[] = {"city", "town",    "village",    "island",
                                          "camp", "airport", "subdivision"};
    return std::any_of(std::begin(kinds), std::end(kinds), [&](std::string_view kind) {
        return lexicon::Lexicon::has_flag(word.stands_for, kind);
    });
}

// Whether a comma list holds a word.
bool lists(std::string_view list, std::string_view word) {
    return !word.empty() && lexicon::Lexicon::has_flag(list, word);
}

}  // namespace

WordMentions::Found WordMentions::find(std::uint32_t i) const {
    if (!text_.is_arabic(i) || text_.form(i).size() > 40) return {};
    for (const words::Reading reading : words::readings_of(text_.form(i))) {
        const bool article = reading.article || is_definite(text_.form(i).substr(reading.skip));
        if (reading.skip > text_.word(i).name_begin && !article) continue;
        const auto phrase = words::phrase_of(text_.form(i), reading);
        for (const lexicon::Entry& entry : text_.knowledge().lexicon().find(phrase).entries) {
            const MentionWord* word = text_.knowledge().word(entry);
            if (word == nullptr || word->kind == WordRole::adjective || word->kind == WordRole::counterpart)
                continue;
            return {word, reading.skip, i + 1};
        }
    }
    return {};
}

std::optional<Mention> WordMentions::read(std::uint32_t i) const {
    const Found found = find(i);
    if (found.word == nullptr) return std::nullopt;
    switch (found.word->kind) {
        case WordRole::pair: return pair(i, found);
        case WordRole::noun: return noun(i, found);
        case WordRole::pronoun:
            return found.word->stands_for == "latter" ? latter(i, found) : pronoun(i, found);
        default: return std::nullopt;
    }
}

Span WordMentions::span(std::uint32_t i, const Found& found) const {
    const Word& word = text_.word(i);
    const NormalSpan rest{word.normal.begin + found.skip, word.normal.end};
    return {text_.words().normal->original(rest).begin, text_.word(found.end - 1).span.end};
}

// The nationality of one or two words at word i, `end` one past it.
std::optional<Nationality> WordMentions::nationality_at(std::uint32_t i, std::size_t skip,
                                                        std::uint32_t& end) const {
    if (!text_.is_arabic(i) || text_.form(i).size() <= skip) return std::nullopt;
    const auto first = lexicon::Phrase{}.then(text_.form(i).substr(skip));
    const std::uint32_t next = text_.next(i);
    auto of = next == no_index ? std::nullopt : text_.knowledge().nationality(first.then(text_.form(next)));
    end = of ? i + 2 : i + 1;
    return of ? of : text_.knowledge().nationality(first);
}

// "the Russian army", "the Kenyan government": no name holds it, but its country may be named.
std::optional<Mention> WordMentions::noun_of_state(std::uint32_t i, const Found& found) const {
    Found whole = found;
    const std::uint32_t next = text_.next(i);
    const auto of = next == no_index ? std::nullopt : nationality_at(next, 0, whole.end);
    if (!of || (of->gender != found.word->gender)) return std::nullopt;
    Mention out{span(i, whole), MentionKind::noun};
    out.why = {"mentions.noun.of_country", 0.5F, {text_.word(next).span}};
    const std::uint32_t country = text_.entity_of_country(of->country);
    if (country != no_index) out.place = text_.entity(country).name;
    return out;
}

float WordMentions::noun_fit(std::uint32_t index, std::string_view noun, const MentionWord& word) const {
    const NamedEntity& one = text_.entity(index);
    if (one.type == NameType::person) return 0;
    const auto bare = [&](std::uint32_t w) {
        const std::string_view form = text_.form(w).substr(text_.word(w).name_begin);
        if (is_definite(form)) return form.substr(al.size());
        return form.starts_with(lam) && text_.word(w).name_begin > 0 && form.size() == noun.size() + 2
                   ? form.substr(lam.size())
                   : form;
    };
    const std::uint32_t first = text_.first_word(one.name);
    if (first >= text_.size()) return 0;
    if (bare(first) == noun) return 1.0F;
    const bool place = one.type == NameType::place || one.type == NameType::facility;
    if (place && (one.country != no_row || !is_place_noun(word))) return known_fit(one, noun, word);
    const bool quoted = first > 1 && text_.word(first - 1).kind == WordKind::punctuation;
    const std::uint32_t before = first - (quoted ? 2 : 1);
    if (first > (quoted ? 1u : 0u) && text_.word(before).block == text_.word(first).block &&
        text_.is_arabic(before) && bare(before) == noun)
        return 1.0F;
    return known_fit(one, noun, word);
}

// By the kind that the lexicon gives.
float WordMentions::known_fit(const NamedEntity& one, std::string_view noun, const MentionWord& word) const {
    if (!one.known) return 0;
    if (lists(word.stands_for, text_.knowledge().kind_of(*one.known))) return 0.7F;
    if (one.country == no_row) return 0;
    const std::string_view spellings = text_.knowledge().spellings_of(*one.known);
    const std::string stem(noun.substr(0, noun.size() - heh.size()));
    const bool opens = spellings.find('|' + stem) != std::string_view::npos ||
                       spellings.find('|' + std::string(al) + stem) != std::string_view::npos ||
                       spellings.starts_with(stem);
    return noun.size() > 8 && opens ? 0.8F : 0;
}

// Whether the noun is not opened further: no name, no relative clause, no adjective but a nationality behind
// it.
bool WordMentions::stands_alone(std::uint32_t i, Found& whole, std::uint16_t& country) const {
    const std::uint32_t next = text_.next(i);
    if (i > 0 && text_.word(i - 1).block == text_.word(i).block &&
        text_.knowledge().is_quantifier(text_.form(i - 1)))
        return false;  // "most of the country"
    if (next == no_index) return true;
    if (text_.name_at(next) != no_index && !text_.is_person(text_.name_at(next))) return false;
    if (text_.is_sign(next, '"') || text_.is_sign(next, l::left_guillemet) ||
        text_.is_sign(next, l::left_quote))
        return false;
    if (!text_.is_arabic(next)) return true;
    const std::string_view after = text_.form(next);
    if (after == relatives[0] || after == relatives[1]) return false;
    if (const auto of = text_.knowledge().nationality(lexicon::Phrase{}.then(after))) {
        country = of->country;
        whole.end = next + 1;
        return true;
    }
    return !is_definite(after) || (!after.ends_with(heh) && !after.ends_with(yeh));
}

std::optional<Mention> WordMentions::noun(std::uint32_t i, const Found& found) const {
    if (found.word->stands_for == "state") return noun_of_state(i, found);
    std::uint16_t country = no_row;
    Found whole = found;
    if (!stands_alone(i, whole, country)) return std::nullopt;
    const std::string_view form = text_.form(i).substr(found.skip);
    const std::string_view noun = form.substr(is_definite(form) ? al.size() : lam.size());
    float best = 0, other = 0;
    std::uint32_t of = no_index;
    const std::uint32_t sentence = text_.word(i).sentence;
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (sentence - one.last_sentence > noun_sentences) continue;
        const float fit = noun_fit(entity, noun, *found.word);
        if (fit < 0.8F && one.country == no_row && sentence - one.last_sentence > kind_sentences) continue;
        if (fit <= (found.word->weak ? 0.9F : 0.0F) || (country != no_row && one.home != country)) continue;
        const float points = fit + text_.salience(entity, sentence);
        if (points > best) {
            other = best;
            best = points;
            of = entity;
        } else {
            other = std::max(other, points);
        }
    }
    if (of == no_index || best - other < 0.25F) return std::nullopt;
    Mention out{span(i, whole), MentionKind::noun};
    out.names = {text_.entity(of).name};
    out.why = {"mentions.noun", std::min(0.9F, 0.4F * best), {text_.name(out.names[0]).span}};
    return out;
}

// Only before a verb of its person: "and he says". The person met last must be alone in its gender.
std::optional<Mention> WordMentions::pronoun(std::uint32_t i, const Found& found) const {
    const MentionWord& word = *found.word;
    const std::uint32_t next = text_.next(i), sentence = text_.word(i).sentence;
    if (next == no_index || !text_.is_arabic(next) || word.count == Count::many ||
        text_.form(i).starts_with(feh))
        return std::nullopt;
    const std::string_view verb = text_.form(next);
    if (word.count == Count::two) {
        const auto of = two_joined("person", sentence);
        if (!of || !verb.starts_with(yeh)) return std::nullopt;
        Mention out{span(i, found), MentionKind::pronoun};
        out.names = {text_.entity(of->a).name, text_.entity(of->b).name};
        std::sort(out.names.begin(), out.names.end());
        out.why = {"mentions.pronoun.two", of->weight};
        return out;
    }
    const bool male = word.gender == GrammarGender::masculine;
    if (!verb.starts_with(male ? yeh : teh) || verb.size() < 4 * heh.size()) return std::nullopt;
    std::uint32_t of = no_index;
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (sentence - one.last_sentence > 1) continue;
        if (one.type != NameType::person ||
            (one.gender != word.gender && (!male || one.gender != GrammarGender::unknown)))
            continue;
        if (of != no_index) return std::nullopt;
        of = entity;
    }
    if (of == no_index) return std::nullopt;
    Mention out{span(i, found), MentionKind::pronoun};
    out.names = {text_.entity(of).name};
    out.why = {"mentions.pronoun", 0.6F, {text_.name(out.names[0]).span}};
    return out;
}

// Only behind a verb of saying: elsewhere it is an adjective, or what it means was never named.
std::optional<Mention> WordMentions::latter(std::uint32_t i, const Found& found) const {
    if (i == 0 || text_.word(i - 1).block != text_.word(i).block || !text_.is_arabic(i - 1))
        return std::nullopt;
    const Word& before = text_.word(i - 1);
    constexpr std::uint8_t article = proclitic::article;
    if ((before.proclitics & article) != 0 || before.enclitic > 0 || text_.name_on(i - 1) != no_index)
        return std::nullopt;
    const std::size_t skip = (before.proclitics & proclitic::conjunction) != 0 ? 2 : 0;
    if (!text_.knowledge().takes_no_person(lexicon::Phrase{}.then(text_.form(i - 1).substr(skip))))
        return std::nullopt;
    const bool male = found.word->gender == GrammarGender::masculine;
    const std::uint32_t sentence = text_.word(i).sentence;
    if (!text_.recent().empty()) {
        const NamedEntity& one = text_.entity(text_.recent().front());
        if (sentence - one.last_sentence > 1 || i - one.last_word > latter_words) return std::nullopt;
        const bool person = one.type == NameType::person;
        const bool agrees = male     ? person && one.gender != GrammarGender::feminine
                            : person ? one.gender == GrammarGender::feminine
                                     : one.country != no_row;
        if (!agrees) return std::nullopt;
        Mention out{span(i, found), MentionKind::noun};
        out.names = {one.name};
        out.why = {"mentions.latter", 0.6F, {text_.name(one.name).span}};
        return out;
    }
    return std::nullopt;
}

}  // namespace isnad::speech
