// The lines of a page whose structure is lost, with what their shape tells. Offsets are bytes of the page
// text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/phrase.h"
#include "model/page.h"
#include "text/normalise.h"

namespace isnad::article {

struct Line {
    Span span;  // without the white space around it
    std::vector<std::string_view>
        words;                          // of the search form (lexicon::words_of), views into the normal text
    std::vector<std::uint64_t> hashes;  // of the words, for look-ups
    bool blank_before = false;          // an empty line or the start of the page stands before it
    bool ends_sentence = false;         // its last sign is a full stop or the like, closing quotes aside
    bool has_inner_stop = false;        // a full stop followed by more text
    bool in_prose = false;              // long or finished enough for running text
    bool truncated = false;  // cut off: it ends in an ellipsis, as summaries and headlines in lists do

    void set_words(std::vector<std::string_view> found);
};

// Whether a text ends in a full stop, question or exclamation mark, closing signs and space aside.
bool ends_with_stop(std::string_view text);

// One line, or a part of one, with what its shape tells.
Line line_of(const Page& page, const NormalText& normal, Span span, bool blank_before);

// Every line that is not empty, in order. Hard-wrapped text is told by its neighbours: the lines of one of
// its paragraphs come as one.
std::vector<Line> lines_of(const Page& page, const NormalText& normal);

}  // namespace isnad::article
