// Through whom each report came: carriers of its own clause, and those carried over from before.
#include <algorithm>

#include "language/speech/chain.h"
#include "language/speech/speaker_clause.h"
#include "language/speech/speaker_same.h"
#include "language/speech/statements_reader.h"

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_tail = 24;  // words behind a content in which its carriers may stand

void add_carriers(std::vector<Carrier>& out, std::vector<Carrier> more) {
    for (Carrier& one : more) {
        const bool there = std::any_of(out.begin(), out.end(), [&](const Carrier& other) {
            return other.first < one.end && one.first < other.end;
        });
        if (!there) out.push_back(one);
    }
}

constexpr std::uint32_t longest_tail_name = 5;

bool stands_in_headline(const SpeechText& text, std::uint32_t at) {
    const BlockKind kind = text.document.blocks()[text.word(at).block].kind;
    return kind == BlockKind::title || kind == BlockKind::deck || kind == BlockKind::subheading;
}

}  // namespace

// Behind a quotation or behind the comma that ends other contents: up to the next cue.
std::vector<Carrier> StatementsReader::tail_carriers(const Report& report, const OwnOutlet& own) const {
    std::uint32_t first =
        std::max(report.end, report.own_phrase.first >= report.end ? report.own_phrase.end : report.end);
    if (report.cue >= report.end) first = std::max(first, text_.behind_cue(report.cue));
    const std::uint32_t last = report.first > 0 ? std::max(report.first, first > 0 ? first - 1 : 0) : 0;
    const std::uint32_t end =
        std::min(text_.sentence_end(std::min(last, text_.size() - 1)), first + longest_tail);
    std::uint32_t stop = first;
    while (stop < end && text_.cue_at(stop) == nullptr) {
        const Quoted* quoted = text_.quote_at(stop);
        const bool name = quoted != nullptr && quoted->words() <= longest_tail_name && stop > first &&
                          text_.carrier_at(stop - 1) != nullptr;
        if (quoted != nullptr && !name) break;
        stop = name ? quoted->behind() : stop + 1;
    }
    return carriers_in(text_, own, first, std::min(stop, end));
}

// ", in a statement" and ", during a press conference" at the end of a content without quotation marks.
std::vector<Carrier> StatementsReader::inner_carriers(const Report& report, const OwnOutlet& own) const {
    std::uint32_t comma = report.end;
    while (comma > report.first && !text_.is_comma(comma - 1)) --comma;
    if (comma == report.first || comma + longest_tail < report.end) return {};
    std::vector<Carrier> out = carriers_in(text_, own, comma, report.end);
    constexpr std::uint32_t near = 3;
    if (!out.empty() && out.front().first > comma + near) out.clear();
    return out;
}

// Where the words before a cue begin that no report before it has.
std::uint32_t StatementsReader::clause_begin(std::size_t which) const {
    const Report& report = reports_[which];
    std::uint32_t begin = text_.sentence_begin(report.cue);
    for (std::size_t i = which, left = 6; i-- > 0 && left > 0; --left) {
        if (reports_[i].end <= report.cue) begin = std::max(begin, reports_[i].end);
        if (reports_[i].cue < report.cue) begin = std::max(begin, reports_[i].cue + 1);
    }
    if (report.first < report.cue) begin = std::max(begin, report.end);
    return std::min(begin, report.cue);
}

std::vector<Carrier> StatementsReader::own_carriers(std::size_t which, const OwnOutlet& own) const {
    const Report& report = reports_[which];
    std::vector<Carrier> out;
    if (text_.cue_at(report.cue) == nullptr) return out;
    const std::uint32_t behind = text_.behind_cue(report.cue);
    const NounPhrase& subject = report.own_phrase;
    const bool before = report.first < report.cue;  // the content stands before the cue
    if (!report.nested) {
        const std::uint32_t begin = clause_begin(which);
        const bool inside = subject.first >= begin && subject.end <= report.cue && !subject.empty();
        add_carriers(out, carriers_in(text_, own, begin, inside ? subject.first : report.cue));
        if (inside) add_carriers(out, carriers_in(text_, own, subject.end, report.cue));
        const std::uint32_t last = std::min(text_.size(), std::max(behind, subject.end) + 2);
        if (const auto object = object_carrier(text_, begin, std::min(last, text_.sentence_end(report.cue))))
            add_carriers(out, {*object});
    }
    const std::uint32_t from = std::max(behind, subject.first < report.cue ? behind : subject.end);
    if (subject.first > behind && subject.first <= report.led)  // "said to the paper X a diplomat"
        add_carriers(out, carriers_in(text_, own, behind, subject.first));
    if (before && report.cue < report.end) {  // between two pieces of one quotation
        std::uint32_t stop = from;
        while (stop < report.end && text_.quote_at(stop) == nullptr) ++stop;
        add_carriers(out, carriers_in(text_, own, from, stop));
    }
    if (report.led != no_entry && report.led > from)
        add_carriers(out, carriers_in(text_, own, from, report.led));
    if (before || report.statement.kind == StatementKind::direct)
        add_carriers(out, tail_carriers(report, own));
    if (!before && !report.nested && report.statement.kind != StatementKind::direct) {
        add_carriers(out, inner_carriers(report, own));
        if (report.end < text_.size() && text_.is_comma(report.end))
            add_carriers(out, tail_carriers(report, own));
    }
    return out;
}

// What a report inside the words of a medium came through: the medium, and what carried it.
void StatementsReader::nest_chain(std::size_t which) {
    Report& report = reports_[which];
    if (text_.cue_at(report.cue) == nullptr) return;
    for (std::size_t i = which, left = 12; i-- > 0 && left > 0; --left) {
        const Report& outer = reports_[i];
        if (outer.first > report.cue || outer.end <= report.cue) continue;
        const NounPhrase words = words_of(outer);
        auto link = carrier_of(text_, words);
        const std::uint32_t last = text_.behind_cue(report.cue) - 1;
        const bool told = text_.word(last).enclitic != 0 && text_.is_finite_cue(report.cue);
        if (!link && told) link = relayed_by(words);  // "told me that": known from the outer speaker alone
        if (!link || link->kind == LinkKind::statement) return;
        join(report.statement.chain, outer.statement.chain);
        join(report.statement.chain, {*link});
        return;
    }
}

// The last report before `which` that lies in no other.
StatementsReader::Report* StatementsReader::report_before(std::size_t which) {
    constexpr std::size_t looked_at = 8;
    for (std::size_t i = which, left = looked_at; i-- > 0 && left > 0; --left) {
        if (!reports_[i].nested) return &reports_[i];
    }
    return nullptr;
}

// The words that name the speaker of a report: its own, or those of the report whose speaker it repeats.
NounPhrase StatementsReader::words_of(const Report& report) const {
    constexpr std::ptrdiff_t looked_at = 8;
    if (!report.own_phrase.empty()) return report.own_phrase;
    const std::ptrdiff_t which = &report - reports_.data();
    for (std::ptrdiff_t i = which; i-- > 0 && i + looked_at > which;) {
        const Report& other = reports_[static_cast<std::size_t>(i)];
        if (other.own_phrase.empty() || !other.statement.speaker || !report.statement.speaker) continue;
        const Agent &a = *other.statement.speaker, &b = *report.statement.speaker;
        if (a.names == b.names && a.mention == b.mention && (!a.names.empty() || !b.span || a.span == b.span))
            return other.own_phrase;
    }
    return report.own_phrase;
}

// Whether a report goes on with the utterance of an earlier one: one speaker, and no step back in time ("had
// announced").
bool StatementsReader::goes_on(const Report& earlier, const Report& report) const {
    constexpr std::uint32_t reach = 8;  // sentences
    if (stands_in_headline(text_, report.cue) != stands_in_headline(text_, earlier.cue)) return false;
    if (report.sentence > earlier.sentence + reach) return false;
    const bool own_words = !report.own_phrase.empty();
    if (!report.statement.speaker && text_.cue_at(report.cue) != nullptr && is_passive(text_, report.cue))
        return false;
    const std::uint32_t begin = text_.sentence_begin(report.cue);
    const bool past = report.cue > begin && text_.is(report.cue - 1, particle::qad);
    const bool was =
        text_.has(begin, trait::auxiliary) && begin < report.cue && report.sentence != earlier.sentence;
    if (own_words && (past || was)) return false;
    if (!report.statement.speaker || !earlier.statement.speaker)
        return !own_words && report.sentence <= earlier.sentence + 1;
    return is_same_speaker(text_, *earlier.statement.speaker, words_of(earlier), *report.statement.speaker,
                           report.own_phrase);
}

// "The agency X said that ... The minister said": the agency carries the minister too.
void StatementsReader::carry_agency(std::size_t which) {
    Report& report = reports_[which];
    if (carrier_of(text_, report.own_phrase)) return;
    for (std::size_t i = which, left = 8; i-- > 0 && left > 0; --left) {
        const Report& earlier = reports_[i];
        if (earlier.nested || earlier.own_phrase.empty()) continue;
        const bool paragraph = text_.word(earlier.cue).block == text_.word(report.cue).block;
        if (earlier.sentence + (paragraph ? 2 : 1) < report.sentence) return;
        const auto link = carrier_of(text_, earlier.own_phrase);
        if (!link || link->kind != LinkKind::agency) return;
        report.statement.chain.push_back(*link);
        report.statement.chain.back().why = {"chain.carried_over", 0.5F, {}};
        return;
    }
}

// "This came in a statement": the sentence behind a report tells through what it came.
std::vector<Carrier> StatementsReader::told_after(const Report& report, const OwnOutlet& own) const {
    const std::uint32_t at = text_.sentence_end(std::max(report.cue, report.end > 0 ? report.end - 1 : 0));
    if (at + 3 >= text_.size()) return {};
    namespace l = letters;
    constexpr std::string_view came = spelled<l::jeem, l::alef>;
    std::string_view form = text_.search(at);
    if (text_.has_conjunction(at) || form.starts_with(spelled<l::waw>)) form.remove_prefix(2);
    if (!form.starts_with(came) || form.size() > 8) return {};
    const bool that = text_.has(at + 1, trait::demonstrative);
    const bool remarks = text_.carrier_at(at + 1) != nullptr;
    if (!that && !remarks) return {};
    return carriers_in(text_, own, at + 1, text_.sentence_end(at));
}

// "The statement demanded", "the letter says": what carried the text before carries it still.
void StatementsReader::carry_text(std::size_t which) {
    Report& report = reports_[which];
    std::vector<ChainLink>& chain = report.statement.chain;
    if (chain.size() != 1 || chain.front().kind != LinkKind::statement || !chain.front().span) return;
    const std::string_view words = text_.document.text(*chain.front().span);
    const std::string form = search_form(words);
    if (!form.starts_with(particle::al) || form.find(' ') != std::string::npos) return;
    for (std::size_t i = which, left = 8; i-- > 0 && left > 0; --left) {
        const Report& earlier = reports_[i];
        if (earlier.nested) continue;
        const bool has_text =
            std::any_of(earlier.statement.chain.begin(), earlier.statement.chain.end(),
                        [](const ChainLink& one) { return one.kind == LinkKind::statement; });
        if (!has_text) continue;
        for (const ChainLink& link : earlier.statement.chain) {
            if (link.kind != LinkKind::statement) join(chain, {link});
        }
        return;
    }
}

// A press conference held together carries whoever speaks next, also by another name.
void StatementsReader::carry_joint(std::size_t which) {
    namespace l = letters;
    constexpr std::string_view joint = spelled<l::meem, l::sheen, l::teh, l::reh, l::kaf>;
    constexpr std::uint32_t reach = 6;  // sentences
    Report& report = reports_[which];
    const Report* earlier = report_before(which);
    if (earlier == nullptr || report.sentence > earlier->sentence + reach) return;
    if (stands_in_headline(text_, earlier->cue) || carrier_of(text_, report.own_phrase)) return;
    if (!report.own_phrase.empty() && text_.carrier_at(report.own_phrase.first) != nullptr) return;
    for (const ChainLink& link : earlier->statement.chain) {
        if (link.kind != LinkKind::press_conference || !link.span) continue;
        if (search_form(text_.document.text(*link.span)).find(joint) == std::string::npos) continue;
        report.statement.chain = earlier->statement.chain;
        return;
    }
}

// "The minister held a press conference. He said ...": the occasion of the sentence before, in which nobody
// was reported.
std::vector<Carrier> StatementsReader::told_before(std::size_t which, const OwnOutlet& own) const {
    const Report& report = reports_[which];
    if (!report.own_phrase.empty() || report.sentence == 0 || text_.cue_at(report.cue) == nullptr) return {};
    const Sentence& before = text_.words.sentences[std::size_t{report.sentence - 1}];
    if (before.first >= before.end || stands_in_headline(text_, before.first)) return {};
    if (text_.word(before.first).block != text_.word(report.cue).block) return {};
    for (std::size_t i = which, left = 4; i-- > 0 && left > 0; --left) {
        if (reports_[i].end > before.first || reports_[i].sentence + 1 >= report.sentence) return {};
    }
    std::vector<Carrier> out = carriers_in(text_, own, before.first, before.end);
    for (std::uint32_t at = before.first; out.empty() && at < before.end; ++at) {
        const CarrierRow* row = text_.carrier_at(at);
        if (row == nullptr || row->weak || row->kind != CarrierKind::press_conference) continue;
        Carrier object;
        object.kind = LinkKind::press_conference;
        object.first = at;
        object.skip = text_.signs[at].carrier_skip;
        object.end = at + std::max<std::uint32_t>(1, text_.signs[at].carrier_words);
        out.push_back(object);
    }
    const bool occasion = std::any_of(out.begin(), out.end(), [](const Carrier& one) {
        return one.kind == LinkKind::press_conference || one.kind == LinkKind::interview;
    });
    return occasion ? out : std::vector<Carrier>{};
}

void StatementsReader::give_chains() {
    const OwnOutlet own(text_);
    for (std::size_t i = 0; i < reports_.size(); ++i) {
        Report& report = reports_[i];
        const std::vector<Carrier> carriers = own_carriers(i, own);
        std::vector<ChainLink> links;
        for (const Carrier& one : carriers) links.push_back(link_of(text_, one));
        const bool found = !links.empty() || !report.statement.chain.empty();
        join(report.statement.chain, std::move(links));
        if (report.nested) {
            if (!found) nest_chain(i);
            continue;
        }
        carry_text(i);
        if (!found) {
            const Report* earlier = report_before(i);
            if (earlier != nullptr && goes_on(*earlier, report)) {
                report.statement.chain = earlier->statement.chain;
            } else if (!report.own_phrase.empty()) {
                carry_agency(i);
            }
        }
        if (report.statement.chain.empty()) carry_joint(i);
        if (report.statement.chain.empty()) {
            for (const Carrier& one : told_before(i, own))
                join(report.statement.chain, {link_of(text_, one)});
        }
        if (report.statement.chain.empty()) {
            for (const Carrier& one : told_after(report, own))
                join(report.statement.chain, {link_of(text_, one)});
        }
    }
}

}  // namespace isnad::speech
