// Whom a noun phrase names, what a verb tells of its subject, and who spoke before.
#include <algorithm>

#include "language/speech/speaker.h"

namespace isnad::speech {

namespace {

// Names from the first one on, as long as only the conjunction stands between them.
std::vector<std::uint32_t> coordinated(const SpeechText& text, std::uint32_t at, std::uint32_t end) {
    std::vector<std::uint32_t> out;
    while (at < end && text.name_at(at)) {
        out.push_back(*text.name_at(at));
        at = text.name_end(at);
        if (at >= end || !text.name_at(at) || !text.has_conjunction(at)) break;
    }
    return out;
}

}  // namespace

Agent agent_of(const SpeechText& text, const NounPhrase& phrase) {
    Agent out;
    out.span = text.span(phrase.first, phrase.end, phrase.skip);
    if (text.name_at(phrase.first))
        out.span->begin =
            std::max(out.span->begin, text.names[std::size_t{*text.name_at(phrase.first)}].span.begin);
    const CarrierRow* head = text.carrier_at(phrase.first);
    out.unnamed = head != nullptr && head->kind == CarrierKind::unnamed;
    bool only_class_nouns = true, persons = false;
    for (std::uint32_t at = phrase.first; at < phrase.end; ++at) {
        if (!text.name_at(at)) {
            const CarrierRow* carrier = text.carrier_at(at);
            const bool outlet = carrier != nullptr && carrier->kind != CarrierKind::unnamed &&
                                carrier->kind != CarrierKind::spokesman;
            only_class_nouns =
                only_class_nouns &&
                (text.sign(at) != 0 || outlet || (text.has(at, trait::body) && !text.has(at, trait::title)));
            continue;
        }
        if (text.is_person(at) || (only_class_nouns && out.names.empty())) {
            if (!text.is_person(at)) {
                out.names = coordinated(text, at, phrase.end);
            } else {
                if (!persons) out.names.clear();
                persons = true;
                out.names.push_back(*text.name_at(at));
            }
        }
        at = text.name_end(at) - 1;
    }
    if (!out.names.empty()) return out;
    const auto starting = text.mentions.starting_in(*out.span);
    if (!starting.empty())
        out.mention = static_cast<std::uint32_t>(&starting.front() - text.mentions.all().data());
    return out;
}

Agreement agreement_of(const SpeechText& text, std::uint32_t cue) {
    namespace l = letters;
    const CueRow* row = text.cue_at(cue);
    if (row == nullptr) return {};
    std::string_view form = text.search(cue).substr(text.signs[cue].cue_skip);
    if (row->form == CueForm::imperfect) {
        const char32_t first = utf8::at(form, 0).value;
        const bool dual = form.ends_with(spelled<l::alef, l::noon>) && form.size() > 10;
        const bool plural = dual || form.ends_with(spelled<l::waw, l::noon>);
        if (first == l::yeh) return {Gender::masculine, plural, dual};
        return {first == l::teh ? Gender::feminine : Gender::unknown, plural, dual};
    }
    if (row->form == CueForm::perfect) {
        if (form.ends_with(spelled<l::waw, l::alef>)) return {Gender::masculine, true};
        if (form.ends_with(spelled<l::teh, l::alef>)) return {Gender::feminine, true, true};
        const std::string_view lemma = row->lemma;
        const bool weak_root = lemma.ends_with(spelled<l::alef>) || lemma.ends_with(spelled<l::alef_maksura>);
        if (form.ends_with(spelled<l::alef>) && !weak_root) return {Gender::masculine, true, true};
        return {form.ends_with(spelled<l::teh>) ? Gender::feminine : Gender::masculine, false};
    }
    if (row->form != CueForm::participle) return {};
    if (form.ends_with(spelled<l::yeh, l::noon>)) return {Gender::masculine, true};
    return {form.ends_with(spelled<l::heh>) ? Gender::feminine : Gender::masculine, false};
}

Agent repeated(const SpeechText& text, Agent agent) {
    const Mention* mention = agent.mention ? &text.mentions[std::size_t{*agent.mention}] : nullptr;
    const bool told = mention != nullptr && (!mention->names.empty() || mention->known);
    if (!agent.names.empty() || told) agent.span.reset();
    return agent;
}

void Speakers::heard(const Agent& agent, Agreement agreement, std::uint32_t at) {
    constexpr std::size_t remembered = 12;
    if (heard_.size() >= remembered) heard_.erase(heard_.begin());
    heard_.push_back({agent, agreement, at});
}

std::optional<Agent> Speakers::last(Agreement agreement, std::uint32_t at) const {
    constexpr std::uint32_t reach = 400;  // words
    for (auto it = heard_.rbegin(); it != heard_.rend(); ++it) {
        if (it->at + reach < at) break;
        const bool same_gender = agreement.gender == Gender::unknown ||
                                 it->agreement.gender == Gender::unknown || agreement.plural ||
                                 it->agreement.gender == agreement.gender;
        const bool same_number = !agreement.plural || it->agreement.plural || it->agent.names.size() != 1;
        if (!same_gender || !same_number) continue;
        return it->agent;
    }
    return std::nullopt;
}

}  // namespace isnad::speech
