#include "claims/clauses.h"

#include <algorithm>

#include "text/letters.h"
#include "text/utf8.h"

namespace isnad::claims {
namespace {

namespace l = letters;

bool divides(const Words& words, const Word& word) {
    if (word.kind != WordKind::punctuation) return false;
    const std::string_view sign = words.search(word);
    if (sign.empty()) return false;
    switch (utf8::at(sign, 0).value) {
        case ',':
        case ';':
        case ':':
        case '(':
        case ')':
        case '[':
        case ']':
        case '.':
        case '!':
        case '?':
        case l::comma:
        case l::semicolon:
        case l::question_mark:
        case l::en_dash:
        case l::em_dash:
        case l::ellipsis: return true;
        default: return false;
    }
}

}  // namespace

WordRange words_in(const Words& words, Span span) {
    const auto inside = words.words.starting_in(span);
    const Word* all = words.words.all().data();
    if (inside.empty()) return {};
    const auto first = static_cast<std::uint32_t>(inside.data() - all);
    return {first, first + static_cast<std::uint32_t>(inside.size())};
}

Span span_of(const Words& words, WordRange range) {
    if (range.first >= range.end) return {};
    return hull(words.words[range.first].span, words.words[range.end - 1].span);
}

WordRange sentence_around(const Words& words, std::uint32_t word) {
    const Sentence& sentence = words.sentences[words.words[word].sentence];
    return {sentence.first, sentence.end};
}

WordRange clause_around(const Words& words, WordRange inside) {
    if (inside.first >= inside.end) return inside;
    const WordRange sentence = sentence_around(words, inside.first);
    WordRange out = inside;
    while (out.first > sentence.first && !divides(words, words.words[out.first - 1])) --out.first;
    while (out.end < sentence.end && !divides(words, words.words[out.end])) ++out.end;
    return out;
}

Span words_around(const Words& words, WordRange inside, WordRange limits, std::uint32_t most) {
    WordRange out = inside;
    const auto size = [&] { return span_of(words, out).size(); };
    bool back = true, forth = true;
    for (int before = 0; (back || forth) && size() < most;) {
        const bool turn_back = back && (before < 3 || !forth);
        before = turn_back ? before + 1 : 0;
        if (turn_back) {
            back = out.first > limits.first;
            if (back) --out.first;
            if (back && size() > most) ++out.first, back = false;
        } else {
            forth = out.end < limits.end;
            if (forth) ++out.end;
            if (forth && size() > most) --out.end, forth = false;
        }
    }
    while (out.first < inside.first && words.words[out.first].kind == WordKind::punctuation) ++out.first;
    while (out.end > inside.end && words.words[out.end - 1].kind == WordKind::punctuation) --out.end;
    return span_of(words, out);
}

}  // namespace isnad::claims
