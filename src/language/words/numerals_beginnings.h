// A quick "no": which pairs of letters the words of a table may begin with. Most words of a text begin with
// none of them, and so need no look-up.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/normalise.h"
#include "text/utf8.h"

namespace isnad::words {

class Beginnings {
  public:
    // Spellings as a table has them, divided by '|'.
    void note(std::string_view spellings) {
        const std::string search = search_form(spellings);
        for (std::size_t at = 0; at < search.size();) {
            const std::size_t bar = std::min(search.find('|', at), search.size());
            if (bar > at) seen_.set(key(std::string_view(search).substr(at, bar - at)));
            at = bar + 1;
        }
    }

    // Whether a word in search form may be the first of a spelling. Requires a word that is not empty.
    bool may_begin(std::string_view word) const { return seen_.test(key(word)); }

  private:
    // The low bytes of the first two letters; 0 for the second where there is none, or a space.
    static std::size_t key(std::string_view word) {
        const auto [first, size] = utf8::at(word, 0);
        const std::size_t second =
            size < word.size() && word[size] != ' ' ? utf8::at(word, size).value & 0xFF : 0;
        return ((first & 0xFF) << 8) | second;
    }

    std::bitset<1 << 16> seen_;
};

}  // namespace isnad::words
