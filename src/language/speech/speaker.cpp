#include "language/speech/speaker.h"

#include <algorithm>
#include <array>

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_phrase = 24;  // words of a noun phrase
constexpr std::uint32_t longest_aside = 6;    // words of a quoted name or a bracket inside it

class PhraseReader {
  public:
    PhraseReader(const SpeechText& text, std::uint32_t limit, Extent extent)
        : text_(text), limit_(limit), extent_(extent) {}

    NounPhrase read(std::uint32_t at) {
        at = skip_adverbials(at);
        NounPhrase out{at, at, 0};
        if (at >= limit_ || !may_begin(at)) return out;
        limit_ = std::min(limit_, at + longest_phrase);
        first_ = at;
        if (text_.has_conjunction(at) && text_.name_at(at)) out.skip = 0;
        std::uint32_t end = at;
        while (at < limit_) {
            const std::uint32_t next = step(at);
            if (next == at) break;
            at = next;
            if (text_.sign(at - 1) == 0 || text_.sign(at - 1) == ')' || text_.quote_at(at_quote_) != nullptr)
                end = at;
        }
        out.end = std::min(std::max(end, out.first), limit_);
        return out;
    }

  private:
    std::uint32_t skip_adverbials(std::uint32_t at) const {
        const std::uint32_t cap = std::min(limit_, at + 5);
        if (at < cap && is_pronoun_phrase(at)) ++at;
        while (at < cap && !text_.name_at(at) &&
               text_.has(at, trait::time | trait::adverb | trait::demonstrative) &&
               !text_.has(at, trait::title | trait::preposition) && text_.carrier_at(at) == nullptr)
            ++at;
        return at;
    }

    // "to him", "in it": a preposition with its pronoun.
    bool is_pronoun_phrase(std::uint32_t at) const {
        return !text_.name_at(at) && text_.has(at, trait::preposition) && text_.word(at).enclitic != 0 &&
               !text_.has(at, trait::title | trait::body) && text_.carrier_at(at) == nullptr;
    }

    // "one of them", "some of them".
    bool is_one_of_them(std::uint32_t at) const {
        namespace l = letters;
        constexpr std::array heads{spelled<l::alef, l::hah, l::dal>, spelled<l::beh, l::ain, l::dad>,
                                   spelled<l::kaf, l::lam, l::alef>,
                                   spelled<l::meem, l::ain, l::zah, l::meem>};
        constexpr std::array tails{spelled<l::heh, l::meem>, spelled<l::heh, l::alef>,
                                   spelled<l::heh, l::noon>, spelled<l::heh, l::meem, l::alef>};
        const std::string_view form = text_.search(at).substr(text_.signs[at].cue_skip);
        if (form.size() > 16) return false;
        const bool head = std::any_of(heads.begin(), heads.end(), [&](std::string_view one) {
            return form.starts_with(one) && form.size() > one.size();
        });
        return head && std::any_of(tails.begin(), tails.end(),
                                   [&](std::string_view one) { return form.ends_with(one); });
    }

    bool may_begin(std::uint32_t at) const {
        if (text_.name_at(at)) return true;
        if (const Quoted* quoted = text_.quote_at(at))
            return quoted->closed && quoted->words() <= longest_aside && quoted->behind() <= limit_ &&
                   text_.is_complementiser(quoted->behind());
        if (!text_.is_arabic(at) || text_.has_preposition(at) || text_.is_complementiser(at)) return false;
        if (is_source(at) || is_one_of_them(at)) return true;
        if (text_.is(at + 1, particle::ala) && !text_.has(at, trait::title) && !text_.has_article(at))
            return false;  // "in answer to"
        const bool noun = text_.has(at, trait::title | trait::body);
        const std::string_view form = text_.search(at);  // an accusative adverb, not "her director"
        const bool accusative = (at > 0 && text_.is_complementiser(at - 1)) || text_.has_article(at + 1);
        const bool adverb = !noun && !accusative && !text_.has_article(at) &&
                            form.ends_with(spelled<letters::alef>) &&
                            !form.ends_with(spelled<letters::heh, letters::alef>);
        return (noun || !text_.has(at, trait::function)) && !adverb && !is_verb(at);
    }

    bool is_source(std::uint32_t at) const {
        const CarrierRow* carrier = text_.carrier_at(at);
        return carrier != nullptr && text_.signs[at].carrier_skip == 0 && carrier->kind != CarrierKind::relay;
    }

    bool is_verb(std::uint32_t at) const {
        const CueRow* cue = text_.cue_at(at);
        if (cue == nullptr || text_.has(at, trait::title | trait::body) || is_source(at)) return false;
        return cue->form != CueForm::masdar && !(cue->weak && !text_.has_conjunction(at) && at != first_);
    }

    bool is_weak_verb(std::uint32_t at) const {
        return text_.is_finite_cue(at) && !text_.has_article(at) &&
               !text_.has(at, trait::title | trait::body);
    }

    // "his words", "her denial": what reports, no part of whom it reports.
    bool is_his_saying(std::uint32_t at) const {
        const CueRow* cue = text_.cue_at(at);
        return cue != nullptr && cue->form == CueForm::masdar && text_.word(at).enclitic != 0;
    }

    // "they do": an imperfect of the plural, which no noun looks like.
    bool is_plural_verb(std::uint32_t at) const {
        if (!text_.is_arabic(at) || text_.has(at, trait::title | trait::body)) return false;
        const std::string_view form = text_.search(at);
        constexpr std::size_t shortest = 10;  // bytes
        return form.size() >= shortest && utf8::at(form, 0).value == letters::yeh &&
               form.ends_with(spelled<letters::waw, letters::noon>);
    }

    // The word behind what belongs to the phrase at `at`; `at` itself where it ends.
    std::uint32_t step(std::uint32_t at) {
        if (text_.name_at(at)) return name(at);
        if (const CarrierRow* source = text_.carrier_at(at);
            at == first_ && source != nullptr && source->kind == CarrierKind::unnamed) {
            closed_ = text_.has_article(at) || text_.word(at).enclitic != 0;
            return std::min(limit_, at + text_.signs[at].carrier_words);
        }
        if (text_.word(at).kind == WordKind::punctuation) return sign(at);
        if (at == first_ && is_one_of_them(at)) {
            closed_ = true;
            return at + 1;
        }
        if (at > first_ && (text_.is(at, particle::qad) || is_plural_verb(at) || is_his_saying(at)))
            return at;
        if (text_.signs[at].title_words > 1 && !person_ && at + text_.signs[at].title_words <= limit_) {
            closed_ = closed_ || text_.has_article(at + text_.signs[at].title_words - 1);
            at_head_ = true;
            return at + text_.signs[at].title_words;
        }
        if (person_ && text_.has_conjunction(at) && text_.has(at, trait::title)) {
            person_ = closed_ = false;  // "X and the minister Y"
            return plain(at);
        }
        if (person_ || text_.word(at).kind != WordKind::arabic)
            return text_.word(at).kind == WordKind::foreign && !person_ ? at + 1 : at;
        if (is_preposition(at)) return preposition(at);
        if (text_.has(at, trait::title) && at_head_) return plain(at);
        if (text_.has(at, trait::relative | trait::complementiser | trait::negation | trait::pronoun |
                              trait::auxiliary | trait::meanwhile))
            return text_.has(at, trait::title) ? plain(at) : at;
        if (text_.has(at, trait::time | trait::adverb) && !text_.has(at, trait::title | trait::body))
            return at;
        if (at > first_ && (is_verb(at) || is_weak_verb(at))) return at;
        return plain(at);
    }

    std::uint32_t name(std::uint32_t at) {
        if (person_ && !text_.has_conjunction(at)) return at;
        const bool led = text_.names[std::size_t{*text_.name_at(at)}].span.begin > text_.word(at).span.begin;
        if (led && text_.has_preposition(at) && at > first_ && !behind_two_articles(at)) return at;
        person_ = text_.is_person(at);
        closed_ = true;
        at_head_ = false;
        return text_.name_end(at);
    }

    std::uint32_t plain(std::uint32_t at) {
        const bool definite = text_.has_article(at);
        if (extent_ == Extent::before_object && closed_ && at > first_ && !is_nisba(at)) return at;
        if (extent_ != Extent::whole && closed_ && !definite && at > first_) {
            const bool coordinated_head = text_.has_conjunction(at) && text_.has(at, trait::title);
            if (!coordinated_head) return at;
        }
        const bool foreign_noun = closed_ && !definite && at > first_ && text_.word(at).enclitic == 0 &&
                                  !text_.has(at, trait::title | trait::body | trait::function);
        if (foreign_noun) return at;  // behind a definite noun: an object, an adverb
        if (definite || text_.word(at).enclitic != 0) closed_ = true;
        at_head_ = text_.has(at, trait::title);
        return at + 1;
    }

    // "the Tunisian", "the national": an adjective by its ending.
    bool is_nisba(std::uint32_t at) const {
        const std::string_view form = text_.search(at);
        return text_.has_article(at) &&
               (form.ends_with(spelled<letters::yeh>) || form.ends_with(spelled<letters::yeh, letters::heh>));
    }

    // A quoted name, a short bracket, or the comma between a title and the name behind it.
    std::uint32_t sign(std::uint32_t at) {
        if (const Quoted* quoted = text_.quote_at(at)) {
            at_quote_ = at;
            if (!quoted->closed || quoted->words() > longest_aside || quoted->behind() > limit_) return at;
            closed_ = true;
            return quoted->behind();
        }
        if (text_.sign(at) == '(') {
            for (std::uint32_t end = at + 1; end < limit_ && end <= at + longest_aside; ++end) {
                if (text_.sign(end) == ')') return end + 1;
            }
            return at;
        }
        const bool apposition = text_.is_comma(at) && !person_ && at > first_ && at + 1 < limit_ &&
                                text_.is_person(at + 1) && !text_.has_preposition(at + 1);
        return apposition ? at + 1 : at;
    }

    bool is_preposition(std::uint32_t at) const {
        if (text_.has(at, trait::title) && text_.has(at, trait::whole)) return false;
        return text_.has(at, trait::preposition) ||
               (text_.has_preposition(at) && !text_.is_complementiser(at));
    }

    bool behind_two_articles(std::uint32_t at) const {
        return at >= first_ + 2 && text_.has_article(at - 1) && text_.has_article(at - 2);
    }

    // A prepositional phrase that belongs to the noun: "spokesman in the name of X", "secretary general of
    // X", "a source in X".
    std::uint32_t preposition(std::uint32_t at) {
        if (at == first_) return at;
        if (const CueRow* cue = text_.cue_at(at); cue != nullptr && cue->form == CueForm::masdar) return at;
        const CarrierRow* next = text_.carrier_at(at + 1);
        const CarrierRow* here = text_.carrier_at(at);
        if (here != nullptr && here->kind != CarrierKind::unnamed && here->kind != CarrierKind::spokesman)
            return at;
        if (text_.is(at, particle::bism)) return at + 1;
        const bool indefinite_head = !closed_;
        if (text_.is(at, particle::fi) || text_.is(at, particle::min)) {
            const bool carried = next != nullptr && next->kind != CarrierKind::unnamed;
            return indefinite_head && !carried && !text_.has(at + 1, trait::time) ? at + 1 : at;
        }
        if (text_.has(at, trait::preposition)) return at;
        if (text_.begins_with_preposition(at, letters::lam))
            return behind_two_articles(at) && !text_.has(at, trait::title) ? at + 1 : at;
        const bool in = text_.begins_with_preposition(at, letters::beh);
        return in && extent_ == Extent::whole && (at_head_ || text_.has_article(at - 1)) ? at + 1 : at;
    }

    const SpeechText& text_;
    std::uint32_t limit_, first_ = 0, at_quote_ = no_entry;
    Extent extent_;
    bool person_ = false;  // a person's name stands in it
    bool closed_ = false;  // an article, a name or a pronoun has made it definite
    bool at_head_ = true;  // the last word is a title
};

}  // namespace

NounPhrase noun_phrase(const SpeechText& text, std::uint32_t at, std::uint32_t limit, Extent extent) {
    limit = std::min(limit, text.size());
    if (at >= limit) return {at, at, 0};
    return PhraseReader(text, limit, extent).read(at);
}

std::uint8_t li_bytes(const SpeechText& text, std::uint32_t at) {
    return text.search(at).starts_with(spelled<letters::lam, letters::lam>) && text.has_article(at) ? 0 : 2;
}

NounPhrase phrase_behind_li(const SpeechText& text, std::uint32_t at, std::uint32_t limit) {
    const std::uint32_t from = text.name_at(at) ? at : at + 1;
    std::uint32_t end = noun_phrase(text, from, limit, Extent::subject).end;
    if (const Quoted* quoted = text.quote_at(from); end <= from && quoted != nullptr)
        end = quoted->words() <= longest_aside && quoted->behind() <= limit ? quoted->behind() : from;
    if (end <= from && text.sign(from) == '(') {
        for (std::uint32_t i = from + 1; i < limit && i <= from + longest_aside; ++i) {
            if (text.sign(i) == ')') end = i + 1;
        }
    }
    return {at, std::max(end, at + 1), li_bytes(text, at)};
}

bool may_be_subject(const SpeechText& text, std::uint32_t at) {
    if (at >= text.size() || text.has_preposition(at)) return false;
    const CarrierRow* carrier = text.carrier_at(at);
    const bool source = carrier != nullptr && text.signs[at].carrier_skip == 0;
    return text.name_at(at) || source || text.has(at, trait::title | trait::body) || text.has_article(at);
}

namespace {

// The definite noun phrase that ends before `end`: names and words with the article, and one noun that they
// complete ("the minister of finance", "the security source").
NounPhrase phrase_ending(const SpeechText& text, std::uint32_t end, std::uint32_t floor) {
    std::uint32_t begin = end;
    while (begin > floor && begin + 14 > end) {
        const std::uint32_t at = begin - 1;
        if (text.sign(at) == '"' && text.quote_at(at) == nullptr) {
            const Quoted* quoted = text.quote_around(at - 1);
            if (quoted == nullptr || quoted->words() > longest_aside || quoted->open < floor) break;
            begin = quoted->open;
            continue;
        }
        const bool name = text.name_at(at).has_value();
        if (!text.is_arabic(at) && !name) break;
        if (text.has(at, trait::function | trait::time) && !name && !text.has(at, trait::title)) break;
        if (text.cue_at(at) != nullptr && !text.has(at, trait::title) && !text.has_article(at)) break;
        const bool head = !name && !text.has_article(at);
        if (head && text.carrier_at(at) == nullptr && !text.has(at, trait::title | trait::body)) break;
        begin = at;
        if (text.has_preposition(at) || (head && !text.has(at, trait::title | trait::body))) break;
    }
    while (begin < end && text.name_at(begin) && begin > floor &&
           text.name_at(begin - 1) == text.name_at(begin))
        --begin;
    return {begin, end, 0};
}

}  // namespace

NounPhrase antecedent(const SpeechText& text, std::uint32_t relative) {
    const std::uint32_t floor = text.sentence_begin(relative);
    const std::uint32_t end = relative > floor && text.is_comma(relative - 1) ? relative - 1 : relative;
    NounPhrase out = phrase_ending(text, end, floor);
    if (out.empty()) return {relative, relative, 0};
    if (text.has_preposition(out.first) && !text.name_at(out.first)) out.skip = 2;
    return out;
}

}  // namespace isnad::speech
