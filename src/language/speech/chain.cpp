#include "language/speech/chain.h"

#include <algorithm>

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_link = 12;  // words

std::optional<LinkKind> link_kind(CarrierKind kind) {
    switch (kind) {
        case CarrierKind::spokesman: return LinkKind::spokesman;
        case CarrierKind::statement: return LinkKind::statement;
        case CarrierKind::interview: return LinkKind::interview;
        case CarrierKind::press_conference: return LinkKind::press_conference;
        case CarrierKind::agency: return LinkKind::agency;
        case CarrierKind::broadcaster: return LinkKind::broadcaster;
        case CarrierKind::paper: return LinkKind::paper;
        case CarrierKind::platform: return LinkKind::platform;
        default: return std::nullopt;
    }
}

// The words of a carrier from its noun on: adjectives, "of his", and the name that belongs to it.
std::uint32_t link_end(const SpeechText& text, std::uint32_t at, std::uint32_t limit) {
    std::uint32_t end = at + std::max<std::uint32_t>(1, text.signs[at].carrier_words);
    limit = std::min(limit, end + longest_link);
    while (end < limit) {
        if (text.name_at(end)) {
            if (text.has_preposition(end) || text.is_person(end)) break;
            end = text.name_end(end);
            continue;
        }
        if (const Quoted* quoted = text.quote_at(end)) {
            if (quoted->words() > 5 || !quoted->closed || quoted->behind() > limit) break;
            end = quoted->behind();
            continue;
        }
        const bool foreign = text.word(end).kind == WordKind::foreign;
        if (!foreign && (!text.is_arabic(end) || text.has(end, trait::function) ||
                         !(text.has_article(end) || text.word(end).enclitic != 0) ||
                         text.has_preposition(end) || text.has(end, trait::title | trait::time)))
            break;
        ++end;
    }
    return end;
}

ChainLink link_of(const SpeechText& text, std::uint32_t first, std::uint32_t end, std::uint8_t skip,
                  LinkKind kind, std::string_view rule) {
    ChainLink out;
    out.kind = kind;
    out.span = text.span(first, end, skip);
    for (std::uint32_t at = first; at < end; ++at) {
        if (!text.name_at(at)) continue;
        out.names.push_back(*text.name_at(at));
        at = text.name_end(at) - 1;
    }
    out.why = {rule, 0.8F, {}};
    return out;
}

// Whether what stands before a noun makes it a carrier: texts and occasions want "in" or "during", media also
// "to", "with" and "on".
bool behind_preposition(const SpeechText& text, std::uint32_t at, std::uint32_t first, LinkKind kind) {
    const bool text_or_occasion =
        kind == LinkKind::statement || kind == LinkKind::interview || kind == LinkKind::press_conference;
    const std::uint8_t skip = text.signs[at].carrier_skip;
    const char32_t stripped = skip == 0 ? 0 : utf8::at(text.search(at), skip - 2u).value;
    if (stripped == letters::beh || (stripped == letters::lam && !text_or_occasion)) return true;
    if (text.name_at(at) && text.has_preposition(at)) return true;
    if (at == first || at == 0) return false;
    const std::uint32_t before = at - 1;
    for (const std::string_view lead : {particle::fi, particle::khilal, particle::abr}) {
        if (text.search(before).ends_with(lead) && text.has(before, trait::preposition)) return true;
    }
    return !text_or_occasion && (text.has(before, trait::preposition) || text.sign(before) == '"');
}

}  // namespace

std::vector<ChainLink> carriers_in(const SpeechText& text, std::uint32_t first, std::uint32_t end) {
    std::vector<ChainLink> out;
    for (std::uint32_t at = first; at < end;) {
        std::optional<LinkKind> kind;
        std::uint8_t skip = 0;
        if (const CarrierRow* carrier = text.carrier_at(at)) {
            kind = link_kind(carrier->kind);
            skip = text.signs[at].carrier_skip;
        } else if (const auto name = text.name_at(at)) {
            const auto known = text.knowledge.carrier_of(text.names[std::size_t{*name}]);
            if (known) kind = link_kind(*known);
        }
        if (!kind || !behind_preposition(text, at, first, *kind)) {
            at = text.name_at(at) ? text.name_end(at) : at + 1;
            continue;
        }
        const std::uint32_t behind =
            text.carrier_at(at) != nullptr ? link_end(text, at, end) : text.name_end(at);
        ChainLink link = link_of(text, at, behind, skip, *kind, "chain.carrier");
        if (text.carrier_at(at) == nullptr) link.span = text.names[std::size_t{*text.name_at(at)}].span;
        out.push_back(std::move(link));
        at = behind;
    }
    return out;
}

std::optional<ChainLink> carrier_of(const SpeechText& text, const NounPhrase& phrase) {
    if (phrase.empty()) return std::nullopt;
    if (const CarrierRow* carrier = text.carrier_at(phrase.first)) {
        const auto kind = link_kind(carrier->kind);
        if (kind && *kind != LinkKind::spokesman)
            return link_of(text, phrase.first, phrase.end, phrase.skip, *kind, "chain.source");
    }
    for (std::uint32_t at = phrase.first; at < phrase.end; ++at) {
        if (!text.name_at(at)) continue;
        const auto known = text.knowledge.carrier_of(text.names[std::size_t{*text.name_at(at)}]);
        if (!known || !link_kind(*known)) return std::nullopt;
        return link_of(text, phrase.first, phrase.end, phrase.skip, *link_kind(*known), "chain.source");
    }
    return std::nullopt;
}

void join(std::vector<ChainLink>& chain, std::vector<ChainLink> more) {
    for (ChainLink& link : more) {
        const auto same = [&](const ChainLink& other) {
            return other.span && link.span && other.span->overlaps(*link.span);
        };
        if (std::none_of(chain.begin(), chain.end(), same)) chain.push_back(std::move(link));
    }
    std::stable_sort(chain.begin(), chain.end(),
                     [](const ChainLink& a, const ChainLink& b) { return a.kind < b.kind; });
}

}  // namespace isnad::speech
