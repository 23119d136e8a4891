#include "language/speech/statements_reader.h"

#include <algorithm>

#include "base/limits.h"

namespace isnad::speech {

std::vector<Statement> StatementsReader::read() {
    for (std::uint32_t at = 0; at < text_.size() && reports_.size() < limits::annotations_per_layer; ++at) {
        if (at == 0 || text_.word(at - 1).block != text_.word(at).block) headline(at);
        if (text_.quote_at(at) != nullptr && text_.sentence_begin(at) == at) bare_quote(at);
        if (at > 0 && text_.quote_at(at) != nullptr && text_.sign(at - 1) == ':') colon_quote(at);
        if (at >= consumed_ && text_.cue_at(at) != nullptr) read_word(at);
    }
    give_chains();
    std::vector<Statement> out;
    out.reserve(reports_.size());
    for (Report& report : reports_) out.push_back(std::move(report.statement));
    return out;
}

void StatementsReader::read_word(std::uint32_t at) {
    const CueRow& cue = *text_.cue_at(at);
    constexpr std::uint32_t title = 3;  // words of a quoted name
    const Quoted* around = text_.quote_around(at);
    const bool bracketed = at > 0 && text_.sign(at - 1) == '(' && text_.sign(at + 1) == ')';
    if (cue.narrative || bracketed || (around != nullptr && around->words() <= title)) return;
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

// "the tanker "X"", "a rite, "X"": the marks hold a name, not words of the speaker.
bool StatementsReader::is_quoted_name(const Quoted& quoted) const {
    constexpr std::uint32_t longest = 3;  // words
    if (quoted.words() > longest) return false;
    const std::uint32_t first = quoted.first();
    if (text_.name_at(first) && text_.name_end(first) >= quoted.close) return true;
    const std::uint32_t before = quoted.open - 1;
    if (quoted.open == 0 || !text_.is_arabic(before) || text_.cue_at(before) != nullptr) return false;
    if (text_.has(before, trait::function) || text_.is(before, particle::bi)) return false;
    return text_.has(before, trait::body) || text_.carrier_at(before) != nullptr;
}

void StatementsReader::set_content(Report& out, const Complement& complement) const {
    using Kind = Complement::Kind;
    std::uint32_t at = complement.at;
    const Quoted* quoted = text_.quote_at(at);
    if (quoted != nullptr && complement.kind != Kind::noun) {
        out.first = quoted->first();
        out.end = trimmed_end(text_, out.first, quoted->close);
        out.statement.kind = StatementKind::direct;
        return;
    }
    out.first = at;
    const std::uint32_t cue = text_.cue_at(out.cue) == nullptr ? no_entry : out.cue;
    out.end = trimmed_end(text_, at, content_end(text_, at, complement.kind, cue));
    for (std::uint32_t i = at; i < out.end; ++i) {
        if (const Quoted* inner = text_.quote_at(i)) {
            if (!is_quoted_name(*inner)) out.statement.kind = StatementKind::mixed;
            i = inner->behind() - 1;
        }
    }
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
    out.led = complement.at;
    add(std::move(out), subject);
    return true;
}

void StatementsReader::add(Report out, const Subject& subject) {
    out.statement.speaker = subject.agent;
    out.own_phrase = subject.phrase;
    out.agreement = agreement_of(text_, out.cue);
    join(out.statement.chain, subject.links);
    const bool explicit_subject = !subject.phrase.empty() && subject.agent;
    const bool asks = out.statement.stance == Stance::question;
    if (explicit_subject && !out.nested && !asks) speakers_.heard(*subject.agent, out.agreement, out.cue);
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
    const bool function = text_.has(at, trait::function) && text_.signs[at].cue_skip == 0;
    if (function && (found.kind != Kind::clause || found.at != behind)) return false;
    if (found.kind == Kind::clause && is_infinitive(found.at)) return false;
    for (std::uint32_t i = behind; i + 1 < found.at && i < behind + 8; ++i) {  // "learnt from sources that"
        const CarrierRow* source = text_.carrier_at(i + 1);
        const bool unnamed = source != nullptr && source->kind == CarrierKind::unnamed;
        if (unnamed && text_.is(i, particle::min) && found.kind == Kind::clause)
            return found.at <= noun_phrase(text_, i + 1, found.at, Extent::whole).end + 2;
    }
    constexpr std::uint32_t slack = 2;  // a preposition or a comma
    const std::uint32_t end = std::max(behind, noun_phrase(text_, behind, found.at, Extent::whole).end);
    if (found.at <= end + slack) return true;
    constexpr std::uint32_t complements = 8;  // words of prepositional phrases of the subject
    const bool led = text_.sign(found.at - 1) == ':';
    bool closed = (found.kind != Kind::clause && !led) || found.at > end + complements;
    for (std::uint32_t i = end; !closed && i + (led ? 1 : 0) < found.at; ++i) {
        if (const Quoted* name = text_.quote_at(i); name != nullptr && name->words() <= 3) {
            i = name->behind() - 1;
            continue;
        }
        closed = text_.sign(i) != 0 || text_.is_finite_cue(i) || text_.has(i, trait::relative);
    }
    std::uint32_t rest = end;
    if (const Quoted* name = text_.quote_at(end); name != nullptr && name->words() <= 3)
        rest = name->behind();
    if (!closed && (text_.has(rest, trait::preposition) || text_.has_preposition(rest))) return true;
    // Over an insertion between commas: "said, in a statement, that".
    return text_.is_comma(end) && text_.is_comma(found.at - 1) && found.at <= end + 16;
}

}  // namespace isnad::speech
