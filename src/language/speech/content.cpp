#include "language/speech/content.h"

#include <algorithm>

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_gap = 45;       // words between a cue and its complement
constexpr std::uint32_t longest_content = 400;  // words
constexpr std::uint32_t longest_name = 6;       // words of a quoted name before "that"
constexpr std::uint32_t title_gap = 12;         // words between a quoted title and "that"
constexpr std::uint32_t name_quote = 4;         // a quotation up to that many words may be a name

// A complementiser that belongs to a conjunction: "before that", "although that".
bool belongs_to_conjunction(const SpeechText& text, std::uint32_t at) {
    if (at == 0) return false;
    const std::string_view before = text.search(at - 1);
    if (before == particle::other_than || before == particle::except) return true;
    for (const std::string_view lead : {particle::ila, particle::ala, particle::min, particle::an_about}) {
        if (before == lead) return false;
    }
    return text.has(at - 1, trait::preposition | trait::conjunction) &&
           !text.has(at - 1, trait::title | trait::time) &&
           (text.signs[at - 1].cue == no_entry || text.knowledge.cue(text.signs[at - 1].cue).weak);
}

// Whether the quotation is what a cue leads to, not a name in the way of it.
bool is_speech(const SpeechText& text, const Quoted& quoted, std::uint32_t from) {
    const std::uint32_t before = quoted.open - 1;
    const bool speaker =
        quoted.closed && quoted.words() <= longest_name && text.is_complementiser(quoted.behind());
    if (speaker) return false;  // said "The Network for Safe Dams" that
    if (text.sign(before) == ':') return true;
    const std::string_view form = text.search(before);
    if (form.ends_with(particle::title) || form.ends_with(particle::slogan)) return false;
    const std::uint32_t behind = quoted.behind();
    const bool stops =
        behind >= text.size() || text.sentence_begin(behind) == behind || text.sign(behind) != 0;
    if (quoted.words() <= name_quote) return quoted.open == from && stops;  // else a name, an ironic word
    // A long title before the clause: "said at the debate "..." that".
    const std::uint32_t end = stops && !text.is_comma(behind) ? behind : text.sentence_end(quoted.open);
    for (std::uint32_t at = behind; at < std::min(end, behind + title_gap); ++at) {
        if (text.cue_at(at) != nullptr) break;
        if (text.is_complementiser(at) && !belongs_to_conjunction(text, at)) return false;
    }
    return true;
}

// "relating his words": a participle or masdar that takes the content over from the verb before it.
bool takes_over(const SpeechText& text, std::uint32_t at) {
    const CueRow* cue = text.cue_at(at);
    return cue != nullptr && cue->form != CueForm::preposition && cue->form != CueForm::masdar &&
           !cue->weak && !text.has(at, trait::title);
}

// Whether a participle leads to a clause or a colon a few words on.
bool has_near_clause(const SpeechText& text, std::uint32_t at) {
    const Complement found = complement_of(text, at, text.behind_cue(at));
    return found && found.at <= at + 8 &&
           (found.kind == Complement::Kind::clause || text.sign(found.at - 1) == ':' ||
            text.is_comma(at - 1) || found.at == text.behind_cue(at));
}

// Whether the complement is one that the cue takes by its pattern.
bool has_fitting(const SpeechText& text, std::uint32_t at) {
    const Complement found = complement_of(text, at, text.behind_cue(at));
    const std::uint16_t patterns = text.cue_at(at)->patterns;
    if (found.kind == Complement::Kind::clause)
        return (patterns & pattern::clause) != 0 || !text.cue_at(at)->weak;
    const bool led = found && text.sign(found.at - 1) == ':';
    return found && ((patterns & pattern::quote) != 0 || (led && !text.cue_at(at)->weak));
}

// Whether a cue governs a noun or preposition as its content.
bool has_object(const SpeechText& text, std::uint32_t at) {
    const std::uint32_t behind = text.behind_cue(at);
    const NounPhrase subject = noun_phrase(text, behind, text.sentence_end(at), Extent::subject);
    return static_cast<bool>(noun_complement(text, at, behind)) ||
           static_cast<bool>(noun_complement(text, at, subject.end));
}

// "stressing the need": a participle with the preposition of its content directly behind it.
bool is_led(const SpeechText& text, std::uint32_t at) {
    const std::uint32_t behind = text.behind_cue(at);
    return behind < text.size() && text.has(behind, trait::preposition) && !text.has_preposition(behind) &&
           static_cast<bool>(governed_at(text, at, behind));
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
            return behind_comma ? has_near_clause(text, at) || has_object(text, at)
                                : !cue->weak && cue->stance != Stance::quotation &&
                                      (has_near_clause(text, at) || is_led(text, at));
        default: break;
    }
    if (cue->narrative) return text.has_conjunction(at) || behind_comma;
    const bool linked = at > 0 && (text.has(at - 1, trait::meanwhile) || text.is(at - 1, particle::qad));
    const bool coordinated = text.signs[at].cue_skip != 0 || linked;
    if (coordinated && has_fitting(text, at)) return true;
    return coordinated && (behind_comma || linked) && !cue->weak && has_object(text, at);
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
        if (text.is_complementiser(at) && (at == from || !belongs_to_conjunction(text, at))) {
            const bool coordinated = text.has_conjunction(at) && !text.is(at, particle::an);
            if (!coordinated) return {Kind::clause, at};
        }
        if (at > from && (takes_over(text, at) || text.has(at, trait::meanwhile))) return {};
        if (at == from && takes_over(text, at)) return {};
    }
    return {};
}

void mark_reports(SpeechText& text) {
    text.report_begins.assign(text.size(), false);
    for (std::uint32_t at = 0; at < text.size(); ++at) text.report_begins[at] = begins_report(text, at);
}

namespace {

bool begins(const SpeechText& text, std::uint32_t at, std::string_view word) {
    return at < text.size() && text.search(at).starts_with(word);
}

// "but he did not", "but he refused": the writer goes on, not the speaker.
bool writer_objects(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    const bool but = begins(text, at, particle::but) || begins(text, at, particle::and_but);
    const bool except = (text.is(at, particle::except) || text.is(at, particle::other_than)) &&
                        text.has(at + 1, trait::complementiser);
    if (!but && !except) return false;
    for (std::uint32_t next = at; next < std::min(end, at + 5); ++next) {
        if (text.is(next, particle::did_not) || text.is_finite_cue(next)) return true;
    }
    return except;
}

bool is_imperfect(const SpeechText& text, std::uint32_t at) {
    if (!text.is_arabic(at) || text.name_at(at) || text.has(at, trait::title | trait::body | trait::function))
        return false;
    const char32_t first = utf8::at(text.search(at), 0).value;
    return first == letters::yeh || first == letters::teh;
}

// Whether the writer's own words go on behind the comma before a word.
bool writer_goes_on(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    if (at >= end) return false;
    if (text.has(at, trait::meanwhile)) return true;
    const bool linked = text.has_conjunction(at);
    if (linked && text.has(at, trait::auxiliary | trait::demonstrative)) return true;
    if (linked && text.has(at, trait::pronoun)) return true;
    // "..., and when he was asked".
    for (std::uint32_t next = at; text.has(at, trait::conjunction) && next < std::min(end, at + 3); ++next) {
        if (text.is_finite_cue(next) && text.cue_at(next)->stance == Stance::question) return true;
    }
    if (text.is(at, particle::that_thing) || text.is(at, particle::after) || text.is(at, particle::as_cause))
        return true;
    if (text.is(at, particle::ma) && at + 1 < end && is_imperfect(text, at + 1)) return true;
    return writer_objects(text, at, end);
}

// Whether the object of a cue goes on behind a comma: a relative clause, "that is", the same preposition or
// another verbal noun coordinated.
bool object_goes_on(const SpeechText& text, std::uint32_t at, std::uint32_t first, std::uint32_t end) {
    if (at + 1 >= end) return false;
    if (text.has(at, trait::relative) && !text.has_conjunction(at)) return true;
    if (text.is(at, particle::any)) return true;
    if (text.has(at, trait::adverb) && !text.has_conjunction(at) && !text.report_begins[at]) return true;
    if (text.has(at, trait::time)) {
        for (std::uint32_t next = at + 1; next < std::min(end, at + 6); ++next) {
            if (text.is_comma(next)) return !text.report_begins[std::min(next + 1, text.size() - 1)];
        }
        return false;
    }
    if (!text.has_conjunction(at) || text.cue_at(at) != nullptr) return false;
    constexpr std::size_t conjunction = 2;  // bytes
    const std::string_view form = text.search(at).substr(conjunction);
    if (text.has_preposition(first) || text.has(first, trait::preposition)) {
        const std::string_view lead = text.search(first);
        if (text.has_preposition(first))
            return text.has_preposition(at) && form.substr(0, 2) == lead.substr(0, 2);
        if (form == lead) return true;
    }
    return form == particle::lack || looks_like_masdar(form);
}

// A relative whose verb of saying has a content of its own.
bool is_reported(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    return text.has(at, trait::relative) && at + 1 < end && text.is_finite_cue(at + 1) &&
           complement_of(text, at + 1, text.behind_cue(at + 1)).kind == Complement::Kind::clause;
}

// "... and Washington demands": a headline's second speaker.
bool other_speaks(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    if (!text.has_conjunction(at) || !text.name_at(at)) return false;
    if (at > 0 && text.name_at(at - 1) == text.name_at(at)) return false;
    const std::uint32_t verb = text.name_end(at);
    const CueRow* cue = verb < end ? text.cue_at(verb) : nullptr;
    return cue != nullptr && text.is_finite_cue(verb) && text.signs[verb].cue_skip == 0 &&
           (!cue->weak || cue->form == CueForm::imperfect);
}

// "denied it in a statement": a carrier behind the object.
bool carrier_begins(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    const bool led = text.is(at, particle::fi) || text.is(at, particle::khilal) || text.is(at, particle::abr);
    return led && at + 1 < end && text.cue_at(at - 1) == nullptr && text.carrier_at(at + 1) != nullptr &&
           text.carrier_at(at + 1)->kind != CarrierKind::unnamed && !text.has(at + 1, trait::title);
}

// "she said that the two met and praised": a coordinated verb without a subject that does not agree with the
// cue belongs to the content.
bool goes_on_inside(const SpeechText& text, std::uint32_t at, std::uint32_t cue) {
    if (cue == no_entry || !text.is_finite_cue(at) || text.signs[at].cue_skip == 0) return false;
    if (may_be_subject(text, text.behind_cue(at)) || !text.is_finite_cue(cue)) return false;
    constexpr std::string_view alef = spelled<letters::alef>;
    const auto is_dual = [&](std::uint32_t verb) {
        const CueRow& row = *text.cue_at(verb);
        const std::string_view form = text.search(verb);
        return row.form == CueForm::perfect && form.ends_with(alef) && !row.lemma.ends_with(alef) &&
               !form.ends_with(spelled<letters::waw, letters::alef>);
    };
    return is_dual(at) && !is_dual(cue);
}

}  // namespace

std::uint32_t content_end(const SpeechText& text, std::uint32_t first, Complement::Kind kind,
                          std::uint32_t cue) {
    std::uint32_t end = std::min(text.sentence_end(first), first + longest_content);
    if (const Quoted* around = text.quote_around(first))
        end = std::min(std::max(end, around->close), around->close);
    const bool noun = kind == Complement::Kind::noun;
    const CueRow* row = cue == no_entry ? nullptr : text.cue_at(cue);
    const bool asked = row != nullptr && row->stance == Stance::question;
    if (noun && text.is(first, particle::that_thing)) return first + 1;
    for (std::uint32_t at = first; at < end; ++at) {
        if (const Quoted* quoted = text.quote_at(at)) {
            if (quoted->behind() >= end) return std::min(quoted->behind(), text.size());
            at = quoted->behind() - 1;
            continue;
        }
        if (at == first) continue;
        if (noun && is_reported(text, at, end)) return at;  // "praised the soldiers, of whom he said"
        if (at > first + 1 && other_speaks(text, at, end)) return at;
        if (noun && (text.has(at, trait::meanwhile) || carrier_begins(text, at, end))) return at;
        if (text.is_comma(at)) {
            if (noun && !object_goes_on(text, at + 1, first, end)) return at;
            if (!noun && (asked || writer_goes_on(text, at + 1, end))) return at;
        }
        if (asked && text.is_finite_cue(at) && at > first + 2 && has_fitting(text, at)) return at;
        if (text.report_begins[at] && !goes_on_inside(text, at, cue)) return at;
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
