#include "language/speech/chain.h"

#include <algorithm>

namespace isnad::speech {
namespace {

constexpr std::uint32_t longest_link = 12;        // words
constexpr std::uint32_t longest_medium_name = 5;  // words
constexpr std::uint32_t longest_showing = 4;      // words between a text and the medium that showed it

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

bool is_medium(LinkKind kind) {
    return kind == LinkKind::agency || kind == LinkKind::broadcaster || kind == LinkKind::paper ||
           kind == LinkKind::platform || kind == LinkKind::outlet;
}

// What stands before a carrier: "in, during, by"; "on, through"; "to, with".
enum class Lead : std::uint8_t { none, in, on, to };

Lead lead_of_letter(char32_t letter) {
    if (letter == letters::beh) return Lead::in;
    return letter == letters::lam ? Lead::to : Lead::none;
}

Lead lead_of_word(const SpeechText& text, std::uint32_t at) {
    namespace l = letters;
    const std::string_view form = text.search(at);
    if (form.size() == 2) return lead_of_letter(utf8::at(form, 0).value);
    constexpr std::string_view athna = spelled<l::alef, l::theh, l::noon, l::alef>,
                               dimna = spelled<l::dad, l::meem, l::noon>;
    const auto ends = [&](std::string_view lead) {
        return form == lead || (form.size() == lead.size() + 2 && form.ends_with(lead));
    };
    if (ends(particle::fi) || ends(particle::khilal) || form.find(athna) != std::string_view::npos ||
        ends(dimna))
        return Lead::in;
    if (ends(particle::abr) || ends(particle::ala)) return Lead::on;
    return ends(particle::ila) || ends(particle::maa) ? Lead::to : Lead::none;
}

// Whether a word may stand between a preposition and its carrier: "on [the waves of] the radio X".
bool is_bridge(const SpeechText& text, std::uint32_t at) {
    if (!text.is_arabic(at) || text.name_at(at) || text.has_article(at) || text.word(at).enclitic != 0)
        return false;
    const CarrierRow* carrier = text.carrier_at(at);
    if (carrier != nullptr) return carrier->kind == CarrierKind::relay;
    return !text.has(at, trait::function | trait::title | trait::time) && text.cue_at(at) == nullptr;
}

Lead lead_of(const SpeechText& text, std::uint32_t at, std::uint8_t skip, std::uint32_t first,
             bool may_bridge) {
    if (skip != 0) {
        const Lead own = lead_of_letter(utf8::at(text.search(at), skip - 2u).value);
        if (own != Lead::none) return own;
    }
    if (text.name_at(at) && text.has_preposition(at))
        return text.begins_with_preposition(at, letters::beh) ? Lead::in : Lead::to;
    if (skip == 0 && text.name_at(at) == std::nullopt && text.carrier_at(at) == nullptr &&
        text.begins_with_preposition(at, letters::lam))
        return Lead::to;
    std::uint32_t before = at;
    while (before > first && (text.sign(before - 1) == '"' || text.sign(before - 1) == '(')) --before;
    if (before == first) return Lead::none;
    --before;
    const Lead out = lead_of_word(text, before);
    if (out != Lead::none || !may_bridge || !is_bridge(text, before)) return out;
    const Lead far = lead_of(text, before, text.has_preposition(before) ? 2 : 0, first, false);
    return far == Lead::to && text.carrier_at(before) == nullptr ? Lead::none : far;
}

// "of his inauguration": a verbal noun with a pronoun; other words with one are verbs ("that it showed").
bool is_masdar_of_somebody(const SpeechText& text, std::uint32_t at) {
    namespace l = letters;
    const std::string_view form = text.search(at);
    const std::size_t end = form.size() - std::min<std::size_t>(form.size(), text.word(at).enclitic);
    return end >= 10 && utf8::at(form, 0).value == l::teh && form.substr(end - 4, 2) == spelled<l::yeh>;
}

// The words of a carrier from its noun on: adjectives, "of his", and the name that belongs to it; of a medium
// also words that no table has.
std::uint32_t link_end(const SpeechText& text, std::uint32_t at, std::uint32_t limit, bool medium) {
    std::uint32_t end = at + std::max<std::uint32_t>(1, text.signs[at].carrier_words);
    limit = std::min(limit, end + longest_link);
    std::uint32_t unknown = medium && !text.has_article(at) ? 3 : 0;
    while (end < limit) {
        if (text.name_at(end)) {
            if (text.has_preposition(end) || text.is_person(end)) break;
            end = text.name_end(end);
            unknown = 0;
            continue;
        }
        if (const Quoted* quoted = text.quote_at(end)) {
            if (quoted->words() > longest_medium_name || !quoted->closed || quoted->behind() > limit) break;
            end = quoted->behind();
            unknown = 0;
            continue;
        }
        if (medium && text.sign(end) == '(') {
            std::uint32_t close = end + 1;
            while (close < limit && close <= end + longest_medium_name && text.sign(close) != ')') ++close;
            if (close >= limit || text.sign(close) != ')') break;
            end = close + 1;
            continue;
        }
        const bool foreign = text.word(end).kind == WordKind::foreign;
        const bool plain = text.is_arabic(end) &&
                           !text.has(end, trait::function | trait::title | trait::time) &&
                           !text.has_preposition(end) && !text.has_conjunction(end);
        const bool possessed = text.word(end).enclitic != 0 && is_masdar_of_somebody(text, end);
        const bool belongs = plain && (text.has_article(end) || possessed);
        if (!foreign && !belongs) {
            const bool accusative = text.search(end).ends_with(spelled<letters::alef>) && !text.name_at(end);
            if (!plain || unknown == 0 || accusative || text.cue_at(end) != nullptr) break;
            --unknown;
        }
        ++end;
    }
    return end;
}

class CarrierFinder {
  public:
    CarrierFinder(const SpeechText& text, const OwnOutlet& own, std::uint32_t first, std::uint32_t end)
        : text_(text), own_(own), first_(first), end_(end) {}

    std::vector<Carrier> find() {
        for (std::uint32_t at = first_; at < end_;) at = read(at);
        settle();
        return std::move(found_);
    }

  private:
    // Takes the carrier at a word, if there is one; the word behind what was read.
    std::uint32_t read(std::uint32_t at) {
        if (const Quoted* quoted = text_.quote_at(at)) return read_quoted(at, *quoted);
        const CarrierRow* row = text_.carrier_at(at);
        const auto name = text_.name_at(at);
        std::optional<LinkKind> kind;
        if (row != nullptr) {
            kind = link_kind(row->kind);
        } else if (name) {
            const auto known = text_.knowledge.carrier_of(text_.names[std::size_t{*name}]);
            if (known) kind = link_kind(*known);
        }
        if (row != nullptr && row->kind == CarrierKind::relay && text_.signs[at].carrier_words > 1)
            return read_tongue(at);
        if (!kind || *kind == LinkKind::spokesman) return name ? text_.name_end(at) : at + 1;
        Carrier out;
        out.kind = *kind;
        out.first = at;
        out.medium = is_medium(*kind);
        out.skip = row != nullptr ? text_.signs[at].carrier_skip : 0;
        out.end = row == nullptr ? text_.name_end(at)
                                 : link_end(text_, at, end_, out.medium && *kind != LinkKind::platform);
        out.named = row == nullptr || text_.signs[at].carrier_words > 1 || holds_name(at + 1, out.end);
        for (std::uint32_t i = at + 1; i < out.end && row != nullptr && out.kind == LinkKind::paper; ++i) {
            const auto inner = text_.name_at(i);  // "the site 'Twitter'"
            const auto known = inner ? text_.knowledge.carrier_of(text_.names[std::size_t{*inner}])
                                     : std::optional<CarrierKind>{};
            if (known == CarrierKind::platform) out.kind = LinkKind::platform;
        }
        out.weak = row != nullptr && row->weak;
        out.definite = row != nullptr && out.medium && text_.has_article(at) && out.end == at + 1;
        const Lead lead = lead_of(text_, at, out.skip, first_, *kind != LinkKind::statement);
        // "in al-Jazira": a place as often as the channel; platforms have no second meaning.
        const bool place = row == nullptr && lead == Lead::in && *kind != LinkKind::platform;
        return place ? out.end : take(out, lead);
    }

    // "by the tongue of its spokesman".
    std::uint32_t read_tongue(std::uint32_t at) {
        const std::uint32_t behind = at + text_.signs[at].carrier_words;
        if (!text_.is(at, particle::ala)) return behind;
        const NounPhrase phrase = noun_phrase(text_, behind, end_, Extent::subject);
        if (phrase.empty()) return behind;
        Carrier out;
        out.kind = LinkKind::spokesman;
        out.first = phrase.first;
        out.end = phrase.end;
        out.named = true;
        found_.push_back(out);
        return phrase.end;
    }

    bool holds_name(std::uint32_t at, std::uint32_t end) const {
        for (; at < end; ++at) {
            if (text_.name_at(at) || text_.quote_at(at) != nullptr || text_.sign(at) == '(' ||
                text_.word(at).kind == WordKind::foreign)
                return true;
        }
        return false;
    }

    // "to 'Gulf News'": a quoted name with a word of a medium's in it.
    std::uint32_t read_quoted(std::uint32_t at, const Quoted& quoted) {
        if (quoted.words() > longest_medium_name || !quoted.closed || quoted.behind() > end_)
            return std::min(end_, quoted.behind());
        const Lead lead = lead_of(text_, at, 0, first_, false);
        const bool talk = !found_.empty() && found_.back().kind == LinkKind::interview &&
                          at <= found_.back().end + longest_showing;
        for (std::uint32_t i = quoted.first(); lead != Lead::none && i < quoted.close; ++i) {
            std::optional<CarrierKind> kind;
            if (const auto name = text_.name_at(i))
                kind = text_.knowledge.carrier_of(text_.names[std::size_t{*name}]);
            if (const CarrierRow* row = text_.carrier_at(i); !kind && row != nullptr) kind = row->kind;
            if (!kind || !link_kind(*kind) || !is_medium(*link_kind(*kind))) continue;
            Carrier out;
            out.kind = *link_kind(*kind);
            out.first = quoted.first();
            out.end = quoted.close;
            out.medium = true;
            out.named = true;
            take(out, lead);
            return quoted.behind();
        }
        talk_to_own_ = talk_to_own_ || (talk && (lead == Lead::to || is_shown(at)));
        return quoted.behind();
    }

    std::uint32_t take(Carrier& out, Lead lead) {
        const bool text_or_occasion = !out.medium;
        const bool shown = lead == Lead::none && out.medium && is_shown(out.first);
        const bool beside = lead == Lead::none && !found_.empty() && found_.back().end == out.first &&
                            out.medium && text_.has_conjunction(out.first);
        if (beside) lead = found_.back().addressed ? Lead::to : Lead::on;
        const bool led = text_or_occasion ? lead == Lead::in || (lead == Lead::on && out.weak == false &&
                                                                 out.kind == LinkKind::press_conference)
                                          : lead != Lead::none || shown;
        if (!led) return std::max(out.end, out.first + 1);
        out.addressed = lead == Lead::to;
        found_.push_back(out);
        return std::max(out.end, out.first + 1);
    }

    // "in a tape that the channel showed": the medium is the subject of a verb with a pronoun.
    bool is_shown(std::uint32_t at) const {
        if (found_.empty() || found_.back().medium || at > found_.back().end + longest_showing) return false;
        for (std::uint32_t i = found_.back().end; i < at; ++i) {
            const bool verb = text_.is_arabic(i) && text_.word(i).enclitic != 0 && !text_.has_article(i) &&
                              !text_.has(i, trait::function | trait::title);
            if (verb) return true;
        }
        return false;
    }

    // Whether a class noun with the article repeats a medium that was named before.
    bool is_told_before(const Carrier& one) const {
        constexpr std::uint32_t reach = 400;  // words
        const std::string_view noun = text_.search(one.first).substr(one.skip);
        const std::string_view bare =
            noun.starts_with(particle::al) ? noun.substr(particle::al.size()) : noun;
        const std::uint32_t floor = one.first - std::min(one.first, reach);
        for (std::uint32_t at = one.first; at-- > floor;) {
            if (text_.carrier_at(at) == nullptr || text_.has_article(at)) continue;
            if (text_.search(at).substr(text_.signs[at].carrier_skip) == bare) return true;
        }
        return false;
    }

    bool is_own(const Carrier& one) const {
        if (!one.medium) return false;
        const auto name = text_.name_at(one.first);
        const bool world_agency =
            name && text_.carrier_at(one.first) == nullptr && one.kind == LinkKind::agency;
        return !world_agency && own_.is(text_, one.first, one.end);
    }

    bool stands(const Carrier& one, bool medium) const {
        if (is_own(one)) return false;
        if (one.definite) return is_told_before(one);
        if (!one.weak) return true;
        if (one.kind == LinkKind::interview) return medium;
        return one.medium && (one.named || one.addressed);
    }

    // "a declaration", spoken: to whom it was made tells how it came.
    bool is_remark(const Carrier& one) const {
        namespace l = letters;
        constexpr std::string_view remark = spelled<l::teh, l::sad, l::reh, l::yeh, l::hah>;
        return text_.search(one.first).find(remark) != std::string_view::npos;
    }

    void settle() {
        bool medium = false;
        medium = talk_to_own_;
        for (const Carrier& one : found_)
            medium = medium || (one.medium && (is_own(one) || one.definite || stands(one, true)));
        std::vector<Carrier> kept;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const Carrier& one = found_[i];
            if (!stands(one, medium)) continue;
            const Carrier* next = i + 1 < found_.size() ? &found_[i + 1] : nullptr;
            constexpr std::uint32_t near = 4;  // words from an account to its network
            const bool account = next != nullptr && one.kind == LinkKind::platform &&
                                 next->kind == LinkKind::platform && next->first <= one.end + near &&
                                 !text_.has_conjunction(next->first);
            const bool remark = next != nullptr && is_remark(one) && next->addressed && next->medium &&
                                next->first <= one.end + near;
            if (!account && !remark) kept.push_back(one);
        }
        found_ = std::move(kept);
    }

    const SpeechText& text_;
    const OwnOutlet& own_;
    std::uint32_t first_, end_;
    std::vector<Carrier> found_;
    bool talk_to_own_ = false;  // "in a talk to 'the Mirror'", which no table has: the page's own outlet
};

// "in it", "during it".
bool refers_back(const SpeechText& text, std::uint32_t at) {
    if (at >= text.size()) return false;
    namespace l = letters;
    constexpr std::string_view his = spelled<l::heh>, her = spelled<l::heh, l::alef>;
    const std::string_view form = text.search(at);
    for (const std::string_view lead : {particle::fi, particle::khilal, particle::abr}) {
        if (form.starts_with(lead) && (form.substr(lead.size()) == his || form.substr(lead.size()) == her))
            return true;
    }
    return false;
}

// A channel with the name of a place is a canal, a station a railway's.
bool is_waterway(const SpeechText& text, const Carrier& carrier) {
    const auto name = text.name_at(carrier.first);
    if (carrier.kind != LinkKind::broadcaster || !name) return false;
    const NameType type = text.names[std::size_t{*name}].type;
    return type == NameType::place || type == NameType::facility;
}

}  // namespace

std::vector<Carrier> carriers_in(const SpeechText& text, const OwnOutlet& own, std::uint32_t first,
                                 std::uint32_t end) {
    if (first >= end) return {};
    std::vector<Carrier> out = CarrierFinder(text, own, first, end).find();
    std::erase_if(out, [&](const Carrier& carrier) { return is_waterway(text, carrier); });
    return out;
}

std::optional<Carrier> object_carrier(const SpeechText& text, std::uint32_t first, std::uint32_t end) {
    std::uint32_t back = first;
    while (back < end && !refers_back(text, back)) ++back;
    for (std::uint32_t at = back; back < end && at-- > first;) {
        const CarrierRow* row = text.carrier_at(at);
        if (row == nullptr || row->weak) continue;
        const auto kind = link_kind(row->kind);
        if (!kind || *kind == LinkKind::spokesman) continue;
        Carrier out;
        out.kind = *kind;
        out.first = at;
        out.skip = text.signs[at].carrier_skip;
        out.end = link_end(text, at, back, is_medium(*kind));
        return out;
    }
    return std::nullopt;
}

std::optional<ChainLink> carrier_of(const SpeechText& text, const NounPhrase& phrase) {
    if (phrase.empty()) return std::nullopt;
    Carrier out;
    out.first = phrase.first;
    out.end = phrase.end;
    out.skip = phrase.skip;
    std::optional<LinkKind> kind;
    if (const CarrierRow* carrier = text.carrier_at(phrase.first)) {
        kind = link_kind(carrier->kind);
        if (kind == LinkKind::spokesman) kind.reset();
    }
    for (std::uint32_t at = phrase.first; at < phrase.end && !kind; ++at) {
        if (!text.name_at(at)) continue;
        const auto known = text.knowledge.carrier_of(text.names[std::size_t{*text.name_at(at)}]);
        if (!known || !link_kind(*known)) return std::nullopt;
        kind = link_kind(*known);
    }
    if (!kind) return std::nullopt;
    out.kind = *kind;
    ChainLink link = link_of(text, out);
    link.span = text.span(phrase.first, phrase.end, phrase.skip);
    link.why = {"chain.source", 0.8F, {}};
    return link;
}

}  // namespace isnad::speech
