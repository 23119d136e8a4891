// Words of a text as they were typed: the normal form of the engine makes one letter of what tells languages
// apart, so that they have to be read from the page itself.
#pragma once

#include <string>
#include <string_view>

#include "language/varieties/scripts.h"
#include "text/span.h"

namespace isnad::varieties {

struct RawWord {
    Span span;
    Script script = Script::none;
    bool after_joiner = false;  // a zero-width non-joiner and no space before it, as Persian writes
    bool ends_sentence = false;
    std::string_view letters;  // without marks and tatweel, lower case; valid until the next call
    std::string_view form;     // the same with the letters folded that keyboards exchange
};

// Walks over one stretch of a page text. Words are runs of letters of one script; addresses and handles are
// passed over, and a letter beyond 64 of a word is left out of its forms.
class RawWords {
  public:
    RawWords(std::string_view text, Span stretch) : text_(text), at_(stretch.begin), end_(stretch.end) {}

    // Reads the next word; false at the end.
    bool next(RawWord& word);

  private:
    bool find_begin(RawWord& word);
    void look_behind(RawWord& word) const;

    std::string_view text_;
    std::uint32_t at_, end_;
    std::string letters_, form_;
};

}  // namespace isnad::varieties
