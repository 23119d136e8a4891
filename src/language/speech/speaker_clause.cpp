#include "language/speech/speaker_clause.h"

#include <algorithm>
#include <array>

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_lead = 16;        // words of an adverbial before a clause
constexpr std::uint32_t longest_apposition = 30;  // words between commas behind a subject
constexpr std::uint32_t longest_quoted_subject = 6;
constexpr std::uint32_t longest_opening = 60;  // words before the subject or verb of a clause
constexpr std::uint32_t longest_headline = 60;

// What opens a clause before its subject or verb.
struct Opening {
    std::uint32_t at = 0;  // the first word behind it
    bool was = false;      // "was", "is not"
    bool that = false;     // inna and its sisters
    bool as_for = false;
    bool passed = true;  // false where another clause or an adverbial without end begins
};

bool is_of_headline(const SpeechText& text, std::uint32_t at) {
    const BlockKind kind = text.document.blocks()[text.word(at).block].kind;
    return kind == BlockKind::title || kind == BlockKind::deck || kind == BlockKind::subheading;
}

bool is_preposition(const SpeechText& text, std::uint32_t at) {
    if (text.has(at, trait::title) && text.has(at, trait::whole)) return false;
    if (text.has(at, trait::preposition)) return true;
    return text.has_preposition(at) && !text.is_complementiser(at);
}

// The word behind an adverbial that a preposition opens: behind its comma, else behind its noun phrase.
std::uint32_t behind_adverbial(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    const std::uint32_t cap = std::min(end, at + longest_lead);
    for (std::uint32_t next = at + 1; next < cap; ++next) {
        if (text.is_comma(next)) return next + 1;
        if (text.is_finite_cue(next)) break;
    }
    const std::uint32_t noun = text.name_at(at) || !text.has(at, trait::preposition) ? at : at + 1;
    if (noun >= end) return end;
    if (text.name_at(noun)) return text.name_end(noun);
    std::uint32_t next = noun + 1;
    while (next < cap && (text.has_article(next) || text.name_at(next)) && !text.has_preposition(next) &&
           !text.has(next, trait::title))
        ++next;
    return next;
}

// "but", "then", "rather", "also"; "however", of two words: the clause behind it is no less a main clause.
bool joins_main_clauses(const SpeechText& text, std::uint32_t at) {
    namespace l = letters;
    constexpr std::array words{spelled<l::lam, l::kaf, l::noon>, spelled<l::theh, l::meem>,
                               spelled<l::beh, l::lam>, spelled<l::kaf, l::meem, l::alef>};
    constexpr std::array before_that{spelled<l::ghain, l::yeh, l::reh>, spelled<l::alef, l::lam, l::alef>,
                                     spelled<l::beh, l::yeh, l::dal>};
    std::string_view form = text.search(at);
    if (text.has_conjunction(at) && form.size() > 4) form.remove_prefix(2);
    if (std::find(words.begin(), words.end(), form) != words.end()) return true;
    return std::find(before_that.begin(), before_that.end(), form) != before_that.end() &&
           at + 1 < text.size() && text.is_complementiser(at + 1);
}

// "as for": amma, alone or behind a conjunction.
bool is_as_for(const SpeechText& text, std::uint32_t at) {
    constexpr std::string_view amma = spelled<letters::alef, letters::meem, letters::alef>;
    const std::string_view form = text.search(at);
    return form == amma || (text.has_conjunction(at) && form.ends_with(amma) && form.size() == 8);
}

// Reads what opens a clause. `phrases`: adverbials without a comma are passed too.
Opening opening_of(const SpeechText& text, std::uint32_t at, std::uint32_t end, bool phrases) {
    Opening out;
    const std::uint32_t cap = std::min(end, at + longest_opening);
    for (; at < cap; ++at) {
        if (text.name_at(at) || text.quote_at(at) != nullptr) break;
        if (text.sign(at) != 0 && text.sign(at) != '(') continue;
        if (const CueRow* cue = text.cue_at(at); cue != nullptr && cue->narrative) {
            at = std::max(at, text.behind_cue(at) - 1);
            continue;
        }
        if (joins_main_clauses(text, at)) continue;
        if (is_as_for(text, at)) {
            out.as_for = true;
        } else if (text.has(at, trait::auxiliary) && !text.has(at, trait::title)) {
            out.was = true;
        } else if (text.is_complementiser(at)) {
            out.that = true;
            if (text.word(at).enclitic != 0) out.passed = false;
        } else if (text.has(at, trait::relative)) {
            out.passed = false;
            break;
        } else if (is_preposition(text, at)) {
            const std::uint32_t behind = behind_adverbial(text, at, end);
            const bool comma = behind > at && text.is_comma(behind - 1);
            if (!comma && !phrases) out.passed = false;
            if (behind <= at || !out.passed) break;
            at = behind - 1;
        } else if (phrases && text.has(at, trait::conjunction)) {
            out.passed = false;
            break;
        } else if (!text.has(at, trait::conjunction | trait::meanwhile | trait::time | trait::adverb) ||
                   text.has(at, trait::title | trait::body)) {
            if (!phrases || !text.has(at, trait::negation)) break;
        }
    }
    out.at = at;
    out.passed = out.passed && at < end;
    return out;
}

NounPhrase subject_at(const SpeechText& text, std::uint32_t at, std::uint32_t end, Extent extent) {
    if (const Quoted* quoted = text.quote_at(at)) {
        const bool name = quoted->closed && quoted->words() <= longest_quoted_subject &&
                          quoted->behind() <= end && !text.is_comma(quoted->behind());
        return name ? NounPhrase{at, quoted->behind(), 0} : NounPhrase{at, at, 0};
    }
    if (text.word(at).kind == WordKind::number && at + 1 < end && text.is_arabic(at + 1))
        return {at, at + 2, 0};  // "200 members"
    return noun_phrase(text, at, end, extent);
}

// The verb with the particles, negations and times that stand before it.
std::uint32_t verb_begin(const SpeechText& text, std::uint32_t verb, std::uint32_t floor) {
    constexpr std::uint32_t most = 6;
    const std::uint32_t cap = verb - std::min(verb - floor, most);
    while (verb > cap && !text.name_at(verb - 1) &&
           (text.is(verb - 1, particle::qad) ||
            text.has(verb - 1, trait::negation | trait::time | trait::adverb | trait::auxiliary)) &&
           !text.has(verb - 1, trait::title | trait::body))
        --verb;
    return verb;
}

std::uint32_t behind_colon(const SpeechText& text, std::uint32_t verb, std::uint32_t floor) {
    const std::uint32_t cap = verb - std::min(verb - floor, longest_headline);
    for (std::uint32_t at = verb; at-- > cap;) {
        if (text.sign(at) == ':') return at + 1;
    }
    return std::max(floor, cap);
}

bool may_speak(const SpeechText& text, const NounPhrase& phrase) {
    // "the publishers": a sound plural in the nominative.
    const std::string_view head = text.search(phrase.first);
    if (text.has_article(phrase.first) && head.size() >= 14 &&
        head.ends_with(spelled<letters::waw, letters::noon>))
        return true;
    for (std::uint32_t at = phrase.first; at < phrase.end; ++at) {
        if (const auto name = text.name_at(at)) {
            const NameType type = text.names[std::size_t{*name}].type;
            if (type == NameType::person || type == NameType::organisation) return true;
        }
        const CarrierRow* row = text.carrier_at(at);
        if (text.has(at, trait::title | trait::body)) return true;
        if (row != nullptr && (row->kind == CarrierKind::unnamed || row->kind == CarrierKind::spokesman))
            return true;
    }
    return false;
}

}  // namespace

NounPhrase phrase_before(const SpeechText& text, std::uint32_t verb, std::uint32_t floor) {
    const NounPhrase none{verb, verb, 0};
    if (verb > floor && text.has(verb - 1, trait::relative)) return none;
    floor = behind_colon(text, verb, floor);
    const Opening opening = opening_of(text, floor, verb, false);
    if (!opening.passed) return none;
    const std::uint32_t at = opening.at, end = verb_begin(text, verb, at);
    if (at >= end) return none;
    const bool loose = opening.was || opening.that || opening.as_for || is_of_headline(text, verb);
    const bool quoted = text.quote_at(at) != nullptr || text.word(at).kind == WordKind::number;
    const bool noun = text.is_arabic(at) && !text.has(at, trait::function) && !text.is_finite_cue(at);
    if (!may_be_subject(text, at) && !quoted && !(loose && noun)) return none;
    const NounPhrase out = subject_at(text, at, end, Extent::whole);
    if (out.empty() || out.first != at) return none;
    if (out.end == end) return out;
    const bool inserted = text.is_comma(out.end) && end > out.end + 2 &&
                          (text.is_comma(end - 1) || text.is_dash(end - 1)) &&
                          end - out.end <= longest_apposition;
    if (inserted && text.has(out.end + 1, trait::relative)) return out;
    const bool clause = text.has(out.end + 1, trait::conjunction) || text.has_conjunction(out.end + 1);
    if (inserted && !clause && (loose || may_speak(text, out))) return out;
    if (text.is_comma(out.end) && end == out.end + 1 && may_speak(text, out)) return out;
    // Words between a subject and its verb: adverbials, "who came from X".
    const bool speaker = may_speak(text, out);
    const std::uint32_t slack = opening.was ? 8 : speaker ? 4 : 0;
    if (end > out.end + slack) return none;
    for (std::uint32_t i = out.end; i < end; ++i) {
        if (text.is_finite_cue(i) || text.is_complementiser(i)) return none;
        if (!opening.was && text.sign(i) != 0) return none;
    }
    return out;
}

NounPhrase clause_subject(const SpeechText& text, std::uint32_t begin, std::uint32_t end, bool anybody) {
    const NounPhrase none{end, end, 0};
    const Opening opening = opening_of(text, begin, end, true);
    if (!opening.passed) return none;
    std::uint32_t at = opening.at;
    const bool nominal = opening.was || opening.that || opening.as_for || may_be_subject(text, at) ||
                         text.quote_at(at) != nullptr;
    if (!nominal) {
        if (!text.is_arabic(at)) return none;
        ++at;  // the verb
        for (int adverbials = 0; at < end && adverbials < 2 && is_preposition(text, at) && !text.name_at(at);
             ++adverbials)
            at = behind_adverbial(text, at, end);
        if (at < end && text.is_comma(at)) return none;
    }
    constexpr int nouns = 3;  // an object or adverbial may stand before the subject
    for (int tries = 0; tries < nouns && at < end; ++tries) {
        const NounPhrase out = subject_at(text, at, end, Extent::subject);
        if (out.empty()) return none;
        const bool place = tries == 0 && text.name_at(out.first) && text.name_end(out.first) == out.end &&
                           (nominal || out.first == opening.at + 1);
        const bool definite = anybody && tries == 0 && text.has_article(out.first);
        if (place || definite || may_speak(text, out)) return is_oblique(text, out) ? none : out;
        if (nominal || !text.has_article(out.first)) return none;
        at = out.end;
        if (at < end && (text.sign(at) != 0 || text.is_finite_cue(at))) return none;
    }
    return none;
}

bool is_oblique(const SpeechText& text, const NounPhrase& phrase) {
    if (phrase.empty() || text.name_at(phrase.first) || !text.has_article(phrase.first)) return false;
    const std::string_view form = text.search(phrase.first);
    constexpr std::size_t shortest = 2 * (2 + 3 + 2);  // article, three letters, the ending
    return form.ends_with(spelled<letters::yeh, letters::noon>) && form.size() >= shortest;
}

Gender gender_of(const SpeechText& text, const NounPhrase& phrase) {
    if (phrase.empty()) return Gender::unknown;
    for (std::uint32_t at = phrase.first; at < phrase.end; ++at) {
        if (text.is_person(at)) return Gender::unknown;
    }
    const auto name = text.name_at(phrase.first);
    if (name && text.names[std::size_t{*name}].type == NameType::place) return Gender::feminine;
    if (text.signs[phrase.first].feminine) return Gender::feminine;
    if (text.name_at(phrase.first)) return Gender::unknown;
    return text.has(phrase.first, trait::title) ? Gender::masculine : Gender::unknown;
}

bool is_passive(const SpeechText& text, std::uint32_t verb) {
    namespace l = letters;
    constexpr char32_t damma = 0x064F;
    const Span span = text.word(verb).span;
    const std::string_view raw = text.document.text(span);
    std::size_t at = 0;
    std::size_t letters_seen = 0;
    const std::size_t first = text.signs[verb].cue_skip / 2u;  // letters of proclitics
    while (at < raw.size()) {
        const auto next = utf8::at(raw, at);
        at += next.size;
        if (next.value == damma) return letters_seen == first + 1;
        if (!l::is_mark(next.value)) ++letters_seen;
        if (letters_seen > first + 1) return false;
    }
    return false;
}

namespace {

// "his name", "her identity", "their names".
bool is_identity(const SpeechText& text, std::uint32_t at) {
    namespace l = letters;
    constexpr std::string_view name = spelled<l::alef, l::seen, l::meem>,
                               names = spelled<l::alef, l::seen, l::meem, l::alef>,
                               identity = spelled<l::heh, l::waw, l::yeh, l::teh>;
    if (!text.is_arabic(at)) return false;
    std::string_view form = text.search(at);
    if (form.size() > 14 || text.has_article(at)) return false;
    for (const std::string_view stem : {name, names, identity}) {
        if (!form.starts_with(stem)) continue;
        const std::string_view rest = form.substr(stem.size());
        if (rest.starts_with(spelled<l::heh>) || rest.starts_with(spelled<l::yeh, l::heh>) ||
            rest.starts_with(spelled<l::hamza, l::heh>))
            return true;
    }
    return false;
}

}  // namespace

void drop_formulas(SpeechText& text) {
    constexpr std::uint32_t longest = 6;  // words from the verb to "his name"
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        // "informed sources": the adjective is no participle that reports.
        const CarrierRow* row = text.carrier_at(at);
        const std::uint32_t words =
            row != nullptr && row->kind == CarrierKind::unnamed ? text.signs[at].carrier_words : 0;
        for (std::uint32_t i = at + 1; i < at + words; ++i) text.signs[i].cue = no_entry;
        if (!is_identity(text, at)) continue;
        const std::uint32_t floor = std::max(text.sentence_begin(at), at - std::min(at, longest));
        std::uint32_t refusal = no_entry;
        for (std::uint32_t i = at; i-- > floor;) {
            if (text.sign(i) != 0) break;
            if (text.cue_at(i) != nullptr || text.has(i, trait::negation)) {
                refusal = i;
            } else if (refusal != no_entry && !text.has(i, trait::function)) {
                break;
            }
        }
        if (refusal == no_entry) continue;
        for (std::uint32_t i = refusal; i < at; ++i) text.signs[i].cue = no_entry;
        text.signs[refusal].traits |= trait::auxiliary;  // a verb: no noun phrase goes on over it
        if (at + 1 < text.size() && text.sign(at + 1) == 0) text.signs[at].cue = no_entry;
    }
}

}  // namespace isnad::speech
