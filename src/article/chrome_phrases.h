// What chrome.cpp and chrome_inside.cpp share: the phrases of the lexicon in the words of a line.
#pragma once

#include "article/chrome.h"

namespace isnad::article {

// The mark of a kind as lexicon/chrome.tsv spells it.
Mark mark_of_kind(std::string_view word);

bool is_number(std::string_view word);

// Calls use(entry, end) for every key of the lexicon that stands at words [first, end) of a line.
template <class Use>
void each_phrase(const lexicon::Lexicon& lexicon, const Line& line, std::size_t first, Use use) {
    lexicon::Phrase phrase;
    for (std::size_t next = first; next < line.hashes.size(); ++next) {
        phrase = phrase.then(line.hashes[next]);
        const lexicon::Found found = lexicon.find(phrase);
        for (const lexicon::Entry& entry : found.entries) use(entry, next + 1);
        if (!found.longer) return;
    }
}

}  // namespace isnad::article
