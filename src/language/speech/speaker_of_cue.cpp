// Whose words a cue reports: its subject, or whom an elided subject repeats.
#include <algorithm>

#include "language/speech/speaker_clause.h"
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

// The last report of the sentence whose speaker a cue without a subject may repeat: not one of another
// clause's depth, not what was asked, not a relative clause.
// `loosely`: also a verbal noun of somebody else's and one of other gender.
const StatementsReader::Report* StatementsReader::report_to_repeat(std::uint32_t at, bool loosely) const {
    const std::uint32_t sentence = text_.word(at).sentence;
    const Agreement verb = agreement_of(text_, at);
    std::size_t left = 12;  // reports back
    for (auto it = reports_.rbegin(); it != reports_.rend() && it->sentence == sentence && left > 0;
         ++it, --left) {
        if (it->nested && !(it->first <= at && at < it->end)) continue;
        if (!it->statement.speaker || it->statement.stance == Stance::question) continue;
        if (it->cue > 0 && text_.has(it->cue - 1, trait::relative)) continue;
        if (loosely) return &*it;
        const CueRow* cue = text_.cue_at(it->cue);
        if (cue != nullptr && cue->form == CueForm::masdar && !it->own_phrase.empty()) continue;
        const Agreement heard = it->agreement;
        const bool differs = verb.gender != Gender::unknown && heard.gender != Gender::unknown &&
                             verb.gender != heard.gender && !verb.plural && !heard.plural;
        const bool one =
            verb.plural && !verb.dual && !heard.plural && it->statement.speaker->names.size() == 1 &&
            text_.names[std::size_t{it->statement.speaker->names.front()}].type == NameType::person;
        if (!differs && !one) return &*it;
    }
    return nullptr;
}

// Whether a subject of another clause can be that of a verb, by gender and number.
bool StatementsReader::agrees(const NounPhrase& phrase, std::uint32_t at) const {
    const Agreement verb = agreement_of(text_, at);
    const Gender gender = gender_of(text_, phrase);
    return verb.gender == Gender::unknown || gender == Gender::unknown || verb.plural ||
           gender == verb.gender;
}

// "The two said": the pair told of last, or the last speakers that were two.
std::optional<Agent> StatementsReader::pair_before(std::uint32_t at) const {
    std::size_t left = 12;
    for (auto it = reports_.rbegin(); it != reports_.rend() && left > 0; ++it, --left) {
        if (it->statement.speaker && it->statement.speaker->names.size() == 2)
            return repeated(text_, *it->statement.speaker);
    }
    const std::uint32_t begin = text_.word(at).span.begin;
    const auto& mentions = text_.mentions.all();
    const auto behind =
        std::lower_bound(mentions.begin(), mentions.end(), begin,
                         [](const Mention& one, std::uint32_t to) { return one.span.begin < to; });
    std::size_t looked_at = 16;
    for (auto it = behind; it != mentions.begin() && looked_at > 0; --looked_at) {
        --it;
        if (it->kind != MentionKind::pair || it->names.size() != 2) continue;
        Agent out;
        out.mention = static_cast<std::uint32_t>(it - mentions.begin());
        out.span = it->span;
        return repeated(text_, out);
    }
    return std::nullopt;
}

// The subject of the sentence before, where nobody was reported in it: "The governor received the delegation.
// He said ..."
std::optional<Agent> StatementsReader::topic_before(std::uint32_t at) const {
    const std::uint32_t sentence = text_.word(at).sentence;
    if (sentence == 0 || text_.cue_at(at)->form == CueForm::masdar) return std::nullopt;
    const Sentence& before = text_.words.sentences[std::size_t{sentence - 1}];
    if (before.first >= before.end) return std::nullopt;
    const std::uint32_t block = text_.word(before.first).block;
    if (block + 1 < text_.word(at).block || is_headline_word(before.first)) return std::nullopt;
    for (auto it = reports_.rbegin(); it != reports_.rend(); ++it) {
        if (it->sentence == sentence - 1 || it->end > before.first) return std::nullopt;
        if (it->sentence + 1 < sentence) break;
    }
    const NounPhrase phrase = clause_subject(text_, before.first, before.end);
    if (phrase.empty() || !agrees(phrase, at)) return std::nullopt;
    return repeated(text_, agent_of(text_, phrase));
}

bool StatementsReader::is_headline_word(std::uint32_t at) const {
    const BlockKind kind = text_.document.blocks()[text_.word(at).block].kind;
    return kind == BlockKind::title || kind == BlockKind::deck || kind == BlockKind::subheading;
}

StatementsReader::Subject StatementsReader::elided(std::uint32_t at) {
    Subject out;
    if (agreement_of(text_, at).dual) out.agent = pair_before(at);
    if (out.agent) return out;
    if (pending_ && pending_sentence_ == text_.word(at).sentence) return *pending_;
    // "... The leader answered him, saying": a clause of its own behind the last content.
    const CueRow& cue = *text_.cue_at(at);
    const std::uint32_t begin = clause_begin(at);
    if (cue.form == CueForm::participle && begin > text_.sentence_begin(at) && !is_nested(at)) {
        out.phrase = clause_subject(text_, begin, at);
        if (!out.phrase.empty() && agrees(out.phrase, at)) {
            out.agent = agent_of(text_, out.phrase);
            return out;
        }
        out.phrase = {};
    }
    if (const Report* report = report_to_repeat(at, false)) {
        out.agent = repeated(text_, *report->statement.speaker);
        return out;
    }
    const NounPhrase phrase = clause_subject(text_, clause_begin(at), at);
    if (!phrase.empty() && agrees(phrase, at)) {
        out.phrase = phrase;
        return settled(out, at, {});
    }
    if (const Report* report = report_to_repeat(at, true)) {
        out.agent = repeated(text_, *report->statement.speaker);
        return out;
    }
    out.agent = topic_before(at);
    if (out.agent) return out;
    out.agent = speakers_.last(agreement_of(text_, at), at);
    if (out.agent) out.agent = repeated(text_, *out.agent);
    if (out.agent || cue.form == CueForm::preposition || cue.form == CueForm::masdar) return out;
    const NounPhrase anybody = clause_subject(text_, clause_begin(at), at, true);
    if (anybody.empty() || !agrees(anybody, at)) return out;
    out.phrase = anybody;
    return settled(out, at, {});
}

// Whether the noun phrase behind a verb is its object, the subject left out: by its ending, by a gender that
// the verb does not have, or because a verb that needs an object has no other.
bool StatementsReader::is_object(std::uint32_t at, const NounPhrase& phrase,
                                 const Complement& complement) const {
    if (phrase.empty() || text_.word(text_.behind_cue(at) - 1).enclitic != 0) return false;
    if (is_oblique(text_, phrase)) return true;
    const Agreement verb = agreement_of(text_, at);
    const bool beside = phrase.first == text_.behind_cue(at);
    const Gender gender = gender_of(text_, phrase);
    const bool differs = beside && !verb.plural && verb.gender != Gender::unknown &&
                         gender != Gender::unknown && gender != verb.gender;
    const bool transitive = (text_.cue_at(at)->patterns & pattern::noun) != 0 || takes_object(at);
    if (differs && transitive) return true;
    if (!takes_object(at) || !complement) return false;
    const NounPhrase whole = noun_phrase(text_, phrase.first, complement.at, Extent::whole);
    const NounPhrase second = noun_phrase(text_, phrase.end, complement.at, Extent::whole);
    return second.empty() && whole.end + 3 >= complement.at && text_.signs[at].cue_skip != 0;
}

// The subject of a cue whose content is a noun phrase, `phrase` being the one behind the verb.
StatementsReader::Subject StatementsReader::subject_of_noun(std::uint32_t at, const NounPhrase& phrase,
                                                            const Complement& complement) {
    if (phrase.empty()) return subject_of(at, Complement{Complement::Kind::noun, text_.behind_cue(at)});
    Subject out;
    out.phrase = phrase_before(text_, at, clause_begin(at));
    if (out.phrase.empty() && is_object(at, phrase, complement)) {
        out = elided(at);
        if (out.phrase.empty()) out.phrase = {phrase.end, phrase.end, 0};
        return out;
    }
    if (out.phrase.empty()) out.phrase = phrase;
    out.agent = agent_of(text_, out.phrase);
    hand_on(out, at, complement.at);
    settle_issuer(out, at);
    return out;
}

StatementsReader::Subject StatementsReader::subject_of(std::uint32_t at, const Complement& complement) {
    Subject out;
    out.phrase = learnt_from(at, complement);
    if (!out.phrase.empty()) return settled(out, at, complement);
    if (is_passive(text_, at)) return out;
    const std::uint32_t behind = text_.behind_cue(at);
    out.phrase = phrase_before(text_, at, clause_begin(at));
    if (!out.phrase.empty()) return settled(out, at, complement);
    Extent extent = complement.kind == Complement::Kind::noun ? Extent::subject : Extent::whole;
    if (takes_object(at)) extent = Extent::before_object;
    const std::uint32_t limit = complement ? complement.at : text_.sentence_end(at);
    out.phrase = noun_phrase(text_, behind, limit, extent);
    if (is_object(at, out.phrase, complement)) return elided(at);
    const bool of_relative = at > 0 && text_.has(at - 1, trait::relative);
    if (out.phrase.empty() && of_relative && !agrees_with_relative(at)) return elided(at);
    if (out.phrase.empty() && of_relative) out.phrase = antecedent(text_, at - 1);
    if (out.phrase.empty()) out.phrase = phrase_behind_adverbials(at, limit);
    if (out.phrase.empty()) return elided(at);
    if (complement && out.phrase.first > at) take_apposition(out.phrase, limit);
    return settled(out, at, complement);
}

// "Said to the paper X [a diplomat] that", "said yesterday in Paris [the minister] that": the subject behind
// adverbials, when it reaches to the content.
NounPhrase StatementsReader::phrase_behind_adverbials(std::uint32_t at, std::uint32_t limit) const {
    constexpr std::uint32_t reach = 12;  // words
    const std::uint32_t behind = text_.behind_cue(at);
    for (std::uint32_t i = behind + 1; i < limit && i < behind + reach; ++i) {
        if (text_.is_complementiser(i) || text_.has(i, trait::relative) || text_.is_finite_cue(i)) break;
        const CarrierRow* row = text_.carrier_at(i);
        const bool source = row != nullptr && row->kind == CarrierKind::unnamed;
        const bool head =
            source || text_.is_person(i) || (text_.has(i, trait::title) && !text_.has_article(i));
        const bool led = text_.has_preposition(i) || text_.has(i - 1, trait::preposition) ||
                         (text_.is_arabic(i - 1) && !text_.has_article(i - 1) && !text_.name_at(i - 1) &&
                          !text_.has(i - 1, trait::time));
        if (!head || led || (text_.name_at(i) && text_.name_at(i) == text_.name_at(i - 1))) continue;
        const NounPhrase out = noun_phrase(text_, i, limit, Extent::whole);
        if (!out.empty() && (out.end >= limit || text_.is_comma(out.end))) return out;
    }
    return {at, at, 0};
}

// "The paper learnt from [sources] that": those from whom it was learnt.
NounPhrase StatementsReader::learnt_from(std::uint32_t at, const Complement& complement) const {
    namespace l = letters;
    constexpr std::string_view learnt = spelled<l::ain, l::lam, l::meem>;
    const std::uint32_t from = text_.behind_cue(at);
    const std::uint32_t limit = complement ? complement.at : text_.sentence_end(at);
    for (std::uint32_t i = from; text_.cue_at(at)->lemma == learnt && i + 1 < limit && i < from + 12; ++i) {
        const CarrierRow* row = text_.carrier_at(i + 1);
        if (text_.is(i, particle::min) && row != nullptr && row->kind == CarrierKind::unnamed)
            return noun_phrase(text_, i + 1, limit, Extent::subject);
    }
    return {at, at, 0};
}

// The subject of its phrase, or those whose words it hands on.
StatementsReader::Subject StatementsReader::settled(Subject out, std::uint32_t at,
                                                    const Complement& complement) {
    out.agent = agent_of(text_, out.phrase);
    hand_on(out, at, complement ? complement.at : text_.sentence_end(at));
    settle_issuer(out, at);
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
