#include "language/speech/mentions_words.h"

#include "text/letters.h"
#include "text/spelled.h"
#include "text/spellings.h"

namespace isnad::speech {
namespace {

using spellings::al;
using spellings::is_definite;
using spellings::lam;

constexpr std::uint32_t longest_word = 3;  // words of a row of mentions.tsv

}  // namespace

WordMentions::Found WordMentions::find(std::uint32_t i) const {
    if (!text_.is_arabic(i) || text_.form(i).size() > 40) return {};
    for (const words::Reading reading : words::readings_of(text_.form(i))) {
        const bool article = reading.article || is_definite(text_.form(i).substr(reading.skip));
        if (reading.skip > text_.word(i).name_begin && !article) continue;
        const Found one = longest(i, words::phrase_of(text_.form(i), reading));
        if (one.word != nullptr) return {one.word, reading.skip, one.end};
    }
    return dual_title(i);
}

// "the two fishermen": the dual of a title, in the nominative, which no plural looks like.
WordMentions::Found WordMentions::dual_title(std::uint32_t i) const {
    using spellings::heh;
    static constexpr MentionWord two{WordRole::pair, "person", GrammarGender::unknown, Count::two, false};
    constexpr std::string_view dual = spelled<letters::alef, letters::noon>;
    constexpr std::size_t shortest = 6;  // letters
    const std::uint8_t skip = text_.word(i).name_begin;
    std::string stem(text_.form(i).substr(std::min<std::size_t>(skip, text_.form(i).size())));
    if (!is_definite(stem) || !stem.ends_with(dual) || stem.size() < shortest * spellings::letter) return {};
    stem.resize(stem.size() - dual.size());
    if (stem.ends_with(spellings::teh)) stem.replace(stem.size() - heh.size(), heh.size(), heh);
    return text_.knowledge().is_title(stem) ? Found{&two, skip, i + 1} : Found{};
}

WordMentions::Found WordMentions::longest(std::uint32_t i, lexicon::Phrase phrase) const {
    Found out;
    std::uint32_t last = i;
    for (std::uint32_t length = 1; length <= longest_word; ++length) {
        const lexicon::Found found = text_.knowledge().lexicon().find(phrase);
        for (const lexicon::Entry& entry : found.entries) {
            const MentionWord* word = text_.knowledge().word(entry);
            if (word == nullptr || word->kind == WordRole::adjective || word->kind == WordRole::counterpart)
                continue;
            out = {word, 0, last + 1};
            break;
        }
        const std::uint32_t next = text_.next(last);
        if (!found.longer || next == no_index || !text_.is_arabic(next)) break;
        phrase = phrase.then(text_.form(next));
        last = next;
    }
    return out;
}

std::optional<Mention> WordMentions::read(std::uint32_t i) const {
    const Found found = find(i);
    if (found.word == nullptr) return std::nullopt;
    switch (found.word->kind) {
        case WordRole::pair: return pair(i, found);
        case WordRole::noun: return noun(i, found);
        case WordRole::pronoun:
            return found.word->stands_for == "latter" ? latter(i, found) : pronoun(i, found);
        default: return std::nullopt;
    }
}

Span WordMentions::span(std::uint32_t i, const Found& found) const {
    const Word& word = text_.word(i);
    const NormalSpan rest{word.normal.begin + found.skip, word.normal.end};
    return {text_.words().normal->original(rest).begin, text_.word(found.end - 1).span.end};
}

// The nationality of one or two words at word i, `end` one past it.
std::optional<Nationality> WordMentions::nationality_at(std::uint32_t i, std::size_t skip,
                                                        std::uint32_t& end) const {
    if (!text_.is_arabic(i) || text_.form(i).size() <= skip) return std::nullopt;
    const auto first = lexicon::Phrase{}.then(text_.form(i).substr(skip));
    const std::uint32_t next = text_.next(i);
    auto of = next == no_index ? std::nullopt : text_.knowledge().nationality(first.then(text_.form(next)));
    end = of ? i + 2 : i + 1;
    return of ? of : text_.knowledge().nationality(first);
}

}  // namespace isnad::speech
