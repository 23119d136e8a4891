#include "claims/voices.h"

#include <algorithm>

#include "claims/clauses.h"

namespace isnad::claims {
namespace {

constexpr double one_voice = 0.8;  // resemblance of sentences that were carried over

}  // namespace

std::size_t voices(const StoryView& view, const std::vector<WordsOf>& places) {
    std::vector<Content> met;
    for (const WordsOf& at : places) {
        const Words& words = view.analysis(at.document).words;
        const WordRange inside = words_in(words, at.span);
        if (inside.first >= inside.end) continue;
        const Span sentence = span_of(words, sentence_around(words, inside.first));
        Content content = view.contents.of(at.document, sentence, {.names = true, .numbers = true});
        const bool known = std::any_of(met.begin(), met.end(), [&](const Content& other) {
            return resemblance(content, other) >= one_voice || containment(content, other) >= 0.95;
        });
        if (!known) met.push_back(std::move(content));
    }
    return met.size();
}

}  // namespace isnad::claims
