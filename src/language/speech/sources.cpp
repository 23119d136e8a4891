// Statements that a source gives rather than a verb: "according to", "X: ...", "the agency quoted Y".
#include <algorithm>

#include "language/speech/statements_reader.h"

namespace isnad::speech {

StatementsReader::Report* StatementsReader::report_of_sentence(std::uint32_t sentence) {
    for (auto it = reports_.rbegin(); it != reports_.rend() && it->sentence + 3 >= sentence; ++it) {
        if (it->sentence == sentence && !it->nested) return &*it;
    }
    return nullptr;
}

// Whether a noun phrase can have said something: "according to the ministry", not "according to the needs".
bool StatementsReader::is_source(const NounPhrase& phrase) const {
    for (std::uint32_t at = phrase.first; at < phrase.end; ++at) {
        if (text_.name_at(at) || text_.carrier_at(at) != nullptr || text_.has(at, trait::title | trait::body))
            return true;
    }
    const Span span = text_.span(phrase.first, phrase.end, phrase.skip);
    return !text_.mentions.starting_in(span).empty();
}

// The noun phrase of a source behind its preposition: "according to [what] the ministry [announced]". `said`:
// a verb stands before it, so that any noun may be a source.
StatementsReader::SourceWords StatementsReader::source_words(std::uint32_t at) {
    SourceWords out;
    std::uint32_t next = text_.behind_cue(at);
    const std::uint32_t end = text_.sentence_end(at);
    const bool by_verb = next < end && (text_.is(next, particle::ma) || text_.is(next, particle::li_ma));
    if (by_verb) ++next;
    out.said = by_verb || (next < end && text_.is_finite_cue(next));
    if (next < end && text_.is_finite_cue(next)) {
        consumed_ = next + 1;
        next += text_.signs[next].cue_words;
        if (next < end && text_.is(next, particle::an_about)) ++next;
    } else if (by_verb && next + 1 < end) {
        ++next;  // a verb that the tables do not have
    }
    out.phrase = {next, next, 0};
    if (next >= end) return out;
    if (!text_.begins_with_preposition(next, letters::lam)) {
        out.phrase = noun_phrase(text_, next, end, Extent::subject);
        return out;
    }
    const std::uint32_t from = text_.name_at(next) ? next : next + 1;
    const NounPhrase rest = noun_phrase(text_, from, end, Extent::subject);
    out.phrase = {next, std::max(rest.end, next + 1), 2};
    return out;
}

// "According to the ministry, ...", "..., according to a source", "..., as he put it".
void StatementsReader::source(std::uint32_t at) {
    const CueRow& row = *text_.cue_at(at);
    if (row.weak || text_.quote_around(at) != nullptr) return;
    const bool in_addition = text_.signs[at].cue_words == 2 && text_.is_finite_cue(at + 1) &&
                             complement_of(text_, at + 1, text_.behind_cue(at));
    if (in_addition) return;  // "the minister also said that"
    const SourceWords words = source_words(at);
    Subject who;
    if (words.phrase.empty()) {
        who = elided(at);
    } else {
        if (!words.said && !is_source(words.phrase)) return;
        who = {words.phrase, agent_of(text_, words.phrase)};
        consumed_ = std::max(consumed_, words.phrase.end);
    }
    const std::uint32_t begin = clause_begin(at);
    std::uint32_t lead = at;
    while (lead > begin && (text_.sign(lead - 1) != 0 || text_.has(lead - 1, trait::conjunction))) --lead;
    if (lead > begin || report_of_sentence(text_.word(at).sentence) != nullptr)
        return source_at_end(at, who, carrier_of(text_, words.phrase));
    source_at_begin(at, std::max(words.phrase.end, text_.behind_cue(at)), who);
}

// At the beginning of a sentence: what follows is its content, unless a speaker of its own is named there.
void StatementsReader::source_at_begin(std::uint32_t at, std::uint32_t behind, const Subject& who) {
    constexpr std::uint32_t longest_insertion = 14;
    const std::uint32_t end = text_.sentence_end(at);
    std::uint32_t first = behind;
    while (first < end && !text_.is_comma(first) && first < behind + longest_insertion) ++first;
    first = first < end && text_.is_comma(first) ? first + 1 : behind;
    if (first >= end) return;
    for (std::uint32_t i = first; i < std::min(end, first + 12); ++i) {
        const CueRow* cue = text_.cue_at(i);
        const bool verb =
            cue != nullptr && !cue->weak && cue->form != CueForm::masdar && cue->form != CueForm::preposition;
        if (verb && complement_of(text_, i, text_.behind_cue(i))) return;
    }
    report(at, {Complement::Kind::colon, first}, who, "speech.source_first", 0.7F);
}

void StatementsReader::source_at_end(std::uint32_t at, const Subject& who,
                                     const std::optional<ChainLink>& link) {
    if (Report* own = report_of_sentence(text_.word(at).sentence)) {
        if (link) join(own->statement.chain, {*link});
        return;
    }
    if (is_nested(at)) return;
    std::uint32_t first = clause_begin(at);
    while (first < at && (text_.is_comma(first) || text_.sign(first) == '.')) ++first;
    Report out;
    out.cue = at;
    out.sentence = text_.word(at).sentence;
    out.first = first;
    out.end = trimmed_end(text_, first, at);
    if (out.end <= first + 1) return;
    const CueRow& row = *text_.cue_at(at);
    Statement& statement = out.statement;
    if (const Quoted* quoted = text_.quote_at(first); quoted != nullptr && quoted->behind() >= out.end) {
        out.first = quoted->first();
        out.end = trimmed_end(text_, out.first, quoted->close);
        statement.kind = StatementKind::direct;
    }
    statement.span = text_.span(out.first, out.end);
    statement.cue =
        Cue{text_.span(at, text_.behind_cue(at), text_.signs[at].cue_skip), std::string(row.lemma)};
    statement.stance = row.stance;
    statement.why = {"speech.source_last", 0.7F, {statement.cue->span}};
    add(std::move(out), who);
}

// "The agency X quoted Y as saying that".
void StatementsReader::relay(std::uint32_t at) {
    std::uint32_t next = text_.behind_cue(at);
    const std::uint32_t end = std::min(text_.sentence_end(at), next + 40);
    Subject who;
    std::uint32_t from = next, behind_carrier = next;
    if (text_.signs[at].cue_words < 2) {
        const auto leads = [&](std::uint32_t i) {
            const CarrierRow* carrier = text_.carrier_at(i);
            return text_.is(i, particle::an_about) ||
                   (carrier != nullptr && carrier->kind == CarrierKind::relay);
        };
        while (from < end && !leads(from)) ++from;
        if (from >= end) return finite(at);
        behind_carrier = from;
        from += std::max<std::uint32_t>(1, text_.signs[from].carrier_words);
    }
    who.phrase = noun_phrase(text_, from, end, Extent::subject);
    if (!who.phrase.empty()) who.agent = agent_of(text_, who.phrase);
    std::uint32_t cursor = std::max(who.phrase.end, from);
    std::uint32_t masdar_at = no_entry;
    for (std::uint32_t i = cursor; i < std::min(end, cursor + 25); ++i) {
        const CueRow* cue = text_.cue_at(i);
        if (cue == nullptr || cue->form != CueForm::masdar || text_.word(i).enclitic == 0) continue;
        masdar_at = i;
        cursor = text_.behind_cue(i);
        break;
    }
    Complement found = complement_of(text_, at, cursor);
    if (!found && masdar_at != no_entry) found = noun_complement(text_, masdar_at, cursor);
    if (!found) return;
    if (!who.agent) who = elided(at);
    consumed_ = cursor;
    if (!report(at, found, who, "speech.relay", 0.8F)) return;
    if (text_.signs[at].cue_words < 2) {
        const NounPhrase by = noun_phrase(text_, next, behind_carrier, Extent::whole);
        if (auto link = carrier_of(text_, by)) join(reports_.back().statement.chain, {*link});
    }
}

}  // namespace isnad::speech
