#include "views/search_words.h"

namespace isnad::views {

std::string search_words(const Analysis& analysis, Span span) {
    std::string out;
    for (const Word& word_here : analysis.words.words.starting_in(span)) {
        if (word_here.kind == WordKind::punctuation) continue;
        out += analysis.words.search(word_here);
        out += ' ';
    }
    return out;
}

}  // namespace isnad::views
