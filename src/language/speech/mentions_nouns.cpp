// Nouns with the article that take up somebody named before: "the company", "the city", "the man".
#include <algorithm>

#include "language/speech/mentions_words.h"
#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

namespace l = letters;
using spellings::al;
using spellings::heh;
using spellings::is_definite;
using spellings::yeh;

constexpr std::string_view relatives[] = {spelled<l::alef, l::lam, l::thal, l::yeh>,
                                          spelled<l::alef, l::lam, l::teh, l::yeh>};
constexpr std::uint32_t head_sentences = 24;  // how far back a name may stand that the noun itself opens
constexpr std::uint32_t noun_sentences = 16;  // of a body whose kind the tables tell
constexpr std::uint32_t kind_sentences = 3;   // of a place or body that is no country
constexpr std::uint32_t person_sentences = 3;
constexpr std::uint32_t looked_back = 400;  // words, for the first "a company"
constexpr std::size_t most_entities = 200;
constexpr float head_fit = 1.0F;

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

// A building, ship or fair: worth telling only where it speaks or has an office holder.
bool is_thing(NameType type) {
    return type == NameType::facility || type == NameType::product || type == NameType::event;
}

bool is_adjective_ending(std::string_view form) { return form.ends_with(heh) || form.ends_with(yeh); }

}  // namespace

// "the Russian army", "the Kenyan government": no name holds it, but its country may be named.
std::optional<Mention> WordMentions::noun_of_state(std::uint32_t i, const Found& found) const {
    Found whole = found;
    const std::uint32_t next = text_.next(whole.end - 1);
    const auto of = next == no_index ? std::nullopt : nationality_at(next, 0, whole.end);
    if (!of || (of->gender != found.word->gender)) return std::nullopt;
    Mention out{span(i, whole), MentionKind::noun};
    out.why = {"mentions.noun.of_country", 0.5F, {text_.word(next).span}};
    const std::uint32_t country = text_.entity_of_country(of->country);
    if (country != no_index) out.place = text_.entity(country).name;
    if (found.word->stands_for != "side") return out;
    const std::uint32_t one = country != no_index ? country : seat_of(of->country);
    if (one == no_index) return out;
    out.names = {text_.entity(one).name};
    out.why = {"mentions.noun.side", 0.7F, {text_.word(next).span}};
    return out;
}

// A capital that the document names in the place of its country.
std::uint32_t WordMentions::seat_of(std::uint16_t country) const {
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (one.type == NameType::place && one.home == country && one.known &&
            text_.knowledge().is_metonym(*one.known))
            return entity;
    }
    return no_index;
}

float WordMentions::noun_fit(std::uint32_t index, std::uint64_t noun, std::string_view form,
                             const MentionWord& word) const {
    const NamedEntity& one = text_.entity(index);
    if (one.type == NameType::person) return 0;
    const bool place = one.type == NameType::place || one.type == NameType::facility;
    const bool named_place = place && (one.country != no_row || !is_place_noun(word));
    const bool opens = std::find(one.heads.begin(), one.heads.end(), noun) != one.heads.end();
    if (opens && (!named_place || one.type == NameType::facility)) return head_fit;
    const auto is_kind = [&](std::string_view kind) { return lists(word.stands_for, kind); };
    if (!one.known && std::any_of(one.kinds.begin(), one.kinds.end(), is_kind)) return 0.65F;
    const float fit = known_fit(one, form, word);
    const bool other_noun =
        !one.kinds.empty() && one.country == no_row && !place;  // a council is no "organisation"
    return other_noun ? std::max(0.0F, fit - 0.2F) : fit;
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
    std::uint32_t next = text_.next(whole.end - 1);
    if (i > 0 && text_.word(i - 1).block == text_.word(i).block &&
        text_.knowledge().is_quantifier(text_.form(i - 1)))
        return false;  // "most of the country"
    if (is_compound(i) || is_quoted(i, whole.end)) return false;
    if (next != no_index && text_.is_arabic(next)) {
        const MentionWord* same = mention_word(next);
        if (same != nullptr && same->kind == WordRole::adjective && same->stands_for == "same") {
            whole.end = next + 1;
            whole.same = true;
            next = text_.next(next);
        }
    }
    if (next == no_index) return true;
    const std::uint32_t name = text_.name_at(next);
    if (name != no_index && !text_.is_person(name)) {
        const Word& word = text_.word(next);
        const bool led = text_.name(name).span.begin > word.span.begin;  // "in", "and" stands before it
        const bool object = i > 0 && text_.is_cue(i - 1) && text_.end_word(name) > next + 1 &&
                            !text_.knowledge().class_noun(lexicon::Phrase{}.then(text_.bare(next))).empty();
        return led || object;
    }
    if (opens_short_quote(next)) return false;
    if (!text_.is_arabic(next)) return true;
    const std::string_view after = text_.form(next);
    if (after == relatives[0] || after == relatives[1]) return false;
    if (const auto of = text_.knowledge().nationality(lexicon::Phrase{}.then(after))) {
        country = of->country;
        whole.end = next + 1;
        return true;
    }
    return !is_definite(after) || !is_adjective_ending(after);
}

// "the board of [the management]", "the hospital of [the city]": the class noun before it opens a name of its
// own.
bool WordMentions::is_compound(std::uint32_t i) const {
    if (i == 0 || text_.word(i - 1).block != text_.word(i).block || !text_.is_arabic(i - 1)) return false;
    if (text_.word(i).name_begin > 0 || (text_.word(i - 1).proclitics & proclitic::article) != 0)
        return false;
    return text_.name_on(i - 1) == no_index && !text_.knowledge().is_title(text_.form(i - 1)) &&
           !text_.is_cue(i - 1) &&
           !text_.knowledge().class_noun(lexicon::Phrase{}.then(text_.bare(i - 1))).empty();
}

// Alone between quotation marks: a name.
bool WordMentions::is_quoted(std::uint32_t i, std::uint32_t end) const {
    if (i == 0 || end >= text_.size()) return false;
    const auto sign = [&](std::uint32_t at, char32_t a, char32_t b) {
        return text_.is_sign(at, '"') || text_.is_sign(at, a) || text_.is_sign(at, b);
    };
    return sign(i - 1, l::left_guillemet, l::left_quote) && sign(end, l::right_guillemet, l::right_quote);
}

// A quoted name, as opposed to quoted speech: closed after few words.
bool WordMentions::opens_short_quote(std::uint32_t i) const {
    constexpr std::uint32_t longest_name = 4;
    if (!text_.is_sign(i, '"') && !text_.is_sign(i, l::left_guillemet) && !text_.is_sign(i, l::left_quote))
        return false;
    for (std::uint32_t at = i + 1; at < text_.size() && at <= i + longest_name + 1; ++at) {
        if (text_.is_sign(at, '"') || text_.is_sign(at, l::right_guillemet) ||
            text_.is_sign(at, l::right_quote))
            return true;
    }
    return false;
}

const MentionWord* WordMentions::mention_word(std::uint32_t i) const {
    for (const auto& entry :
         text_.knowledge().lexicon().find(lexicon::Phrase{}.then(text_.form(i))).entries) {
        if (const MentionWord* word = text_.knowledge().word(entry)) return word;
    }
    return nullptr;
}

// The entity that a noun with this hash means. `acts`: it stands beside a verb of saying or a title.
WordMentions::Chosen WordMentions::choose(std::uint32_t i, const MentionWord& word, std::uint64_t hash,
                                          std::uint16_t country, bool acts) const {
    Chosen out;
    float best = 0, other = 0;
    std::uint32_t rival = no_index;
    const std::uint32_t sentence = text_.word(i).sentence;
    const std::string_view noun = text_.bare(i);
    const std::string_view type = text_.knowledge().class_noun_type(lexicon::Phrase{}.then(noun));
    const bool thing = type == "facility" || type == "event";
    if (type == "product" && !acts) return out;
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (!acts && (is_thing(one.type) || (thing && one.type != NameType::organisation))) continue;
        const std::uint32_t back = sentence - one.last_sentence;
        const float fit = noun_fit(entity, hash, noun, word);
        if (back > (fit >= head_fit ? head_sentences : noun_sentences)) continue;
        if (fit < 0.6F && one.country == no_row && back > kind_sentences) continue;
        if (fit <= (word.weak ? 0.9F : 0.0F)) continue;
        if (country != no_row && one.home != country && (one.home != no_row || fit < head_fit)) continue;
        // Who reports an article is named again and again; an agency that is cited once is not "the agency".
        const float weight = acts && lists(word.stands_for, "agency") ? 0.25F : 0.04F;
        const float often = weight * static_cast<float>(std::min<std::uint32_t>(one.names, 6));
        const float points = fit + (fit >= head_fit ? 0.2F : 0.0F) + text_.salience(entity, sentence) + often;
        if (std::min(points, best) > other) {
            other = std::min(points, best);
            rival = points > best ? out.entity : entity;
        }
        if (points <= best) continue;
        best = points;
        out = {entity, std::min(0.9F, 0.3F + 0.3F * fit + 0.2F * (points - fit)), false};
    }
    const bool together =
        rival != no_index && text_.entity(rival).last_sentence == text_.entity(out.entity).last_sentence;
    out.unclear = out.entity != no_index && best - other < (together ? 0.25F : 0.12F);
    return out;
}

std::optional<Mention> WordMentions::noun(std::uint32_t i, const Found& found) const {
    const std::string_view kind = found.word->stands_for;
    if (kind == "guests" || kind == "hosts") return team(i, found);
    if (kind == "state" || kind == "side") return noun_of_state(i, found);
    if (kind.starts_with("person")) return person_noun(i, found);
    std::uint16_t country = no_row;
    Found whole = found;
    if (!stands_alone(i, whole, country)) return std::nullopt;
    const bool phrase = found.end > i + 1;  // "the international agency" is no name's first word
    const std::uint64_t hash = phrase ? 0 : lexicon::Phrase{}.then(text_.bare(i)).hash;
    const std::uint32_t next = text_.next(whole.end - 1);
    const bool acts = (i > 0 && (text_.is_cue(i - 1) || text_.knowledge().is_title(text_.form(i - 1)))) ||
                      (next != no_index && text_.is_cue(next));
    const Chosen one = choose(i, *found.word, hash, country, acts);
    if (one.entity == no_index) {
        if (whole.same) return same_body(i, whole, hash);
        if (acts && country == no_row) {
            if (auto later = named_later(i, whole, hash)) return later;
        }
        const std::string_view type = text_.knowledge().class_noun_type(lexicon::Phrase{hash});
        const bool body = type == "organisation" && !found.word->weak;
        const bool tells = acts || body || kind == "group" || kind == "source";
        return tells ? open_noun(i, whole, hash) : std::nullopt;
    }
    if (one.unclear) return std::nullopt;
    Mention out{span(i, whole), MentionKind::noun};
    out.names = {text_.entity(one.entity).name};
    out.why = {"mentions.noun", one.weight, {text_.name(out.names[0]).span}};
    return out;
}

// "the ministry said": the only body of this class noun is named further down.
std::optional<Mention> WordMentions::named_later(std::uint32_t i, const Found& whole,
                                                 std::uint64_t head) const {
    std::uint32_t of = no_index;
    const std::size_t looked_at = std::min<std::size_t>(text_.entities(), most_entities);
    for (std::uint32_t e = 0; e < looked_at; ++e) {
        const NamedEntity& one = text_.entity(e);
        if (one.met > 0 || one.type != NameType::organisation) continue;
        if (std::find(one.heads.begin(), one.heads.end(), head) == one.heads.end()) continue;
        if (of != no_index) return std::nullopt;
        of = e;
    }
    if (of == no_index) return std::nullopt;
    Mention out{span(i, whole), MentionKind::noun};
    out.names = {text_.entity(of).name};
    out.why = {"mentions.noun.later", 0.5F, {text_.name(out.names[0]).span}};
    return out;
}

// "the same source", "the body itself": what was introduced without a name, else the body met last.
std::optional<Mention> WordMentions::same_body(std::uint32_t i, const Found& whole,
                                               std::uint64_t head) const {
    if (auto open = open_noun(i, whole, head)) return open;
    const std::uint32_t sentence = text_.word(i).sentence;
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (one.type != NameType::organisation) continue;
        if (sentence - one.last_sentence > kind_sentences) break;
        Mention out{span(i, whole), MentionKind::noun};
        out.names = {one.name};
        out.why = {"mentions.noun.same", 0.6F, {text_.name(one.name).span}};
        return out;
    }
    return std::nullopt;
}

// "a company ... the company": what was introduced without a name.
std::optional<Mention> WordMentions::open_noun(std::uint32_t i, const Found& whole,
                                               std::uint64_t head) const {
    const std::uint32_t floor = i - std::min(i, looked_back);
    for (std::uint32_t at = i; at-- > floor;) {
        if (!text_.is_arabic(at)) continue;
        const std::string_view form = text_.bare(at);
        if (form.size() < 3 * heh.size() || lexicon::Phrase{}.then(form).hash != head) continue;
        const std::uint32_t next = text_.next(at);
        const bool definite = (text_.word(at).proclitics & proclitic::article) != 0;
        if (definite && (next == no_index || !is_definite(text_.form(next)))) continue;  // "the media centre"
        if (text_.name_on(at) != no_index) return std::nullopt;
        Mention out{span(i, whole), MentionKind::noun};
        out.why = {"mentions.noun.open", 0.3F, {text_.word(at).span}};
        return out;
    }
    return std::nullopt;
}

// "the guests", "the hosts": one club came to another ("its guest X").
std::optional<Mention> WordMentions::team(std::uint32_t i, const Found& found) const {
    const std::uint32_t of = found.word->stands_for == "guests" ? guests_ : hosts_;
    if (of == no_index) return std::nullopt;
    Mention out{span(i, found), MentionKind::noun};
    out.names = {text_.entity(of).name};
    out.why = {"mentions.noun.team", 0.7F, {text_.name(out.names[0]).span}};
    return out;
}

// The only person of the last sentences of whom the document tells no calling: "the physician wrote". Nobody
// when a physician without a name stands between.
std::optional<Mention> WordMentions::only_person(std::uint32_t i, GrammarGender gender, bool same) const {
    const std::uint32_t sentence = text_.word(i).sentence;
    std::uint32_t of = no_index;
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (one.type != NameType::person || sentence - one.last_sentence > person_sentences) continue;
        if (one.gender != gender && one.gender != GrammarGender::unknown) continue;
        if (!same && holders_.has_any(entity)) continue;
        if (of != no_index) return std::nullopt;
        of = entity;
        if (same) break;
    }
    if (of == no_index) return std::nullopt;
    Found whole;
    whole.end = i + 1;
    const auto open = open_noun(i, whole, lexicon::Phrase{}.then(text_.bare(i)).hash);
    const NamedEntity& one = text_.entity(of);
    if (open && open->why.signs.front().begin > text_.word(one.last_word).span.begin) return std::nullopt;
    Mention out{text_.word(i).span, MentionKind::role};
    out.names = {one.name};
    out.why = {"mentions.role.only_person", 0.4F, {text_.name(one.name).span}};
    return out;
}

// "the man", "the official", "the player": the person whom the last sentences are about.
std::optional<Mention> WordMentions::person_noun(std::uint32_t i, const Found& found) const {
    std::uint16_t country = no_row;
    Found whole = found;
    if (!stands_alone(i, whole, country)) return std::nullopt;
    const std::string_view kind = found.word->stands_for;
    const std::size_t colon = kind.find(':');
    const std::string_view classes =
        colon == std::string_view::npos ? std::string_view{} : kind.substr(colon + 1);
    const std::uint32_t sentence = text_.word(i).sentence;
    float best = 0, other = 0;
    std::uint32_t of = no_index;
    for (const std::uint32_t entity : text_.recent()) {
        const NamedEntity& one = text_.entity(entity);
        if (one.type != NameType::person || sentence - one.last_sentence > person_sentences) continue;
        if (last_noun_ == entity && last_noun_end_ == i) continue;  // the subject beside it
        const GrammarGender wanted = found.word->gender;
        if (one.gender != wanted && one.gender != GrammarGender::unknown) continue;
        const bool fits = classes.empty() || holders_.holds_class(entity, classes, country);
        if (!fits && (found.word->weak || country != no_row || holders_.has_any(entity))) continue;
        const float known = (one.gender == wanted ? 0.2F : 0.0F) - (fits ? 0.0F : 0.4F);
        const float points = text_.salience(entity, sentence) + known;
        if (points > best) {
            other = best;
            best = points;
            of = entity;
        } else {
            other = std::max(other, points);
        }
    }
    if (of == no_index || best - other < 0.2F || (found.word->weak && other > 0 && !whole.same))
        return std::nullopt;
    Mention out{span(i, whole), MentionKind::noun};
    out.names = {text_.entity(of).name};
    out.why = {"mentions.noun.person", std::min(0.8F, 0.3F + 0.3F * best), {text_.name(out.names[0]).span}};
    return out;
}

}  // namespace isnad::speech
