// Statements of verbs, participles and verbal nouns, and of quotations beside them.
#include <algorithm>

#include "language/speech/statements_reader.h"

namespace isnad::speech {
namespace {

bool is_masculine_plural(const SpeechText& text, std::uint32_t at) {
    return text.is_arabic(at) && text.search(at).ends_with(spelled<letters::waw, letters::noon>);
}

}  // namespace

// "was written on the wall: ...": words on a thing, not on a medium.
bool StatementsReader::is_inscription(std::uint32_t at, const Complement& found) const {
    const std::uint32_t behind = text_.behind_cue(at);
    if (found.kind == Complement::Kind::clause || behind >= found.at) return false;
    if (!text_.search(behind).starts_with(particle::ala)) return false;
    if (text_.word(behind).enclitic != 0) return true;
    const std::uint32_t next = behind + 1;
    return text_.is(behind, particle::ala) && next < found.at && text_.carrier_at(next) == nullptr &&
           !text_.name_at(next) && text_.quote_at(next) == nullptr && !text_.has(next, trait::title);
}

// A form that is also a noun stands where a verb does.
bool StatementsReader::stands_as_verb(std::uint32_t at) const {
    const CueRow& row = *text_.cue_at(at);
    if (row.form != CueForm::perfect) return true;
    if (text_.signs[at].cue_skip != 0 || at == text_.sentence_begin(at)) return true;
    const std::string_view form = text_.search(at);
    if (form.ends_with(spelled<letters::teh>) || form.ends_with(spelled<letters::waw, letters::alef>))
        return true;
    if (text_.sign(at - 1) != 0 ||
        text_.has(at - 1, trait::meanwhile | trait::auxiliary | trait::negation | trait::time) ||
        text_.is(at - 1, particle::qad))
        return true;
    return !phrase_before(text_, at, clause_begin(at)).empty();
}

void StatementsReader::finite(std::uint32_t at) {
    if (is_hypothetical(at)) return;
    const CueRow& row = *text_.cue_at(at);
    Complement found = complement_of(text_, at, text_.behind_cue(at));
    if (!row.weak && behind_quote(at)) {
        if (found.kind == Complement::Kind::quote && text_.is_comma(found.at - 1))
            second_piece(at, found, elided(at));
        return;
    }
    if (found && is_inscription(at, found)) return;
    if (found && row.weak && !is_near(at, found)) found = {};
    if (!found) {
        governed(at, no_entry);
        return;
    }
    // Marks inside what the verb governs: "praised the keeper "who saved us"".
    const bool led = found.kind != Complement::Kind::quote || text_.sign(found.at - 1) == ':';
    if (!led && (row.patterns & (pattern::led | pattern::noun)) != 0 && governed(at, found.at)) return;
    const Subject subject = subject_of(at, found);
    report(at, found, subject, "speech.verb", row.weak ? 0.7F : 0.9F);
}

// "accused the army of shelling", "denied the report", "called for a truce".
bool StatementsReader::governed(std::uint32_t at, std::uint32_t limit) {
    const CueRow& row = *text_.cue_at(at);
    const bool may = !row.weak || row.homograph || stands_as_verb(at);
    if (!may || is_nested(at)) return false;
    Subject subject;
    const Complement found = governed_by(at, subject.phrase);
    if (found && found.at > limit) return false;
    if (!found) {
        const bool waits = limit == no_entry && !row.weak && !subject.phrase.empty() &&
                           is_source(subject.phrase) && !(at > 0 && text_.has(at - 1, trait::relative)) &&
                           report_of_sentence(text_.word(at).sentence) == nullptr;
        if (!waits) return false;
        pending_ = Subject{subject.phrase, agent_of(text_, subject.phrase), {}};
        pending_sentence_ = text_.word(at).sentence;
        return false;
    }
    subject = subject_of_noun(at, subject.phrase, found);
    return report(at, found, subject, "speech.noun", 0.6F);
}

// What a verb governs, and the subject behind the verb; `phrase` is empty where it stands before or is
// left out.
Complement StatementsReader::governed_by(std::uint32_t at, NounPhrase& phrase) const {
    const CueRow& row = *text_.cue_at(at);
    const std::uint32_t behind = text_.behind_cue(at);
    phrase = {behind, behind, 0};
    const bool first = text_.signs[at].cue_skip == 0;
    const bool opens = first && text_.word(behind - 1).enclitic == 0;
    const bool definite = may_be_subject(text_, behind);
    if (opens || definite || is_masculine_plural(text_, behind))
        phrase = noun_phrase(text_, behind, text_.sentence_end(at),
                             takes_object(at) ? Extent::before_object : Extent::subject);
    if (phrase.empty() && definite && text_.has_article(behind)) phrase = {behind, behind + 1, 0};
    Complement found = noun_complement(text_, at, phrase.end);
    if (!phrase.empty() && (!found || (first && !definite))) {
        // "the spokesman denied a delay", "and denied the delay": no subject behind the verb.
        const bool none = first ? !phrase_before(text_, at, clause_begin(at)).empty() : !is_source(phrase);
        if (const Complement direct = none ? noun_complement(text_, at, behind) : Complement{}) {
            phrase = {behind, behind, 0};
            return direct;
        }
    }
    if (!found && definite && (row.patterns & pattern::noun) != 0 && !row.object) {
        // "the western states criticised the visit": two definite nouns.
        const NounPhrase shorter = noun_phrase(text_, behind, phrase.end, Extent::before_object);
        if (shorter.end < phrase.end) found = noun_complement(text_, at, shorter.end);
        if (found) phrase = shorter;
    }
    if (row.weak && !row.object && found.at > phrase.end + 1) return {};
    if (row.weak && row.stance == Stance::claim && !(phrase.empty() ? !first : is_source(phrase))) return {};
    return found;
}

// "...", said the minister: the quotation before the verb is its content.
bool StatementsReader::behind_quote(std::uint32_t at) {
    std::uint32_t before = at;
    while (before > 0 && before + 3 > at && (text_.is_comma(before - 1) || text_.is_dash(before - 1)))
        --before;
    if (before == 0 || text_.signs[at].cue_skip != 0) return false;
    const Quoted* quoted = nullptr;
    for (auto it = std::upper_bound(text_.quotes.begin(), text_.quotes.end(), before,
                                    [](std::uint32_t place, const Quoted&q) { return place < q.behind(); });
         it != text_.quotes.begin();) {
        --it;
        if (it->behind() == before) quoted = &*it;
        break;
    }
    if (quoted == nullptr || quoted->words() < 3) return false;
    // Without a comma between them only a quotation that opens its sentence.
    const bool apart = before != at || text_.is_comma(quoted->close - 1);
    if (!apart && text_.sentence_begin(quoted->open) != quoted->open) return false;
    if (!reports_.empty() && reports_.back().first < quoted->behind() && quoted->open < reports_.back().end)
        return false;
    Subject subject = subject_of(at, {});
    return report(at, {Complement::Kind::quote, quoted->open}, subject, "speech.quote_first", 0.8F);
}

// "...", said the minister, "...": one statement where the second piece ends the clause of the first.
void StatementsReader::second_piece(std::uint32_t at, const Complement& quote, const Subject& subject) {
    const Quoted& piece = *text_.quote_at(quote.at);
    const std::uint32_t first = piece.first();
    const bool goes_on =
        !text_.has_conjunction(first) &&
        (text_.has_preposition(first) || text_.has(first, trait::preposition | trait::relative));
    if (!goes_on) {
        report(at, quote, subject, "speech.quote_goes_on", 0.7F);
        return;
    }
    Report& report = reports_.back();
    report.end = trimmed_end(text_, first, piece.close);
    report.statement.span = text_.span(report.first, report.end);
}

// A quotation that is a sentence of its own behind what somebody said.
void StatementsReader::bare_quote(std::uint32_t at) {
    const Quoted& quoted = *text_.quote_at(at);
    constexpr std::uint32_t reach = 40;  // words behind the last statement
    if (quoted.words() < 3 || !quoted.closed || reports_.empty()) return;
    const Report& last = reports_.back();
    if (last.end > at || last.end + reach < at || !last.statement.speaker || last.nested) return;
    const std::uint32_t behind = quoted.behind();
    const bool ends =
        behind >= text_.size() || text_.sentence_begin(behind) == behind || text_.sign(behind) == '.';
    if (!ends) return;
    Agent who = *last.statement.speaker;
    if (!who.names.empty() || who.mention) who.span.reset();
    Report out;
    out.cue = at;
    out.sentence = text_.word(at).sentence;
    set_content(out, {Complement::Kind::quote, at});
    if (out.end <= out.first + 1) return;
    out.statement.span = text_.span(out.first, out.end);
    out.statement.why = {"speech.quote_alone", 0.5F, {}};
    out.statement.speaker = std::move(who);
    out.statement.chain = last.statement.chain;
    reports_.push_back(std::move(out));
}

void StatementsReader::participle(std::uint32_t at) {
    const CueRow& row = *text_.cue_at(at);
    const std::uint32_t behind = text_.behind_cue(at);
    Complement found = complement_of(text_, at, behind);
    if (found && (found.at > behind + 10 || (row.weak && found.at > behind + 2))) found = {};
    if (found.kind == Complement::Kind::clause && (row.patterns & pattern::clause) == 0) found = {};
    const bool clause = static_cast<bool>(found);
    const bool apart = text_.signs[at].cue_skip != 0 || (at > 0 && text_.is_comma(at - 1));
    const bool noun = text_.search(at).ends_with(spelled<letters::heh>) || row.weak;  // by its form
    const bool governs = row.homograph || (apart ? !row.weak || (row.patterns & pattern::led) != 0 : !noun);
    if (!found && governs && row.stance != Stance::quotation) found = noun_complement(text_, at, behind);
    if (!found) return;
    report(at, found, elided(at), clause ? "speech.participle" : "speech.participle_noun",
           clause ? 0.9F : 0.6F);
}

void StatementsReader::masdar(std::uint32_t at) {
    const CueRow& row = *text_.cue_at(at);
    if (text_.has(at, trait::title)) return;
    const std::uint32_t behind = text_.behind_cue(at);
    const bool pronoun = text_.word(at).enclitic != 0;
    Complement found = complement_of(text_, at, behind);
    const bool title = found.kind == Complement::Kind::quote && !pronoun && text_.sign(found.at - 1) != ':' &&
                       text_.signs[at].cue_words == 1;
    bool far = !found || title || found.kind == Complement::Kind::colon || found.at > behind + 12;
    for (std::uint32_t i = behind; !far && i < found.at; ++i)
        far = text_.is_finite_cue(i) || text_.is_comma(i);
    if (far || (row.weak && !is_near(at, found))) found = {};
    Subject subject;
    subject.phrase = {behind, behind, 0};
    if (!pronoun)
        subject.phrase = noun_phrase(text_, behind, found ? found.at : text_.sentence_end(at),
                                     found ? Extent::whole : Extent::subject);
    if (!found) {
        const bool known = pronoun || (!subject.phrase.empty() && is_source(subject.phrase));
        if (!known) subject.phrase = {behind, behind, 0};
        if (!known && (row.weak || (row.patterns & pattern::noun) != 0)) return;
        found = governed_at(text_, at, subject.phrase.end);
        if (!found || (row.patterns & (pattern::led | pattern::noun)) == 0) return;
    }
    if (subject.phrase.empty()) {
        subject = elided(at);
    } else {
        subject.agent = agent_of(text_, subject.phrase);
    }
    report(at, found, subject, "speech.masdar", 0.7F);
}

}  // namespace isnad::speech
