// Statements that a source gives rather than a verb: "according to", "X: ...", "the agency quoted Y".
#include <algorithm>

#include "language/speech/speaker_clause.h"
#include "language/speech/statements_reader.h"

namespace isnad::speech {
namespace {

// "", "him", "her", "them": what may follow "from" in one word.
bool is_pronoun(std::string_view rest) {
    namespace l = letters;
    return rest.empty() || rest == spelled<l::heh> || rest == spelled<l::heh, l::alef> ||
           rest == spelled<l::heh, l::meem> || rest == spelled<l::heh, l::meem, l::alef>;
}

}  // namespace

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
        const bool about = next < end && text_.search(next).starts_with(particle::an_about) &&
                           is_pronoun(text_.search(next).substr(particle::an_about.size()));
        if (about) ++next;
    } else if (by_verb && next + 1 < end) {
        ++next;  // a verb that the tables do not have
    }
    out.phrase = {next, next, 0};
    if (next >= end) return out;
    if (!text_.begins_with_preposition(next, letters::lam)) {
        out.phrase = noun_phrase(text_, next, end, Extent::subject);
        return out;
    }
    out.phrase = phrase_behind_li(text_, next, end);
    return out;
}

// "..., as the ministry said": behind a comma, with a verb of saying that has no content of its own.
bool StatementsReader::is_aside(std::uint32_t at) const {
    const std::uint32_t verb = text_.behind_cue(at);
    if (at == 0 || !text_.is_comma(at - 1) || !text_.is_finite_cue(verb)) return false;
    const CueRow& row = *text_.cue_at(verb);
    if (row.narrative || row.object) return false;
    if ((row.patterns & pattern::clause) == 0 && row.stance != Stance::quotation) return false;
    const std::uint32_t behind = text_.behind_cue(verb);
    const NounPhrase subject = noun_phrase(text_, behind, text_.sentence_end(verb), Extent::subject);
    if (row.stance == Stance::quotation) return true;
    const bool closed = subject.end >= text_.sentence_end(verb) || text_.sign(subject.end) != 0 ||
                        text_.has(subject.end, trait::preposition) || text_.has_preposition(subject.end);
    return closed && !noun_complement(text_, verb, subject.end);
}

// "According to the ministry, ...", "..., according to a source", "..., as he put it".
void StatementsReader::source(std::uint32_t at) {
    const CueRow& row = *text_.cue_at(at);
    // "as the ministry said", "by what was said": weak ones only before a verb of saying.
    if (row.weak && !is_aside(at)) return;
    if (text_.quote_around(at) != nullptr) return;
    const std::uint32_t verb = row.weak ? text_.behind_cue(at) : at + 1;
    const bool by_verb = row.weak || text_.signs[at].cue_words == 2;
    if (by_verb && text_.is_finite_cue(verb) && complement_of(text_, verb, text_.behind_cue(verb)))
        return;  // "the minister also said that"
    const SourceWords words = source_words(at);
    Subject who;
    const bool alone = text_.signs[at].cue_words == 1 && text_.word(at).enclitic == 0 && !words.said;
    if (words.phrase.empty() && alone) return;  // "and that is all"
    if (words.phrase.empty()) {
        if (!words.said) who = elided(at);
    } else {
        if (!words.said && !is_source(words.phrase)) return;
        who = {words.phrase, agent_of(text_, words.phrase), {}};
        consumed_ = std::max(consumed_, words.phrase.end);
        settle_issuer(who, at);
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
    // "according to X, ...", "according to X fa-inna ...".
    const auto opens = [&](std::uint32_t i) {
        const bool linked = text_.has_conjunction(i) || text_.search(i).starts_with(particle::fa);
        return i > behind && linked && (text_.is_complementiser(i) || text_.search(i) == particle::fa_qad);
    };
    while (first < end && !text_.is_comma(first) && !opens(first) && first < behind + longest_insertion)
        ++first;
    if (first >= end || !opens(first)) first = first < end && text_.is_comma(first) ? first + 1 : behind;
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
    // "the toll, according to the doctors, reached": the sentence goes on behind the source.
    const std::uint32_t behind = std::max(who.phrase.end, text_.behind_cue(at));
    if (text_.is_comma(at - 1) && behind + 2 < text_.size() && text_.is_comma(behind) &&
        behind + 2 < text_.sentence_end(at) && !text_.report_begins[behind + 1] &&
        !text_.is(behind + 1, particle::after) && !text_.has(behind + 1, trait::meanwhile) &&
        !text_.has_conjunction(behind + 1))
        out.end = trimmed_end(text_, behind, content_end(text_, behind + 1, Complement::Kind::colon));
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

// Where a relay names its source: behind "from", "on the tongue of", and behind "to" for verbs that ascribe.
// `end` where it names none.
std::uint32_t StatementsReader::relay_lead(std::uint32_t at, std::uint32_t from, std::uint32_t end) const {
    const bool ascribes = (text_.cue_at(at)->patterns & pattern::ila) != 0;
    for (; from < end; ++from) {
        const CarrierRow* carrier = text_.carrier_at(from);
        const std::string_view form = text_.search(from);
        const bool of_whom =
            form.starts_with(particle::an_about) && is_pronoun(form.substr(particle::an_about.size()));
        if (of_whom || (ascribes && text_.is(from, particle::ila))) return from;
        if (carrier != nullptr && carrier->kind == CarrierKind::relay) return from;
        if (text_.is_complementiser(from) || text_.sign(from) == ':') return end;
    }
    return end;
}

// "The agency X quoted Y as saying that".
void StatementsReader::relay(std::uint32_t at) {
    const std::uint32_t next = text_.behind_cue(at);
    const std::uint32_t end = std::min(text_.sentence_end(at), next + 40);
    Subject who;
    NounPhrase by{next, next, 0};
    std::uint32_t from = next;
    if (text_.signs[at].cue_words < 2) {
        const std::uint32_t lead = relay_lead(at, from, end);
        if (lead >= end) return finite(at);
        by = noun_phrase(text_, next, lead, Extent::whole);
        from = lead + std::max<std::uint32_t>(1, text_.signs[lead].carrier_words);
        if (text_.search(lead).size() > particle::an_about.size() &&
            text_.search(lead).starts_with(particle::an_about)) {  // "the radio quoted him"
            who = elided(at);
            who.phrase = {from, from, 0};
            if (by.empty()) by = noun_phrase(text_, from, end, Extent::subject);
            from = std::max(from, by.end);
        }
    }
    if (by.empty()) by = phrase_before(text_, at, clause_begin(at));
    if (!who.agent) {
        who.phrase = noun_phrase(text_, from, end, Extent::subject);
        if (!who.phrase.empty()) who.agent = agent_of(text_, who.phrase);
    }
    relayed(at, who, by, std::max(who.phrase.end, from), end);
}

// The statement of a relay: of `who`, through `by`, its content behind `cursor`.
void StatementsReader::relayed(std::uint32_t at, Subject& who, const NounPhrase& by, std::uint32_t cursor,
                               std::uint32_t end) {
    std::uint32_t masdar_at = no_entry;
    for (std::uint32_t i = cursor; i < std::min(end, cursor + 25); ++i) {
        const CueRow* cue = text_.cue_at(i);
        if (cue == nullptr || cue->form != CueForm::masdar || text_.word(i).enclitic == 0) continue;
        masdar_at = i;
        cursor = text_.behind_cue(i);
        break;
    }
    if (masdar_at == no_entry && text_.is_comma(cursor)) {  // an insertion behind the source
        constexpr std::uint32_t longest_insertion = 16;
        for (std::uint32_t i = cursor + 1; i + 1 < end && i < cursor + longest_insertion; ++i) {
            if (!text_.is_comma(i)) continue;
            if (text_.is_complementiser(i + 1) || text_.quote_at(i + 1) != nullptr) cursor = i + 1;
            break;
        }
    }
    Complement found = complement_of(text_, at, cursor);
    if (!found && masdar_at != no_entry) found = noun_complement(text_, masdar_at, cursor);
    if (!found) return;
    if (!who.agent) who = elided(at);
    if (const auto link = relayed_by(by)) join(who.links, {*link});
    hand_on(who, at, found.at);
    settle_issuer(who, at);
    consumed_ = cursor;
    report(at, found, who, "speech.relay", 0.8F);
}

}  // namespace isnad::speech
