#include "language/speech/statements_reader.h"

#include <algorithm>

#include "base/limits.h"

namespace isnad::speech {

std::vector<Statement> StatementsReader::read() {
    for (std::uint32_t at = 0; at < text_.size() && reports_.size() < limits::annotations_per_layer; ++at) {
        if (at == 0 || text_.word(at - 1).block != text_.word(at).block) colon(at);
        if (at >= consumed_ && text_.cue_at(at) != nullptr) read_word(at);
    }
    std::vector<Statement> out;
    out.reserve(reports_.size());
    for (Report& report : reports_) out.push_back(std::move(report.statement));
    return out;
}

void StatementsReader::read_word(std::uint32_t at) {
    const CueRow& cue = *text_.cue_at(at);
    if (cue.narrative) return;
    switch (cue.form) {
        case CueForm::participle: return participle(at);
        case CueForm::masdar: return masdar(at);
        case CueForm::preposition: return source(at);
        default: return cue.stance == Stance::quotation ? relay(at) : finite(at);
    }
}

// "May announce", "to announce", "will not say": nobody has spoken yet.
bool StatementsReader::is_hypothetical(std::uint32_t at) const {
    const CueRow* cue = text_.cue_at(at);
    if (at == 0 || cue->form != CueForm::imperfect) return false;
    return text_.is(at - 1, particle::an) || text_.is(at - 1, particle::bi_an) ||
           text_.is(at - 1, particle::qad);
}

// "described", "accused": a person or thing stands between subject and content.
bool StatementsReader::takes_object(std::uint32_t at) const {
    const CueRow& row = *text_.cue_at(at);
    return (row.patterns & pattern::bi) != 0 && (row.patterns & (pattern::quote | pattern::noun)) == 0 &&
           (row.stance == Stance::accusation || (row.patterns & pattern::clause) == 0);
}

// "the soldiers of whom he said": the relative is no subject of a verb of other gender or number.
bool StatementsReader::agrees_with_relative(std::uint32_t at) const {
    const Agreement verb = agreement_of(text_, at);
    if (text_.is(at - 1, particle::who_plural)) return verb.plural;
    const bool feminine = text_.is(at - 1, particle::who_feminine);
    return verb.gender == Gender::unknown || (verb.gender == Gender::feminine) == feminine;
}

bool StatementsReader::is_negated(std::uint32_t at) const {
    if (text_.signs[at].cue_words > 1 && text_.has(at, trait::negation)) return true;
    return at > 0 && text_.has(at - 1, trait::negation) && text_.signs[at].cue_skip == 0;
}

bool StatementsReader::is_nested(std::uint32_t at) const {
    constexpr std::size_t looked_at = 12;  // reports back
    std::size_t left = looked_at;
    for (auto it = reports_.rbegin(); it != reports_.rend() && left > 0; ++it, --left) {
        if (it->first <= at && at < it->end) return true;
    }
    return false;
}

// Whether another cue has led to the content that begins there.
bool StatementsReader::is_taken(std::uint32_t first) const {
    const std::size_t looked_at = std::min<std::size_t>(reports_.size(), 6);
    return std::any_of(reports_.end() - static_cast<std::ptrdiff_t>(looked_at), reports_.end(),
                       [&](const Report& report) { return report.first == first; });
}

// The first word of the clause that a verb stands in, behind the last content.
std::uint32_t StatementsReader::clause_begin(std::uint32_t at) const {
    std::uint32_t begin = text_.sentence_begin(at);
    if (!reports_.empty()) {
        const Report& last = reports_.back();
        if (last.end <= at) begin = std::max(begin, last.end);
        if (last.first <= at && at < last.end) begin = std::max(begin, last.first);
    }
    return std::min(begin, at);
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

void StatementsReader::set_content(Report& out, const Complement& complement) const {
    using Kind = Complement::Kind;
    std::uint32_t at = complement.at;
    const Quoted* quoted = text_.quote_at(at);
    // "that" before a quotation that is all of the content: direct speech.
    if (complement.kind == Kind::clause && text_.is(at, particle::an)) {
        const Quoted* next = text_.quote_at(at + 1);
        if (next != nullptr && trimmed_end(text_, at, content_end(text_, at, Kind::clause)) <= next->behind())
            quoted = next;
    }
    if (quoted != nullptr && complement.kind != Kind::noun) {
        out.first = quoted->first();
        out.end = trimmed_end(text_, out.first, quoted->close);
        out.statement.kind = StatementKind::direct;
        return;
    }
    out.first = at;
    out.end = trimmed_end(text_, at, content_end(text_, at, complement.kind));
    for (std::uint32_t i = at; i < out.end; ++i) {
        if (const Quoted* inner = text_.quote_at(i)) {
            const bool name = inner->words() <= 3 && text_.name_at(inner->first());
            if (!name) out.statement.kind = StatementKind::mixed;
            i = inner->behind() - 1;
        }
    }
}

void StatementsReader::set_chain(Report& out, std::uint32_t from, std::uint32_t to) {
    if (from < to) join(out.statement.chain, carriers_in(text_, from, to));
    const std::uint32_t behind = out.end;
    if (behind >= text_.size() || out.statement.kind != StatementKind::direct) return;
    // Behind a quotation: "..., in an interview with X".
    const std::uint32_t end = std::min(text_.sentence_end(behind), behind + 16);
    std::uint32_t stop = behind;
    while (stop < end && text_.cue_at(stop) == nullptr) ++stop;
    join(out.statement.chain, carriers_in(text_, behind, stop));
}

bool StatementsReader::report(std::uint32_t at, const Complement& complement, const Subject& subject,
                              std::string_view rule, float weight) {
    Report out;
    const CueRow& row = *text_.cue_at(at);
    out.cue = at;
    out.sentence = text_.word(at).sentence;
    out.nested = is_nested(at);
    set_content(out, complement);
    if (out.first >= out.end || is_taken(out.first)) return false;
    Statement& statement = out.statement;
    statement.span = text_.span(out.first, out.end);
    statement.cue =
        Cue{text_.span(at, text_.behind_cue(at), text_.signs[at].cue_skip), std::string(row.lemma)};
    statement.stance = row.stance;
    statement.negated = is_negated(at);
    statement.why = {rule, weight, {statement.cue->span}};
    const std::uint32_t behind = text_.behind_cue(at);
    statement.addressee =
        addressee_of(std::max(behind, subject.phrase.end), std::min(complement.at, behind + 30));
    if (!out.nested) set_chain(out, clause_begin(at), at);
    set_chain(out, std::max(behind, subject.phrase.first < at ? behind : subject.phrase.end), complement.at);
    add(std::move(out), subject);
    return true;
}

void StatementsReader::add(Report out, const Subject& subject) {
    out.statement.speaker = subject.agent;
    out.own_phrase = subject.phrase;
    out.agreement = agreement_of(text_, out.cue);
    const bool explicit_subject = !subject.phrase.empty() && subject.agent;
    if (explicit_subject && !out.nested) speakers_.heard(*subject.agent, out.agreement, out.cue);
    if (explicit_subject && !out.nested && out.statement.chain.empty()) carry_agency(out);
    const bool carried = !explicit_subject && !out.nested && out.statement.chain.empty() && !reports_.empty();
    if (carried && out.cue < reports_.back().end + 12 && subject.agent && reports_.back().statement.speaker &&
        subject.agent->names == reports_.back().statement.speaker->names)
        out.statement.chain = reports_.back().statement.chain;
    reports_.push_back(std::move(out));
}

// "decided to go": an with an imperfect, which stands for an infinitive behind most weak cues.
bool StatementsReader::is_infinitive(std::uint32_t complementiser) const {
    const std::uint32_t next = complementiser + 1;
    if (!text_.is_arabic(next) || text_.name_at(next) ||
        !text_.search(complementiser).ends_with(particle::an))
        return false;
    const char32_t first = utf8::at(text_.search(next), 0).value;
    return first == letters::yeh || (first == letters::teh && !text_.has(next, trait::title | trait::body));
}

// A weak cue leads to its content at once or over its subject alone, and to quotations and colons only where
// its pattern says so.
bool StatementsReader::is_near(std::uint32_t at, const Complement& found) const {
    using Kind = Complement::Kind;
    const CueRow& row = *text_.cue_at(at);
    const std::uint32_t behind = text_.behind_cue(at);
    if (found.kind != Kind::clause && (row.patterns & pattern::quote) == 0) return false;
    if (found.kind == Kind::clause && (row.patterns & pattern::clause) == 0) return false;
    if (text_.has(at, trait::function) && text_.signs[at].cue_skip == 0) return false;
    if (found.kind == Kind::clause && is_infinitive(found.at)) return false;
    constexpr std::uint32_t slack = 2;  // a preposition or a comma
    const std::uint32_t end = std::max(behind, noun_phrase(text_, behind, found.at, Extent::whole).end);
    return found.at <= end + slack;
}

// "The agency X said that ... The minister said": in one paragraph the agency carries the minister too.
void StatementsReader::carry_agency(Report& out) const {
    for (auto it = reports_.rbegin(); it != reports_.rend() && it->sentence + 2 >= out.sentence; ++it) {
        if (it->nested || it->own_phrase.empty()) continue;
        if (text_.word(it->cue).block != text_.word(out.cue).block) return;
        const auto link = carrier_of(text_, it->own_phrase);
        if (!link || link->kind != LinkKind::agency || carrier_of(text_, out.own_phrase)) return;
        out.statement.chain.push_back(*link);
        out.statement.chain.back().why = {"chain.carried_over", 0.5F, {}};
        return;
    }
}

void StatementsReader::finite(std::uint32_t at) {
    if (is_hypothetical(at)) return;
    const CueRow& row = *text_.cue_at(at);
    const std::uint32_t behind = text_.behind_cue(at);
    Complement found = complement_of(text_, at, behind);
    if (found && row.weak && !is_near(at, found)) return;
    if (found) {
        const Subject subject = subject_of(at, found);
        report(at, found, subject, "speech.verb", row.weak ? 0.7F : 0.9F);
        return;
    }
    if (row.weak && !row.homograph) return;
    if (!row.weak && behind_quote(at)) return;
    NounPhrase phrase{behind, behind, 0};
    const bool opens = text_.signs[at].cue_skip == 0 && text_.word(behind - 1).enclitic == 0;
    if (opens || may_be_subject(text_, behind))
        phrase = noun_phrase(text_, behind, text_.sentence_end(at),
                             takes_object(at) ? Extent::before_object : Extent::subject);
    if (!is_nested(at)) found = noun_complement(text_, at, phrase.end);
    if (!found && phrase.empty()) return;
    if (!found) {
        const bool waits =
            !is_nested(at) && is_source(phrase) && report_of_sentence(text_.word(at).sentence) == nullptr;
        if (!waits) return;
        pending_ = Subject{phrase, agent_of(text_, phrase)};
        pending_sentence_ = text_.word(at).sentence;
        return;
    }
    Subject subject{phrase, std::nullopt};
    if (phrase.empty())
        subject = subject_of(at, Complement{Complement::Kind::noun, behind});
    else
        subject.agent = agent_of(text_, phrase);
    report(at, found, subject, "speech.noun", 0.6F);
}

// "...", said the minister: the quotation before the verb is its content.
bool StatementsReader::behind_quote(std::uint32_t at) {
    std::uint32_t before = at;
    while (before > 0 && before + 3 > at && (text_.is_comma(before - 1) || text_.is_dash(before - 1)))
        --before;
    if (before == 0 || before == at) return false;
    const Quoted* quoted = nullptr;
    for (auto it = std::upper_bound(text_.quotes.begin(), text_.quotes.end(), before,
                                    [](std::uint32_t place, const Quoted&q) { return place < q.behind(); });
         it != text_.quotes.begin();) {
        --it;
        if (it->behind() == before) quoted = &*it;
        break;
    }
    if (quoted == nullptr || quoted->words() < 3) return false;
    if (!reports_.empty() && reports_.back().first < quoted->behind() && quoted->open < reports_.back().end)
        return false;
    Subject subject = subject_of(at, {});
    return report(at, {Complement::Kind::quote, quoted->open}, subject, "speech.quote_first", 0.8F);
}

void StatementsReader::participle(std::uint32_t at) {
    const CueRow& row = *text_.cue_at(at);
    const std::uint32_t behind = text_.behind_cue(at);
    Complement found = complement_of(text_, at, behind);
    if (found && (found.at > behind + 10 || (row.weak && found.at > behind + 2))) found = {};
    const bool clause = static_cast<bool>(found);
    if (!found && (!row.weak || row.homograph) && !is_nested(at)) found = noun_complement(text_, at, behind);
    if (!found) return;
    report(at, found, elided(at), clause ? "speech.participle" : "speech.participle_noun",
           clause ? 0.9F : 0.6F);
}

void StatementsReader::masdar(std::uint32_t at) {
    const CueRow& row = *text_.cue_at(at);
    if (text_.has(at, trait::title)) return;
    const std::uint32_t behind = text_.behind_cue(at);
    const Complement found = complement_of(text_, at, behind);
    if (!found || found.kind == Complement::Kind::colon || found.at > behind + 12) return;
    for (std::uint32_t i = behind; i < found.at; ++i) {
        if (text_.is_finite_cue(i) || text_.is_comma(i)) return;
    }
    if (row.weak && !is_near(at, found)) return;
    const bool pronoun = text_.word(at).enclitic != 0;
    Subject subject;
    if (!pronoun) subject.phrase = noun_phrase(text_, behind, found.at, Extent::whole);
    if (subject.phrase.empty()) {
        subject = elided(at);
    } else {
        subject.agent = agent_of(text_, subject.phrase);
    }
    report(at, found, subject, "speech.masdar", 0.7F);
}

}  // namespace isnad::speech
