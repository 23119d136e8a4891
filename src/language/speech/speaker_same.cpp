#include "language/speech/speaker_same.h"

#include <algorithm>

namespace isnad::speech {
namespace {

// The words of a name in the search form.
std::string_view form_of(const SpeechText& text, std::uint32_t name) {
    return text.words.normal->search(text.words.normal->normal(text.names[std::size_t{name}].span));
}

// "Karim al-Idrisi" and "al-Idrisi": the one ends with the other, or they are alike.
bool is_same_name(const SpeechText& text, std::uint32_t a, std::uint32_t b) {
    if (a == b) return true;
    std::string_view longer = form_of(text, a), shorter = form_of(text, b);
    if (longer.size() < shorter.size()) std::swap(longer, shorter);
    if (shorter.empty()) return false;
    if (longer == shorter || without_article(longer) == without_article(shorter)) return true;
    const std::string_view last = without_article(shorter);
    const bool tail = longer.ends_with(last) && longer.size() > last.size();
    const bool head = longer.starts_with(shorter) && longer[shorter.size()] == ' ';
    return tail || head;
}

std::vector<std::uint32_t> names_of(const SpeechText& text, const Agent& agent) {
    if (!agent.names.empty() || !agent.mention) return agent.names;
    return text.mentions[std::size_t{*agent.mention}].names;
}

// "the engineer" behind "an engineer in the port", "the administration" behind "the administration of X": the
// head noun of the later phrase stands in the earlier one.
bool repeats_noun(const SpeechText& text, const NounPhrase& first, const NounPhrase& second) {
    if (first.empty() || second.empty() || !text.has_article(second.first)) return false;
    const std::string_view noun = bare_form(text, second.first);
    for (std::uint32_t at = first.first; at < first.end; ++at) {
        if (text.is_arabic(at) && bare_form(text, at) == noun) return true;
    }
    return false;
}

// "the head of the sector" behind "the head of the sector of antiquities X": every word stands in the earlier
// phrase.
bool repeats_words(const SpeechText& text, const NounPhrase& first, const NounPhrase& second) {
    if (first.empty() || second.empty() || second.end > second.first + 4) return false;
    for (std::uint32_t at = second.first; at < second.end; ++at) {
        if (!text.is_arabic(at)) return false;
        bool there = false;
        for (std::uint32_t i = first.first; i < first.end && !there; ++i)
            there = text.is_arabic(i) && bare_form(text, i) == bare_form(text, at);
        if (!there) return false;
    }
    return true;
}

}  // namespace

bool is_same_speaker(const SpeechText& text, const Agent& first, const NounPhrase& first_words,
                     const Agent& second, const NounPhrase& second_words) {
    if (repeats_noun(text, first_words, second_words) && second_words.end <= second_words.first + 2)
        return true;
    if (repeats_words(text, first_words, second_words)) return true;
    const CarrierRow* source = second_words.empty() ? nullptr : text.carrier_at(second_words.first);
    if (source != nullptr && source->kind == CarrierKind::unnamed && text.has_article(second_words.first) &&
        second.names.empty())
        return true;  // "the same source"
    const std::vector<std::uint32_t> a = names_of(text, first), b = names_of(text, second);
    if (!a.empty() && !b.empty()) {
        if (a.size() != b.size()) return false;
        return std::any_of(a.begin(), a.end(), [&](std::uint32_t one) {
            return std::any_of(b.begin(), b.end(),
                               [&](std::uint32_t other) { return is_same_name(text, one, other); });
        });
    }
    if (first.mention && second.mention && *first.mention == *second.mention) return true;
    if (first.span && second.span && *first.span == *second.span) return true;
    return repeats_noun(text, first_words, second_words);
}

}  // namespace isnad::speech
