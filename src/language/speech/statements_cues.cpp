// Statements of verbs, participles and verbal nouns, and of quotations beside them.
#include <algorithm>

#include "language/speech/speaker_clause.h"
#include "language/speech/statements_reader.h"

namespace isnad::speech {
namespace {

bool is_masculine_plural(const SpeechText& text, std::uint32_t at) {
    return text.is_arabic(at) && text.search(at).ends_with(spelled<letters::waw, letters::noon>);
}

// Whether a noun phrase begins with somebody who may speak.
bool names_speaker(const SpeechText& text, std::uint32_t at) {
    return text.name_at(at) || text.has(at, trait::title | trait::body) || text.carrier_at(at) != nullptr;
}

}  // namespace

// "was written on the wall: ...": words on a thing, not on a medium.
bool StatementsReader::is_inscription(std::uint32_t at, const Complement& found) const {
    const std::uint32_t behind = text_.behind_cue(at);
    if (found.kind == Complement::Kind::clause || behind >= found.at) return false;
    if (answers(text_.cue_at(at)->stance)) return false;
    if (!text_.search(behind).starts_with(particle::ala)) return false;
    if (text_.word(behind).enclitic != 0) return true;
    const std::uint32_t next = behind + 1;
    return text_.is(behind, particle::ala) && next < found.at && text_.carrier_at(next) == nullptr &&
           !text_.name_at(next) && text_.quote_at(next) == nullptr && !text_.has(next, trait::title) &&
           (text_.word(next).enclitic == 0 || !text_.cue_at(at)->weak);
}

// A form that is also a noun stands where a verb does.
bool StatementsReader::stands_as_verb(std::uint32_t at) const {
    const CueRow& row = *text_.cue_at(at);
    if (row.form != CueForm::perfect) return true;
    if (text_.signs[at].cue_skip != 0 || at <= text_.sentence_begin(at) + 2) return true;
    const std::string_view form = text_.search(at);
    if (form.ends_with(spelled<letters::teh>) || form.ends_with(spelled<letters::waw, letters::alef>))
        return true;
    if (text_.sign(at - 1) != 0 ||
        text_.has(at - 1, trait::meanwhile | trait::auxiliary | trait::negation | trait::time) ||
        text_.is(at - 1, particle::qad))
        return true;
    return !phrase_before(text_, at, clause_begin(at)).empty();
}

// Whether what a verb governs may begin before a clause or quotation: "praised the keeper "who saved us"",
// "refused to describe it as", "praised his words, although".
bool StatementsReader::governs_before(std::uint32_t at, const Complement& found) const {
    const CueRow& row = *text_.cue_at(at);
    if ((row.patterns & (pattern::led | pattern::noun)) == 0) return false;
    if (found.kind == Complement::Kind::clause) {
        if ((row.patterns & pattern::clause) == 0) return true;
        NounPhrase phrase;
        const Complement object = governed_by(at, phrase);
        if (!object || object.at >= found.at) return false;
        // "pledged to rebuild, and it is expected that".
        for (std::uint32_t i = object.at; (row.patterns & pattern::led) != 0 && i + 2 < found.at; ++i) {
            if (text_.is_comma(i) && text_.has_conjunction(i + 1)) return true;
        }
        return answers(row.stance) && text_.is_finite_cue(object.at);
    }
    return found.kind == Complement::Kind::quote && text_.sign(found.at - 1) != ':';
}

void StatementsReader::finite(std::uint32_t at) {
    if (is_hypothetical(at) || text_.is(at, particle::ma)) return;  // "what he called": no content of its own
    // "what came in the communique": no content of its own.
    const bool what = at > 0 && (text_.is(at - 1, particle::ma) || text_.is(at - 1, particle::bi_ma) ||
                                 text_.is(at - 1, particle::li_ma));
    if (what && text_.signs[at].cue_words > 1) return;
    const CueRow& row = *text_.cue_at(at);
    Complement found = complement_of(text_, at, text_.behind_cue(at));
    if ((!row.weak || (row.patterns & pattern::quote) != 0) && behind_quote(at)) {
        second_piece(at);
        return;
    }
    if (found && is_inscription(at, found)) return;
    if (found.kind == Complement::Kind::colon && (row.patterns & pattern::quote) == 0) found = {};
    if (found && row.weak && !is_near(at, found)) found = {};
    if (!found) {
        governed(at, no_entry);
        return;
    }
    if (governs_before(at, found) && governed(at, found.at)) return;
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
    // "quoted his praise of": an agency hands on what a noun tells.
    const bool handed = found && text_.cue_at(found.at) != nullptr;
    if (row.stance == Stance::quotation && !handed) return false;
    if (!found) {
        const bool waits = limit == no_entry && !row.weak && !subject.phrase.empty() &&
                           is_source(subject.phrase) && !(at > 0 && text_.has(at - 1, trait::relative)) &&
                           report_of_sentence(text_.word(at).sentence) == nullptr;
        if (!waits) return false;
        pending_ = Subject{subject.phrase, agent_of(text_, subject.phrase), {}};
        pending_sentence_ = text_.word(at).sentence;
        return false;
    }
    if (text_.is_finite_cue(found.at)) consumed_ = std::max(consumed_, found.at + 1);
    subject = subject_of_noun(at, subject.phrase, found);
    return report(at, found, subject, "speech.noun", 0.6F);
}

// The subject behind a verb that governs its content; empty where it stands before or is left out.
NounPhrase StatementsReader::subject_behind(std::uint32_t at) const {
    const CueRow& row = *text_.cue_at(at);
    const std::uint32_t behind = text_.behind_cue(at);
    NounPhrase phrase{behind, behind, 0};
    const bool first = text_.signs[at].cue_skip == 0;
    // "the union had accused": the subject stands before the auxiliary.
    if (first && at > 0 && text_.is(at - 1, particle::qad) &&
        !phrase_before(text_, at, clause_begin(at)).empty())
        return phrase;
    const bool opens = first && text_.word(behind - 1).enclitic == 0;
    const bool definite = may_be_subject(text_, behind);
    if (opens || definite || is_masculine_plural(text_, behind))
        phrase = noun_phrase(text_, behind, text_.sentence_end(at),
                             takes_object(at) ? Extent::before_object : Extent::subject);
    if (phrase.empty() && definite && text_.has_article(behind)) return {behind, behind + 1, 0};
    // "doubt in this story": no part of an indefinite subject.
    for (std::uint32_t i = phrase.first; i < phrase.end; ++i) {
        const bool fi = (row.patterns & pattern::fi) != 0 && text_.is(i, particle::fi);
        const bool min = (row.patterns & pattern::min) != 0 && text_.is(i, particle::min);
        if (fi || min) phrase.end = i;
    }
    // "the board asked the families to": the second definite noun is the addressee.
    bool person = false;
    for (std::uint32_t i = phrase.first; i < phrase.end; ++i) person = person || text_.is_person(i);
    if (row.object && !person && !phrase.empty())
        return noun_phrase(text_, behind, phrase.end, Extent::before_object);
    return phrase;
}

// What a verb governs; `phrase` is its subject where that stands between them.
Complement StatementsReader::governed_by(std::uint32_t at, NounPhrase& phrase) const {
    const CueRow& row = *text_.cue_at(at);
    const std::uint32_t behind = text_.behind_cue(at);
    const bool first = text_.signs[at].cue_skip == 0;
    const bool definite = may_be_subject(text_, behind);
    phrase = subject_behind(at);
    Complement found = noun_complement(text_, at, phrase.end);
    if (!found && definite && (row.patterns & pattern::noun) != 0 && !row.object) {
        // "the western states criticised the visit": two definite nouns.
        const NounPhrase shorter = noun_phrase(text_, behind, phrase.end, Extent::before_object);
        if (shorter.end < phrase.end) found = noun_complement(text_, at, shorter.end);
        if (found) phrase = shorter;
    }
    if (!phrase.empty() && (!found || (first && !definite))) {
        // "the spokesman denied a delay", "and denied the delay": no subject behind the verb.
        const bool pronoun =
            at > 0 && text_.has(at - 1, trait::conjunction) && text_.word(at - 1).enclitic != 0;
        const bool before = first && !pronoun && !phrase_before(text_, at, clause_begin(at)).empty();
        const bool none = before || ((!first || pronoun) && !is_source(phrase));
        if (const Complement direct = none ? noun_complement(text_, at, behind) : Complement{}) {
            phrase = {behind, behind, 0};
            return direct;
        }
    }
    const bool far = found && found.at > phrase.end + 1 && text_.cue_at(found.at) == nullptr;
    if (row.weak && !row.object && !row.homograph && far) return {};
    const bool speaks = phrase.empty() ? !first : names_speaker(text_, phrase.first);
    return row.weak && row.stance == Stance::claim && !speaks ? Complement{} : found;
}

// "...", said the minister: the quotation before the verb is its content.
bool StatementsReader::behind_quote(std::uint32_t at) {
    std::uint32_t before = at;
    if (before > 1 && text_.has(before - 1, trait::function) && text_.is_comma(before - 2)) --before;  // "so"
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
    if (quoted == nullptr || quoted->words() < (before != at ? 2 : 3)) return false;
    // "the group "X", said": a quotation opens its sentence or follows a sign.
    const bool opens = text_.sentence_begin(quoted->open) == quoted->open || quoted->open == 0 ||
                       text_.sign(quoted->open - 1) != 0;
    if (!opens) return false;
    // Without a comma between them only a quotation that opens its sentence.
    const bool apart = before != at || text_.is_comma(quoted->close - 1);
    if (!apart && text_.sentence_begin(quoted->open) != quoted->open) return false;
    if (!reports_.empty() && reports_.back().first < quoted->behind() && quoted->open < reports_.back().end)
        return false;
    Subject subject = subject_of(at, {});
    return report(at, {Complement::Kind::quote, quoted->open}, subject, "speech.quote_first", 0.8F);
}

// "...", said the minister, "...": one statement where the second piece ends the clause of the first.
void StatementsReader::second_piece(std::uint32_t at) {
    constexpr std::uint32_t reach = 25;  // words
    const std::uint32_t cap = std::min(text_.sentence_end(at), at + reach);
    std::uint32_t open = text_.behind_cue(at);
    while (open < cap &&
           !(text_.quote_at(open) != nullptr && (text_.is_comma(open - 1) || text_.is_dash(open - 1))) &&
           text_.cue_at(open) == nullptr)
        ++open;
    if (open >= cap || text_.quote_at(open) == nullptr || text_.quote_at(open)->words() < 2) return;
    const Quoted& piece = *text_.quote_at(open);
    const std::uint32_t first = piece.first();
    const bool goes_on =
        !text_.has_conjunction(first) &&
        (text_.has_preposition(first) || text_.has(first, trait::preposition | trait::relative));
    if (!goes_on) {
        report(at, {Complement::Kind::quote, open}, elided(at), "speech.quote_goes_on", 0.7F);
        return;
    }
    Report& report = reports_.back();
    report.end = trimmed_end(text_, first, piece.close);
    report.statement.span = text_.span(report.first, report.end);
}

// A quotation that is a sentence of its own, or opens one and stands before a comma.
void StatementsReader::bare_quote(std::uint32_t at) {
    const Quoted& quoted = *text_.quote_at(at);
    constexpr std::uint32_t reach = 40;    // words behind the last statement
    constexpr std::uint32_t sentence = 5;  // words that are no title
    if (quoted.words() < 3 || !quoted.closed) return;
    const std::uint32_t behind = quoted.behind();
    const bool ends =
        behind >= text_.size() || text_.sentence_begin(behind) == behind || text_.sign(behind) == '.';
    const Report* last = reports_.empty() ? nullptr : &reports_.back();
    if (last != nullptr && last->end > at) return;
    const bool follows =
        last != nullptr && last->end + reach >= at && last->statement.speaker && !last->nested;
    if (ends ? !follows && quoted.words() < sentence : quoted.words() < sentence) return;
    if (!ends) {
        // Before a verb of saying it is that verb's content.
        if (!text_.is_comma(behind) && !text_.is_dash(behind)) return;
        for (std::uint32_t i = behind; i < std::min(text_.size(), behind + 4); ++i) {
            if (text_.is_finite_cue(i) && (text_.cue_at(i)->patterns & pattern::quote) != 0) return;
        }
    } else if (text_.is_finite_cue(behind) && text_.signs[behind].cue_skip == 0) {
        return;  // "When?" asked the child.
    }
    std::optional<Agent> who;
    if (follows && ends) who = last->statement.speaker;
    add_quote(at, std::move(who), "speech.quote_alone", 0.5F);
}

// "he raised his head: "...": a quotation behind a colon that no cue has led to.
void StatementsReader::colon_quote(std::uint32_t at) {
    const Quoted& quoted = *text_.quote_at(at);
    if (quoted.words() < 3 || text_.word(at - 1).block != text_.word(at).block) return;
    const BlockKind kind = text_.document.blocks()[text_.word(at).block].kind;
    if (kind == BlockKind::title || kind == BlockKind::deck || kind == BlockKind::subheading) return;
    constexpr std::size_t looked_at = 4;  // reports back
    std::size_t left = looked_at;
    for (auto it = reports_.rbegin(); it != reports_.rend() && left > 0; ++it, --left) {
        if (it->first <= quoted.first() && quoted.first() < it->end) return;
    }
    const std::uint32_t begin = text_.sentence_begin(at - 1);
    if (begin + 3 > at) return;  // "second: ...": a heading
    for (std::uint32_t i = at - 1; i > begin && i + 8 > at; --i) {
        const std::string_view form = text_.search(i - 1);
        if (form.ends_with(particle::title) || form.ends_with(particle::slogan)) return;
        const CueRow* cue = text_.cue_at(i - 1);
        if (cue != nullptr && is_inscription(i - 1, {Complement::Kind::quote, at})) return;
    }
    std::optional<Agent> who;
    const NounPhrase phrase = clause_subject(text_, begin, at - 1);
    if (!phrase.empty()) who = agent_of(text_, phrase);
    add_quote(at, std::move(who), "speech.colon", 0.5F);
}

void StatementsReader::add_quote(std::uint32_t at, std::optional<Agent> who, std::string_view rule,
                                 float weight) {
    if (who && (!who->names.empty() || who->mention) && rule == "speech.quote_alone") who->span.reset();
    Report out;
    out.cue = at;
    out.sentence = text_.word(at).sentence;
    set_content(out, {Complement::Kind::quote, at});
    if (out.end <= out.first + 1) return;
    out.statement.span = text_.span(out.first, out.end);
    out.statement.why = {rule, weight, {}};
    out.statement.speaker = std::move(who);
    reports_.push_back(std::move(out));
}

void StatementsReader::participle(std::uint32_t at) {
    const CueRow& row = *text_.cue_at(at);
    const std::uint32_t behind = text_.behind_cue(at);
    Complement found = complement_of(text_, at, behind);
    if (found && (found.at > behind + 10 || (row.weak && found.at > behind + 2))) found = {};
    if (found.kind == Complement::Kind::clause && (row.patterns & pattern::clause) == 0) found = {};
    const bool inner = found.kind == Complement::Kind::quote && found.at != behind &&
                       text_.sign(found.at - 1) != ':' &&
                       (row.patterns & (pattern::led | pattern::noun)) != 0;
    if (inner) found = {};
    const bool apart = text_.signs[at].cue_skip != 0 || (at > 0 && text_.is_comma(at - 1));
    const bool noun = text_.search(at).ends_with(spelled<letters::heh>) || row.weak;  // by its form
    const bool led_by_colon = found && text_.sign(found.at - 1) == ':';
    if (noun && !apart && !led_by_colon && (found.at != behind || found.kind == Complement::Kind::quote))
        found = {};
    const bool clause = static_cast<bool>(found);
    if (clause && row.stance == Stance::quotation && !apart) return;
    const bool led = found && text_.has(found.at, trait::preposition) && found.at == behind && !row.weak;
    if (!clause && !apart && !led && is_nested(at)) return;
    const bool accusative = text_.search(at).ends_with(spelled<letters::alef>);
    const bool governs =
        row.homograph || (apart ? !row.weak || accusative || (row.patterns & pattern::led) != 0 : !noun);
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
    const bool title = found.kind == Complement::Kind::quote && text_.sign(found.at - 1) != ':' &&
                       text_.signs[at].cue_words == 1 && (!pronoun || text_.quote_at(found.at)->words() <= 4);
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
        if (pronoun && text_.has_article(found.at) && !looks_like_masdar(text_.search(found.at).substr(4)))
            return;
    }
    if (subject.phrase.empty()) {
        // "amid warnings of": nobody, unless a pronoun or a verb of saying tells whose they are.
        bool told = pronoun || found.kind != Complement::Kind::noun;
        for (std::uint32_t i = clause_begin(at); !told && i < at; ++i) told = text_.is_finite_cue(i);
        if (told) subject = elided(at);
    } else {
        subject.agent = agent_of(text_, subject.phrase);
    }
    report(at, found, subject, "speech.masdar", 0.7F);
}

}  // namespace isnad::speech
