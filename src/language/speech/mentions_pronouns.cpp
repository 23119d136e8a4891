// Free pronouns, and "the latter".
#include <algorithm>

#include "language/speech/mentions_words.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

namespace l = letters;
using spellings::feh;
using spellings::heh;
using spellings::is_definite;
using spellings::teh;
using spellings::yeh;

constexpr std::uint32_t latter_words = 25, aside_words = 8, clause_words = 14, quote_words = 120;
constexpr std::string_view who[] = {spelled<l::alef, l::lam, l::thal, l::yeh>,
                                    spelled<l::alef, l::lam, l::teh, l::yeh>};
constexpr std::string_view particle_ma = spelled<l::meem, l::alef>;

}  // namespace

// Whether an entity may be meant by a pronoun of this gender. Bodies and places take the gender of their
// first word.
bool WordMentions::agrees(const NamedEntity& one, GrammarGender gender) const {
    const bool male = gender == GrammarGender::masculine;
    if (one.type == NameType::person)
        return one.gender == gender || (male && one.gender == GrammarGender::unknown);
    if (one.country != no_row || is_seat(one)) return !male;
    if (one.type != NameType::organisation) return false;
    const std::string_view first = text_.bare(text_.first_word(one.name));
    const bool feminine =
        first.ends_with(heh) || std::any_of(one.kinds.begin(), one.kinds.end(), [](auto kind) {
            return kind == "city" || kind == "company" || kind == "news agency";
        });
    return feminine != male;
}

// The word before i, over commas, brackets and closing quotation marks; no_index at the block's beginning.
std::uint32_t WordMentions::before_asides(std::uint32_t i) const {
    std::uint32_t at = i;
    for (std::uint32_t step = 0; step < aside_words && at > 0; ++step) {
        --at;
        if (text_.word(at).block != text_.word(i).block) return no_index;
        if (text_.is_sign(at, ')')) {
            while (at > 0 && i - at < 2 * aside_words && !text_.is_sign(at, '(')) --at;
            continue;
        }
        if (text_.word(at).kind != WordKind::punctuation) return at;
    }
    return no_index;
}

// "and he", "who is": the entity named right before; before a verb also the person whom the clause is about.
std::optional<Mention> WordMentions::pronoun(std::uint32_t i, const Found& found) const {
    const MentionWord& word = *found.word;
    if (word.stands_for == "speaker") return speaking(i, found);
    const std::uint32_t sentence = text_.word(i).sentence;
    std::uint32_t next = text_.next(found.end - 1);
    if (next == no_index || word.count == Count::many) return std::nullopt;
    if (const MentionWord* same = mention_word(next); same != nullptr && same->stands_for == "same")
        next = text_.next(next);
    const bool aside = next != no_index && text_.is_sign(next, l::comma);
    if (next == no_index || (!text_.is_arabic(next) && !aside)) return std::nullopt;
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
    if (verb == particle_ma) return std::nullopt;  // "which is what"
    const bool joined = (text_.word(i).proclitics & proclitic::conjunction) != 0 || found.skip > 0;
    const bool opens =
        i == 0 || text_.word(i - 1).sentence != sentence || text_.word(i - 1).kind == WordKind::punctuation;
    if (!joined && !opens && !text_.is_cue(next) && verb != who[0] && verb != who[1])
        return std::nullopt;  // "the worst is that"
    const std::uint32_t of = pronoun_of(i, word.gender, next);
    if (of == no_index) return std::nullopt;
    Mention out{span(i, found), MentionKind::pronoun};
    out.names = {text_.entity(of).name};
    out.why = {"mentions.pronoun", 0.6F, {text_.name(out.names[0]).span}};
    return out;
}

std::uint32_t WordMentions::pronoun_of(std::uint32_t i, GrammarGender gender, std::uint32_t next) const {
    const std::uint32_t before = before_asides(i);
    const bool in_sentence = before != no_index && text_.word(before).sentence == text_.word(i).sentence;
    const std::string_view verb = text_.form(next);
    const bool relative = verb == who[0] || verb == who[1];
    if (in_sentence) {
        const std::uint32_t name = text_.name_on(before);
        const bool thing = name != no_index && !text_.is_person(name);
        if (thing && is_definite(verb) && !relative) return no_index;  // "which is the sentence that"
        if (name != no_index && agrees(text_.entity(text_.entity_of(name)), gender))
            return text_.entity_of(name);
        if (last_noun_end_ == before + 1 && last_noun_ != no_index &&
            agrees(text_.entity(last_noun_), gender))
            return last_noun_;
    }
    const bool male = gender == GrammarGender::masculine;
    const bool cue = text_.is_cue(next) || text_.is_sign(next, l::comma);
    const bool imperfect = verb.starts_with(male ? yeh : teh) && verb.size() >= 4 * heh.size();
    const bool told = in_sentence && text_.is_cue(before);  // "said, while on the way"
    const bool calling = !in_sentence && (text_.knowledge().is_title(verb) || relative);
    const bool leads = imperfect || told || calling;
    if (!cue && (!leads || text_.form(i).starts_with(feh))) return no_index;
    const bool opens = i == 0 || text_.word(i - 1).sentence != text_.word(i).sentence;
    const bool said = is_told(i);
    return person_before(i, gender, cue ? 3 : opens || said ? 1 : 0, said);
}

// "said to reporters while he": the subject of the verb is left out.
bool WordMentions::is_told(std::uint32_t i) const {
    constexpr std::uint32_t near = 5;
    for (std::uint32_t at = i; at > 0 && i - at < near;) {
        --at;
        if (text_.word(at).sentence != text_.word(i).sentence) return false;
        if (text_.is_cue(at)) return true;
    }
    return false;
}

// The person of this gender met last in `reach` sentences before this one; nobody when two stand as near.
std::uint32_t WordMentions::person_before(std::uint32_t i, GrammarGender gender, std::uint32_t reach,
                                          bool said) const {
    std::uint32_t of = no_index;
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        const std::uint32_t back = text_.word(i).sentence - one.last_sentence;
        if (one.type != NameType::person || back > reach || !agrees(one, gender)) continue;
        if (reach == 0 && i - one.last_word > clause_words) continue;
        if (of != no_index) {
            if (!said && back == 0 && i - one.last_word <= clause_words) return no_index;
            break;
        }
        of = entity;
    }
    return of;
}

// "I" inside a quotation: the person met last before it opens.
std::optional<Mention> WordMentions::speaking(std::uint32_t i, const Found& found) const {
    std::uint32_t open = i;
    while (open > 0 && i - open < quote_words && text_.word(open).block == text_.word(i).block) {
        --open;
        if (text_.is_sign(open, '"') || text_.is_sign(open, l::left_guillemet) ||
            text_.is_sign(open, l::left_quote))
            break;
    }
    const bool quoted = text_.word(open).kind == WordKind::punctuation &&
                        text_.word(open).block == text_.word(i).block && !text_.is_sign(open, l::comma);
    if (!quoted) return std::nullopt;
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (one.type != NameType::person || one.last_word > open) continue;
        if (text_.word(i).sentence - one.last_sentence > 4) return std::nullopt;
        Mention out{span(i, found), MentionKind::pronoun};
        out.names = {one.name};
        out.why = {"mentions.pronoun.speaker", 0.5F, {text_.name(one.name).span}};
        return out;
    }
    return std::nullopt;
}

// Only behind a verb: elsewhere it is an adjective, or what it means was never named.
std::optional<Mention> WordMentions::latter(std::uint32_t i, const Found& found) const {
    if (i == 0 || text_.word(i - 1).block != text_.word(i).block || !text_.is_arabic(i - 1))
        return std::nullopt;
    const Word& before = text_.word(i - 1);
    constexpr std::uint8_t article = proclitic::article;
    if ((before.proclitics & article) != 0 || before.enclitic > 0 || text_.name_on(i - 1) != no_index)
        return std::nullopt;
    const std::size_t skip = (before.proclitics & proclitic::conjunction) != 0 ? 2 : 0;
    if (!text_.knowledge().is_cue(lexicon::Phrase{}.then(text_.form(i - 1).substr(skip))))
        return std::nullopt;
    const std::uint32_t sentence = text_.word(i).sentence;
    if (text_.recent().empty()) return std::nullopt;
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (sentence - one.last_sentence > 1 || i - one.last_word > latter_words) return std::nullopt;
        if (!agrees(one, found.word->gender)) continue;
        if (one.type == NameType::place && one.country == no_row) continue;
        Mention out{span(i, found), MentionKind::noun};
        out.names = {one.name};
        out.why = {"mentions.latter", 0.6F, {text_.name(one.name).span}};
        return out;
    }
    return std::nullopt;
}

}  // namespace isnad::speech
