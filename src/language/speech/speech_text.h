// One document as the rules of reported speech see it: words with their signs, quoted stretches, names and
// mentions by word.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "language/speech/quotes.h"
#include "language/speech/statement_knowledge.h"
#include "model/annotations.h"
#include "model/document.h"
#include "model/mention.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/utf8.h"

namespace isnad::speech {

namespace particle {
namespace l = letters;
inline constexpr std::string_view an = spelled<l::alef, l::noon>;  // an, inna, anna in search form
inline constexpr std::string_view bi_an = spelled<l::beh, l::alef, l::noon>;
inline constexpr std::string_view bi = spelled<l::beh>;
inline constexpr std::string_view bi_ma = spelled<l::beh, l::meem, l::alef>;
inline constexpr std::string_view who_feminine = spelled<l::alef, l::lam, l::teh, l::yeh>;
inline constexpr std::string_view who_plural = spelled<l::alef, l::lam, l::thal, l::yeh, l::noon>;
inline constexpr std::string_view ila = spelled<l::alef, l::lam, l::yeh>;
inline constexpr std::string_view ala = spelled<l::ain, l::lam, l::yeh>;
inline constexpr std::string_view an_about = spelled<l::ain, l::noon>;  // "about, from"
inline constexpr std::string_view min = spelled<l::meem, l::noon>;
inline constexpr std::string_view fi = spelled<l::feh, l::yeh>;
inline constexpr std::string_view maa = spelled<l::meem, l::ain>;
inline constexpr std::string_view ma = spelled<l::meem, l::alef>;
inline constexpr std::string_view li_ma = spelled<l::lam, l::meem, l::alef>;
inline constexpr std::string_view khilal = spelled<l::khah, l::lam, l::alef, l::lam>;
inline constexpr std::string_view abr = spelled<l::ain, l::beh, l::reh>;
inline constexpr std::string_view bism = spelled<l::beh, l::alef, l::seen, l::meem>;
inline constexpr std::string_view al = spelled<l::alef, l::lam>;
inline constexpr std::string_view kan = spelled<l::kaf, l::alef, l::noon>;
inline constexpr std::string_view kanat = spelled<l::kaf, l::alef, l::noon, l::teh>;
inline constexpr std::string_view title = spelled<l::ain, l::noon, l::waw, l::alef, l::noon>;
inline constexpr std::string_view slogan = spelled<l::sheen, l::ain, l::alef, l::reh>;
inline constexpr std::string_view fa = spelled<l::feh>;
inline constexpr std::string_view fa_qad = spelled<l::feh, l::qaf, l::dal>;
inline constexpr std::string_view any = spelled<l::alef, l::yeh>;
inline constexpr std::string_view that_thing = spelled<l::thal, l::lam, l::kaf>;  // "that", what was told
inline constexpr std::string_view but = spelled<l::lam, l::kaf, l::noon>;
inline constexpr std::string_view and_but = spelled<l::waw, l::lam, l::kaf, l::noon>;
inline constexpr std::string_view except = spelled<l::alef, l::lam, l::alef>;
inline constexpr std::string_view other_than = spelled<l::ghain, l::yeh, l::reh>;
inline constexpr std::string_view after = spelled<l::beh, l::ain, l::dal>;
inline constexpr std::string_view as_cause = spelled<l::alef, l::thal>;
inline constexpr std::string_view did_not = spelled<l::lam, l::meem>;
inline constexpr std::string_view lack = spelled<l::ain, l::dal, l::meem>;
inline constexpr std::string_view responsibility =
    spelled<l::meem, l::seen, l::hamza, l::waw, l::lam, l::yeh, l::heh>;
inline constexpr std::string_view the_responsibility =
    spelled<l::alef, l::lam, l::meem, l::seen, l::hamza, l::waw, l::lam, l::yeh, l::heh>;
inline constexpr std::string_view qad = spelled<l::qaf, l::dal>;
}  // namespace particle

class SpeechText {
  public:
    SpeechText(const Document& document, const Words& words, const Layer<Name>& names,
               const Layer<Mention>& mentions, const StatementKnowledge& knowledge);

    const Document& document;
    const Words& words;
    const Layer<Name>& names;
    const Layer<Mention>& mentions;
    const StatementKnowledge& knowledge;
    std::vector<WordSigns> signs;
    std::vector<Quoted> quotes;
    std::vector<bool> report_begins;  // by word: a reporting clause of its own begins (mark_reports)

    std::uint32_t size() const { return static_cast<std::uint32_t>(words.words.size()); }
    const Word& word(std::uint32_t at) const { return words.words[std::size_t{at}]; }
    std::string_view search(std::uint32_t at) const { return words.search(word(at)); }
    bool is(std::uint32_t at, std::string_view search_form) const {
        return at < size() && search(at) == search_form;
    }
    bool has(std::uint32_t at, std::uint32_t traits) const {
        return at < size() && (signs[at].traits & traits) != 0;
    }
    bool has_article(std::uint32_t at) const { return has_proclitic(at, proclitic::article); }
    bool has_conjunction(std::uint32_t at) const { return has_proclitic(at, proclitic::conjunction); }
    bool has_preposition(std::uint32_t at) const {
        return has_proclitic(at, proclitic::preposition) && !has(at, trait::whole);
    }
    bool has_proclitic(std::uint32_t at, std::uint8_t which) const {
        return at < size() && (word(at).proclitics & which) != 0;
    }
    bool is_arabic(std::uint32_t at) const { return at < size() && word(at).kind == WordKind::arabic; }

    // The sign of a word of punctuation; 0 for other words and behind the text.
    char32_t sign(std::uint32_t at) const {
        if (at >= size() || word(at).kind != WordKind::punctuation) return 0;
        return utf8::at(words.normal->analysis(), word(at).normal.begin).value;
    }
    bool is_comma(std::uint32_t at) const {
        const char32_t c = sign(at);
        return c == ',' || c == letters::comma || c == ';' || c == letters::semicolon;
    }
    bool is_dash(std::uint32_t at) const {
        const char32_t c = sign(at);
        return c == '-' || c == letters::en_dash || c == letters::em_dash;
    }
    // Whether a proclitic letter of the likeliest reading begins the word ("bi-", "li-").
    bool begins_with_preposition(std::uint32_t at, char32_t letter) const;

    std::uint32_t sentence_end(std::uint32_t at) const {
        return words.sentences[std::size_t{word(at).sentence}].end;
    }
    std::uint32_t sentence_begin(std::uint32_t at) const {
        return words.sentences[std::size_t{word(at).sentence}].first;
    }

    // The quoted stretch that opens at a word, or that a word lies in; null for none.
    const Quoted* quote_at(std::uint32_t at) const {
        return at < size() && opens_[at] != no_entry ? &quotes[opens_[at]] : nullptr;
    }
    const Quoted* quote_around(std::uint32_t at) const {
        return at < size() && inside_[at] != no_entry ? &quotes[inside_[at]] : nullptr;
    }

    // The name that covers a word; the word behind its last one.
    std::optional<std::uint32_t> name_at(std::uint32_t at) const {
        return at < size() && name_of_[at] != no_entry ? std::optional(name_of_[at]) : std::nullopt;
    }
    std::uint32_t name_end(std::uint32_t at) const;
    bool is_person(std::uint32_t at) const {
        const auto name = name_at(at);
        return name && names[std::size_t{*name}].type == NameType::person;
    }

    const CueRow* cue_at(std::uint32_t at) const {
        return at < size() && signs[at].cue != no_entry && (name_of_[at] == no_entry)
                   ? &knowledge.cue(signs[at].cue)
                   : nullptr;
    }
    // The word behind a cue; a complementiser that its phrase ends with ("it is said that") is behind it.
    std::uint32_t behind_cue(std::uint32_t at) const {
        const std::uint32_t end = at + signs[at].cue_words;
        return signs[at].cue_words > 1 && has(end - 1, trait::complementiser) ? end - 1 : end;
    }
    bool is_finite_cue(std::uint32_t at) const {
        const CueRow* cue = cue_at(at);
        return cue != nullptr && (cue->form == CueForm::perfect || cue->form == CueForm::imperfect);
    }
    const CarrierRow* carrier_at(std::uint32_t at) const {
        return at < size() && signs[at].carrier != no_entry ? &knowledge.carrier(signs[at].carrier) : nullptr;
    }

    // Whether a clause opens here: an, inna, bi-anna with or without a pronoun, "whether".
    bool is_complementiser(std::uint32_t at) const { return has(at, trait::complementiser); }

    // Words [first, end) without the marks and spaces around them; `skip` bytes of proclitics left out of the
    // first word. Requires first < end.
    Span span(std::uint32_t first, std::uint32_t end, std::uint8_t skip = 0) const;

  private:
    std::vector<std::uint32_t> name_of_, opens_, inside_;
};

// A form without its article; the word without article and proclitics.
std::string_view without_article(std::string_view form);
std::string_view bare_form(const SpeechText& text, std::uint32_t at);

}  // namespace isnad::speech
