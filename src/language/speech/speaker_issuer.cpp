// Speakers behind texts and media: who issued a statement, and whom a medium passes on.
#include <algorithm>

#include "language/speech/chain.h"
#include "language/speech/statements_reader.h"

namespace isnad::speech {
namespace {

bool is_text(const SpeechText& text, std::uint32_t at) {
    const CarrierRow* row = text.carrier_at(at);
    return row != nullptr && row->kind == CarrierKind::statement && !row->weak;
}

// "issued by", behind the noun of a text: the word behind it, or the same word for none.
std::uint32_t behind_issued(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    namespace l = letters;
    constexpr std::string_view issued = spelled<l::sad, l::alef, l::dal, l::reh>;
    if (at + 1 >= end || !text.is_arabic(at)) return at;
    if (text.search(at).starts_with(issued) && text.is(at + 1, particle::an_about)) return at + 2;
    const bool verb = text.word(at).enclitic != 0 && !text.has_article(at) && !text.name_at(at) &&
                      !text.has(at, trait::function | trait::title | trait::body) &&
                      !text.has_preposition(at);
    if (verb) return at + 1;
    // "that he sent": a verb and "with it".
    const bool with_it = text.has(at + 1, trait::function) && text.word(at + 1).enclitic != 0 &&
                         text.begins_with_preposition(at + 1, letters::beh);
    return with_it && !text.has(at, trait::function | trait::title) ? at + 2 : at;
}

// The body that issued the text at the head of a phrase; empty where the words do not tell.
NounPhrase issuer_of(const SpeechText& text, std::uint32_t head, std::uint32_t end) {
    std::uint32_t at = head + std::max<std::uint32_t>(1, text.signs[head].carrier_words);
    const bool definite = text.has_article(head) || text.word(head).enclitic != 0;
    for (int adjectives = 0; adjectives < 2 && at < end; ++adjectives) {
        const std::uint32_t behind = behind_issued(text, at, end);
        if (behind != at) return noun_phrase(text, behind, end, Extent::subject);
        if (text.begins_with_preposition(at, letters::lam)) return phrase_behind_li(text, at, end);
        const bool belongs =
            text.name_at(at) || text.has_article(at) || text.has(at, trait::title | trait::body);
        if (!definite && belongs && !text.has_preposition(at))
            return noun_phrase(text, at, end, Extent::subject);
        if (!text.is_arabic(at) || text.has(at, trait::function | trait::time)) break;
        ++at;
    }
    return {head, head, 0};
}

bool is_of_media(LinkKind kind) {
    return kind == LinkKind::agency || kind == LinkKind::broadcaster || kind == LinkKind::paper ||
           kind == LinkKind::platform || kind == LinkKind::outlet;
}

}  // namespace

// "A statement of the ministry said": the ministry speaks, the statement is a link.
void StatementsReader::settle_issuer(Subject& who, std::uint32_t at) {
    if (who.phrase.empty() || !is_text(text_, who.phrase.first)) return;
    const std::uint32_t head = who.phrase.first;
    const std::uint32_t end = std::min(text_.sentence_end(at), who.phrase.end + 8);
    const NounPhrase issuer = issuer_of(text_, head, end);
    if (issuer.empty() && (!text_.has_article(head) || text_.carrier_at(head)->metonym)) return;
    Carrier link;
    link.first = head;
    link.end = std::min(head + std::max<std::uint32_t>(1, text_.signs[head].carrier_words),
                        issuer.empty() ? who.phrase.end : issuer.first);
    link.end = std::max(link.end, head + 1);
    link.skip = text_.signs[head].carrier_skip;
    join(who.links, {link_of(text_, link)});
    if (issuer.empty()) return;
    who.phrase = issuer;
    who.agent = agent_of(text_, issuer);
}

// "The paper X, quoting Y, said": Y speaks, the paper is a link.
void StatementsReader::hand_on(Subject& who, std::uint32_t at, std::uint32_t to) {
    const auto link = carrier_of(text_, who.phrase);
    if (!link || !is_of_media(link->kind)) return;
    const std::uint32_t first = std::max(who.phrase.end, at + 1), cap = std::min(to, first + 24);
    for (std::uint32_t i = first; i < cap; ++i) {
        const CueRow* cue = text_.cue_at(i);
        const CarrierRow* row = text_.carrier_at(i);
        const bool quoting = cue != nullptr && cue->stance == Stance::quotation && !cue->weak &&
                             cue->form == CueForm::preposition;
        const bool relayed =
            row != nullptr && row->kind == CarrierKind::relay && text_.signs[i].carrier_words > 1;
        if (!quoting && !relayed) continue;
        const std::uint32_t behind =
            std::max(quoting ? text_.behind_cue(i) : i, relayed ? i + text_.signs[i].carrier_words : i);
        const NounPhrase source = noun_phrase(text_, behind, to, Extent::subject);
        if (source.empty()) return;
        who.phrase = source;
        who.agent = agent_of(text_, source);
        join(who.links, {*link});
        consumed_ = std::max(consumed_, source.end);
        settle_issuer(who, at);
        return;
    }
}

// The link that a relay's subject is: a medium, or somebody who tells what another said.
std::optional<ChainLink> StatementsReader::relayed_by(const NounPhrase& by) const {
    if (by.empty()) return std::nullopt;
    if (auto link = carrier_of(text_, by)) return link;
    const CarrierRow* row = text_.carrier_at(by.first);
    if (row != nullptr && row->kind == CarrierKind::relay) return std::nullopt;
    const bool people = text_.is_person(by.first) || text_.has(by.first, trait::title) || row != nullptr ||
                        text_.search(by.first).ends_with(spelled<letters::waw, letters::noon>);
    if (!people) return std::nullopt;
    Carrier link;
    link.kind = LinkKind::spokesman;
    link.first = by.first;
    link.end = by.end;
    link.skip = by.skip;
    return link_of(text_, link);
}

}  // namespace isnad::speech
