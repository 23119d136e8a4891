#include "language/speech/content.h"

#include <algorithm>

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_gap = 45;       // words between a cue and its complement
constexpr std::uint32_t longest_content = 400;  // words
constexpr std::uint32_t longest_name = 6;       // words of a quoted name before "that"
constexpr std::uint32_t name_quote = 4;         // a quotation up to that many words may be a name

// A complementiser that belongs to a conjunction: "before that", "although that".
bool belongs_to_conjunction(const SpeechText& text, std::uint32_t at) {
    if (at == 0) return false;
    const std::string_view before = text.search(at - 1);
    for (const std::string_view lead : {particle::ila, particle::ala, particle::min, particle::an_about}) {
        if (before == lead) return false;
    }
    return text.has(at - 1, trait::preposition | trait::conjunction) &&
           !text.has(at - 1, trait::title | trait::time) && text.signs[at - 1].cue == no_entry;
}

// Whether the quotation is what a cue leads to, not a name in the way of it.
bool is_speech(const SpeechText& text, const Quoted& quoted, std::uint32_t from) {
    const std::uint32_t before = quoted.open - 1;
    const bool speaker =
        quoted.closed && quoted.words() <= longest_name && text.is_complementiser(quoted.behind());
    if (speaker) return false;  // said "The Network for Safe Dams" that
    if (quoted.open == from || text.sign(before) == ':') return true;
    return quoted.words() > name_quote;
}

// "relating his words": a participle or masdar that takes the content over from the verb before it.
bool takes_over(const SpeechText& text, std::uint32_t at) {
    const CueRow* cue = text.cue_at(at);
    return cue != nullptr && cue->form != CueForm::preposition && cue->form != CueForm::masdar &&
           !cue->weak && !text.has(at, trait::title);
}

bool has_clause(const SpeechText& text, std::uint32_t at) {
    return static_cast<bool>(complement_of(text, at, text.behind_cue(at)));
}

// Whether the complement is one that the cue takes by its pattern.
bool has_fitting(const SpeechText& text, std::uint32_t at) {
    const Complement found = complement_of(text, at, text.behind_cue(at));
    const std::uint8_t patterns = text.cue_at(at)->patterns;
    if (found.kind == Complement::Kind::clause)
        return (patterns & pattern::clause) != 0 || !text.cue_at(at)->weak;
    const bool led = found && text.sign(found.at - 1) == ':';
    return found && ((patterns & pattern::quote) != 0 || (led && !text.cue_at(at)->weak));
}

// "..., as he put it, ...": a closer in the middle of the content.
bool goes_on_behind(const SpeechText& text, std::uint32_t at) {
    const std::uint32_t behind = text.behind_cue(at);
    return text.word(behind - 1).enclitic != 0 && text.is_comma(behind);
}

bool begins_report(const SpeechText& text, std::uint32_t at) {
    const CueRow* cue = text.cue_at(at);
    if (cue == nullptr) return false;
    const bool behind_comma = at > 0 && text.is_comma(at - 1);
    switch (cue->form) {
        case CueForm::masdar: return false;
        case CueForm::preposition:
            return !cue->weak && !text.has(at, trait::title) && !goes_on_behind(text, at);
        case CueForm::participle:
            if (behind_comma && !cue->weak) return true;
            return has_clause(text, at) && complement_of(text, at, text.behind_cue(at)).at <= at + 8;
        default: break;
    }
    if (cue->narrative) return text.has_conjunction(at) || behind_comma;
    const bool linked = at > 0 && (text.has(at - 1, trait::meanwhile) || text.is(at - 1, particle::qad));
    const bool coordinated = text.signs[at].cue_skip != 0 || linked;
    return coordinated && has_fitting(text, at);
}

}  // namespace

Complement complement_of(const SpeechText& text, std::uint32_t cue, std::uint32_t from) {
    using Kind = Complement::Kind;
    if (from >= text.size() || text.word(from).block != text.word(cue).block) return {};
    const std::uint32_t end = std::min(text.sentence_end(from), from + longest_gap);
    for (std::uint32_t at = from; at < end; ++at) {
        if (text.name_at(at)) {
            at = text.name_end(at) - 1;
            continue;
        }
        if (const Quoted* quoted = text.quote_at(at)) {
            if (is_speech(text, *quoted, from)) return {Kind::quote, at};
            at = quoted->behind() - 1;
            continue;
        }
        const bool clock = text.sign(at) == ':' && at > 0 && at + 1 < text.size() &&
                           text.word(at - 1).kind == WordKind::number &&
                           text.word(at + 1).kind == WordKind::number;
        if (text.sign(at) == ':' && !clock) {
            if (at + 1 >= text.size() || text.word(at + 1).block != text.word(cue).block) return {};
            if (text.quote_at(at + 1) != nullptr) return {Kind::quote, at + 1};
            return {text.is_complementiser(at + 1) ? Kind::clause : Kind::colon, at + 1};
        }
        if (text.is_complementiser(at) && !belongs_to_conjunction(text, at)) {
            const bool coordinated = text.has_conjunction(at) && !text.is(at, particle::an);
            if (!coordinated) return {Kind::clause, at};
        }
        if (at > from && (takes_over(text, at) || text.has(at, trait::meanwhile))) return {};
        if (at == from && takes_over(text, at)) return {};
    }
    return {};
}

namespace {

// Where an object may begin behind the subject: behind times and behind an insertion between commas.
std::uint32_t object_place(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    if (at < end && text.is_comma(at)) {
        for (std::uint32_t next = at + 1; next < end && next < at + 9; ++next) {
            if (text.is_comma(next)) return next + 1;
        }
        return at;
    }
    while (at < end && text.has(at, trait::time) && !text.name_at(at)) ++at;
    return at;
}

}  // namespace

Complement noun_complement(const SpeechText& text, std::uint32_t cue, std::uint32_t subject_end) {
    using Kind = Complement::Kind;
    const CueRow* row = text.cue_at(cue);
    if (row == nullptr || (row->weak && !row->homograph)) return {};
    const std::uint32_t begin = cue + text.signs[cue].cue_words;
    const std::uint32_t end = std::min(text.sentence_end(cue), subject_end + 14);
    const std::uint32_t object = object_place(text, std::max(begin, subject_end), end);
    for (std::uint32_t at = std::max(begin, subject_end); at < end; ++at) {
        const bool noun = (row->patterns & pattern::noun) != 0;
        if (row->homograph) {  // "expressed", also "across": only "about" leads on
            if (text.is(at, particle::an_about) && at + 1 < end) return {Kind::noun, at + 1};
            if (text.has(at, trait::preposition)) return {};
            continue;
        }
        const bool bare_bi = text.is(at, particle::bi) && text.quote_at(at + 1) != nullptr;
        if (bare_bi && (row->patterns & pattern::bi) != 0) return {Kind::noun, at + 1};
        if ((row->patterns & pattern::bi) != 0 && text.begins_with_preposition(at, letters::beh))
            return {Kind::noun, at};
        if ((row->patterns & pattern::ila) != 0 && text.is(at, particle::ila)) return {Kind::noun, at + 1};
        if (noun && at + 1 < end) {
            if (text.is(at, particle::an_about)) return {Kind::noun, at + 1};
            if (text.is(at, particle::min) || text.is(at, particle::ala)) return {Kind::noun, at};
        }
        if (const Quoted* quoted = text.quote_at(at)) {
            if (at == subject_end && (row->patterns & pattern::quote) != 0) return {Kind::quote, at};
            at = quoted->behind() - 1;
            continue;
        }
        const bool behind_insertion =
            at > subject_end && text.word(at).enclitic != 0 && !text.has(at - 1, trait::preposition);
        if (noun && (at == object || behind_insertion) && at + 1 < end && text.is_arabic(at) &&
            !text.has_preposition(at) && !text.has(at, trait::function | trait::time) &&
            !text.is_finite_cue(at))
            return {Kind::noun, at};
        if (text.is_finite_cue(at) || text.has(at, trait::relative) || text.has(at, trait::conjunction))
            return {};
    }
    return {};
}

void mark_reports(SpeechText& text) {
    text.report_begins.assign(text.size(), false);
    for (std::uint32_t at = 0; at < text.size(); ++at) text.report_begins[at] = begins_report(text, at);
}

std::uint32_t content_end(const SpeechText& text, std::uint32_t first, Complement::Kind kind) {
    std::uint32_t end = std::min(text.sentence_end(first), first + longest_content);
    for (std::uint32_t at = first; at < end; ++at) {
        if (const Quoted* quoted = text.quote_at(at)) {
            if (quoted->behind() >= end) return std::min(quoted->behind(), text.size());
            at = quoted->behind() - 1;
            continue;
        }
        if (at == first) continue;
        const bool reported = kind == Complement::Kind::noun && text.has(at, trait::relative) &&
                              at + 1 < end && text.is_finite_cue(at + 1);
        if (reported) return at;  // "praised the soldiers, of whom he said"
        if (text.is_comma(at)) {
            if (kind == Complement::Kind::noun) return at;
            const bool turns = text.has(at + 1, trait::meanwhile) ||
                               (text.has_conjunction(at + 1) && text.has(at + 1, trait::auxiliary));
            if (at + 1 < end && turns && text.word(at + 1).sentence == text.word(at).sentence) return at;
        }
        if (text.report_begins[at]) return at;
    }
    return end;
}

std::uint32_t trimmed_end(const SpeechText& text, std::uint32_t first, std::uint32_t end) {
    while (end > first) {
        const std::uint32_t last = end - 1;
        const char32_t c = text.sign(last);
        const bool stop = c == '.' || c == ':' || c == '(' || text.is_comma(last) || text.is_dash(last);
        if (!stop && !text.has(last, trait::meanwhile) && !text.is(last, particle::qad)) break;
        end = last;
    }
    return end;
}

}  // namespace isnad::speech
