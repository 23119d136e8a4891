// Headlines that report with a colon: "X: we shall not", "ministry: no delay.. and the union: a strike".
#include <algorithm>

#include "language/speech/statements_reader.h"

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_head = 12;  // words before the colon

bool is_pause(const SpeechText& text, std::uint32_t at) {
    const char32_t c = text.sign(at);
    return c == '.' || c == letters::ellipsis || c == letters::semicolon || c == ';' || c == '|' ||
           c == '!' || c == letters::question_mark;
}

// The colon that the words from `at` on lead to, without a verb of saying on the way; no_entry for none.
std::uint32_t colon_behind(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    const std::uint32_t cap = std::min(end, at + longest_head);
    for (std::uint32_t i = at; i < cap; ++i) {
        if (text.sign(i) == ':') return i > at && i + 2 < end ? i : no_entry;
        if (is_pause(text, i) || (text.is_finite_cue(i) && !text.cue_at(i)->weak)) return no_entry;
        if (const Quoted* quoted = text.quote_at(i)) i = quoted->behind() - 1;
    }
    return no_entry;
}

// Words that somebody speaks, no topic: a quotation, a negation, a future, a question.
bool is_utterance(const SpeechText& text, std::uint32_t at) {
    return text.quote_at(at) != nullptr || text.has(at, trait::negation) ||
           (text.word(at).proclitics & proclitic::future) != 0;
}

}  // namespace

// Whether the words before a colon are somebody who speaks. Places and topics ("Libya: the escape of") are
// not, unless what follows can only be speech.
bool StatementsReader::is_headline_head(const NounPhrase& head, std::uint32_t begin, std::uint32_t at) const {
    if (const Quoted* quoted = text_.quote_at(begin))  // a quoted name before the colon
        return quoted->closed && quoted->behind() == at && quoted->words() <= 4;
    if (head.empty() || head.end + 4 < at) return false;
    const std::uint32_t first = head.first;
    const bool speech = is_utterance(text_, at + 1);
    if (const auto name = text_.name_at(first)) {
        const NameType type = text_.names[std::size_t{*name}].type;
        const bool place = type != NameType::person && type != NameType::organisation;
        const Quoted* quoted = text_.quote_at(at + 1);
        return !place || (speech && (quoted == nullptr || quoted->words() > 3));
    }
    const CarrierRow* carrier = text_.carrier_at(first);
    if (text_.has(first, trait::title | trait::body)) return true;
    if (carrier != nullptr && (!carrier->weak || speech) && carrier->kind != CarrierKind::platform)
        return true;
    const std::string_view form = text_.search(first);  // people
    if (form.ends_with(spelled<letters::waw, letters::noon>)) return true;
    if (form.ends_with(spelled<letters::teh, letters::alef, letters::noon>)) return true;
    return speech && text_.has_article(first) && head.end == first + 1;
}

void StatementsReader::headline(std::uint32_t begin) {
    const std::uint32_t of_block = text_.word(begin).block;
    const Block& block = text_.document.blocks()[of_block];
    if (block.kind != BlockKind::title && block.kind != BlockKind::deck &&
        block.kind != BlockKind::subheading)
        return;
    std::uint32_t end = begin;
    while (end < text_.size() && text_.word(end).block == of_block) ++end;
    for (std::uint32_t at = begin; at < end;) {
        const std::uint32_t colon = colon_behind(text_, at, end);
        std::uint32_t stop = end;
        // Behind a pause another may speak.
        for (std::uint32_t i = colon == no_entry ? at : colon; i + 2 < end; ++i) {
            if (const Quoted* quoted = text_.quote_at(i)) {
                i = quoted->behind() - 1;
                continue;
            }
            if (!is_pause(text_, i) || is_pause(text_, i + 1)) continue;
            if (colon_behind(text_, i + 1, end) == no_entry) continue;
            stop = i + 1;
            break;
        }
        if (colon != no_entry) headline_part(at, colon, stop);
        at = stop;
    }
}

// One speaker of a headline: head in [begin, colon), content in (colon, stop).
void StatementsReader::headline_part(std::uint32_t begin, std::uint32_t colon, std::uint32_t stop) {
    NounPhrase head = noun_phrase(text_, begin, colon, Extent::whole);
    if (const Quoted* quoted = text_.quote_at(begin); quoted != nullptr && quoted->words() > 0)
        head = {quoted->first(), quoted->close, 0};
    const bool speaks = is_headline_head(head, begin, colon);
    const Quoted* quoted = text_.quote_at(colon + 1);
    const bool long_quote = quoted != nullptr && quoted->words() > 3;
    if (!speaks && !long_quote) return;
    if (text_.has_conjunction(begin) && head.first == begin && !text_.name_at(begin) && head.skip == 0)
        head.skip = 2;
    std::optional<Agent> who;
    if (speaks && !head.empty()) who = agent_of(text_, head);
    Report out;
    out.cue = colon;
    out.sentence = text_.word(colon).sentence;
    out.first = colon + 1;
    if (quoted != nullptr && (quoted->behind() >= stop || long_quote)) {
        set_content(out, {Complement::Kind::quote, colon + 1});
    } else {
        out.end = trimmed_end(text_, out.first, stop);
        for (std::uint32_t i = out.first; i < out.end; ++i) {
            if (text_.quote_at(i) != nullptr && !is_quoted_name(*text_.quote_at(i)))
                out.statement.kind = StatementKind::mixed;
        }
    }
    if (out.end <= out.first + 1) return;
    out.statement.span = text_.span(out.first, out.end);
    out.statement.why = {"speech.headline_colon", 0.8F, {text_.span(colon, colon + 1)}};
    reports_.push_back(std::move(out));
    reports_.back().statement.speaker = std::move(who);
}

}  // namespace isnad::speech
