// A quick "no" before a look-up: which words the phrases of some tables begin with. Never says no to one of
// them.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>

#include "lexicon/phrase.h"
#include "text/normalise.h"

namespace isnad::words {

class FirstWords {
  public:
    // The spellings of a row, as its table has them, divided by '|'.
    void note(std::string_view spellings) {
        const std::string search = search_form(spellings);
        for (std::size_t at = 0; at <= search.size();) {
            const std::size_t bar = std::min(search.find('|', at), search.size());
            const auto words = lexicon::words_of(std::string_view(search).substr(at, bar - at));
            if (!words.empty()) seen_.set(place(lexicon::Phrase{}.then(words.front())));
            at = bar + 1;
        }
    }

    // Whether a phrase of one word may be the first of a row.
    bool may_begin(lexicon::Phrase first) const { return seen_.test(place(first)); }

  private:
    static constexpr std::size_t bits = std::size_t{1}
                                        << 16;  // some 4,000 words: one look-up in 15 is needless
    static std::size_t place(lexicon::Phrase phrase) {
        return static_cast<std::size_t>(phrase.hash >> 24) % bits;
    }

    std::bitset<bits> seen_;
};

}  // namespace isnad::words
