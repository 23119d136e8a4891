// Whose words a cue reports: its subject, or whom an elided subject repeats.
#include <algorithm>

#include "language/speech/statements_reader.h"

namespace isnad::speech {

// "described", "accused": a person or thing stands between subject and content.
bool StatementsReader::takes_object(std::uint32_t at) const {
    const CueRow& row = *text_.cue_at(at);
    return row.object && (row.stance == Stance::accusation || (row.patterns & pattern::clause) == 0);
}

// "the soldiers of whom he said": the relative is no subject of a verb of other gender or number.
bool StatementsReader::agrees_with_relative(std::uint32_t at) const {
    const Agreement verb = agreement_of(text_, at);
    if (text_.is(at - 1, particle::who_plural)) return verb.plural;
    const bool feminine = text_.is(at - 1, particle::who_feminine);
    return verb.gender == Gender::unknown || (verb.gender == Gender::feminine) == feminine;
}

// "The minister visited the site and said": the subject that the sentence begins with.
NounPhrase StatementsReader::sentence_subject(std::uint32_t at) const {
    std::uint32_t begin = clause_begin(at);
    while (begin < at && (text_.sign(begin) != 0 || text_.has(begin, trait::function))) ++begin;
    for (int tries = 0; tries < 2 && begin < at; ++tries, ++begin) {
        const bool head =
            text_.is_person(begin) || (text_.has(begin, trait::title) && text_.has_article(begin));
        if (head && !text_.has_preposition(begin)) return noun_phrase(text_, begin, at, Extent::subject);
    }
    return {at, at, 0};
}

StatementsReader::Subject StatementsReader::elided(std::uint32_t at) {
    const std::uint32_t sentence = text_.word(at).sentence;
    if (pending_ && pending_sentence_ == sentence) return *pending_;
    constexpr std::size_t looked_at = 12;  // reports back
    std::size_t left = looked_at;
    for (auto it = reports_.rbegin(); it != reports_.rend() && it->sentence == sentence && left > 0;
         ++it, --left) {
        if (it->nested && !(it->first <= at && at < it->end)) continue;
        if (!it->statement.speaker) continue;
        Subject out;
        out.agent = it->statement.speaker;
        if (!out.agent->names.empty() || out.agent->mention) out.agent->span.reset();
        return out;
    }
    Subject out;
    const NounPhrase phrase = sentence_subject(at);
    if (!phrase.empty()) {
        out.phrase = phrase;
        out.agent = agent_of(text_, phrase);
        return out;
    }
    out.agent = speakers_.last(agreement_of(text_, at), at);
    return out;
}

StatementsReader::Subject StatementsReader::subject_of(std::uint32_t at, const Complement& complement) {
    Subject out;
    const std::uint32_t behind = text_.behind_cue(at);
    Extent extent = complement.kind == Complement::Kind::noun ? Extent::subject : Extent::whole;
    if (takes_object(at)) extent = Extent::before_object;
    const std::uint32_t limit = complement ? complement.at : text_.sentence_end(at);
    out.phrase = noun_phrase(text_, behind, limit, extent);
    const bool of_relative = at > 0 && text_.has(at - 1, trait::relative);
    if (out.phrase.empty() && of_relative && !agrees_with_relative(at)) return elided(at);
    if (out.phrase.empty() && of_relative) out.phrase = antecedent(text_, at - 1);
    const bool linked = text_.signs[at].cue_skip != 0;
    if (out.phrase.empty() && !linked && clause_begin(at) < at)
        out.phrase = phrase_before(text_, at, clause_begin(at));
    if (out.phrase.empty()) return elided(at);
    if (complement && out.phrase.first > at) take_apposition(out.phrase, limit);
    out.agent = agent_of(text_, out.phrase);
    return out;
}

// "said the deputy of the director for X, [comma] NAME, that": the name belongs to the phrase.
void StatementsReader::take_apposition(NounPhrase& phrase, std::uint32_t limit) const {
    for (std::uint32_t at = phrase.first; at < phrase.end; ++at) {
        if (text_.is_person(at)) return;
    }
    for (std::uint32_t at = phrase.end; at + 1 < limit && at < phrase.end + 12; ++at) {
        if (text_.has(at, trait::relative)) return;
        if (!text_.is_comma(at) || !text_.is_person(at + 1) || text_.has_preposition(at + 1)) continue;
        const std::uint32_t end = text_.name_end(at + 1);
        if (end >= limit || text_.is_comma(end) || end == limit) phrase.end = std::min(end, limit);
        return;
    }
}

std::optional<Agent> StatementsReader::addressee_of(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
        if (!text_.begins_with_preposition(at, letters::lam) || text_.carrier_at(at) != nullptr) continue;
        if (!text_.has(at, trait::title) && !text_.is_person(at)) continue;
        NounPhrase phrase{at, at + 1, 2};
        if (text_.name_at(at)) phrase.end = std::min(text_.name_end(at), end);
        return agent_of(text_, phrase);
    }
    return std::nullopt;
}

}  // namespace isnad::speech
