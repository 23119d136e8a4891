// The words of a document that can be copied, and its shingles: every run of four words, as hashes.
//
// Words are in search form with their proclitics, so that spelling (hamza, final yeh, digits) does not hide a
// copy. Titles, captions and everything inside a page that is in no article stay out; a document of nothing
// but a title is compared by it.
#pragma once

#include <cstdint>
#include <vector>

#include "model/collection.h"

namespace isnad::copies {

constexpr std::size_t shingle_words = 4;

struct CopyText {
    std::vector<std::uint64_t> words;     // hashes, in page order
    std::vector<Span> spans;              // of the words, in the page
    std::vector<bool> starts;             // what stands before the word in the page is not of this text
    std::vector<bool> quoted;             // inside direct speech: two witnesses quote alike without copying
    std::vector<std::uint64_t> shingles;  // at each word but the last three
    std::vector<std::uint64_t> set;       // ascending, each once
};

CopyText copy_text(const Analysis& analysis);

}  // namespace isnad::copies
