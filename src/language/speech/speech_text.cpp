#include "language/speech/speech_text.h"

#include <algorithm>

namespace isnad::speech {

SpeechText::SpeechText(const Document& of, const Words& its_words, const Layer<Name>& its_names,
                       const Layer<Mention>& its_mentions, const StatementKnowledge& knows)
    : document(of),
      words(its_words),
      names(its_names),
      mentions(its_mentions),
      knowledge(knows),
      signs(knows.signs_of(its_words)),
      quotes(find_quotes(its_words)),
      name_of_(its_words.words.size(), no_entry),
      opens_(its_words.words.size(), no_entry),
      inside_(its_words.words.size(), no_entry) {
    std::uint32_t name = 0;
    for (std::uint32_t at = 0; at < size(); ++at) {
        while (name < names.size() && names[std::size_t{name}].span.end <= word(at).span.begin) ++name;
        if (name < names.size() && names[std::size_t{name}].span.overlaps(word(at).span)) name_of_[at] = name;
    }
    for (std::uint32_t i = 0; i < quotes.size(); ++i) {
        opens_[quotes[i].open] = i;
        for (std::uint32_t at = quotes[i].first(); at < quotes[i].close; ++at) inside_[at] = i;
    }
}

bool SpeechText::begins_with_preposition(std::uint32_t at, char32_t letter) const {
    if (at >= size() || !has_preposition(at)) return false;
    const std::string_view form = search(at);
    std::size_t from = 0;
    if (has_conjunction(at)) from = 2;
    return from < form.size() && utf8::at(form, from).value == letter;
}

std::uint32_t SpeechText::name_end(std::uint32_t at) const {
    const std::uint32_t name = name_of_[at];
    while (at < size() && name_of_[at] == name) ++at;
    return at;
}

Span SpeechText::span(std::uint32_t first, std::uint32_t end, std::uint8_t skip) const {
    Span out = hull(word(first).span, word(end - 1).span);
    if (skip != 0 && skip < word(first).normal.size()) {
        NormalSpan rest = word(first).normal;
        rest.begin += skip;
        out.begin = words.normal->original(rest).begin;
    }
    return out;
}

std::string_view without_article(std::string_view form) {
    return form.starts_with(particle::al) && form.size() > particle::al.size() + 2
               ? form.substr(particle::al.size())
               : form;
}

std::string_view bare_form(const SpeechText& text, std::uint32_t at) {
    const std::string_view form = text.search(at);
    return without_article(form.substr(std::min<std::size_t>(text.word(at).name_begin, form.size())));
}

}  // namespace isnad::speech
