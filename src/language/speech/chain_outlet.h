// The outlet that a page itself is: by its metadata, its credit line and the dateline of the report. It is no
// link of a chain.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/speech/speech_text.h"

namespace isnad::speech {

class OwnOutlet {
  public:
    explicit OwnOutlet(const SpeechText& text);

    // Whether the words [first, end) name it: each of them stands in its name, or their first letters are the
    // letters of the dateline ("(s n a)"). Class nouns ("the paper") are left to the caller.
    bool is(const SpeechText& text, std::uint32_t first, std::uint32_t end) const;

  private:
    void read_dateline(const SpeechText& text, std::uint32_t first);

    std::vector<std::string> words_;     // search forms without the article, sorted
    std::vector<std::string> initials_;  // letters that stand alone in a bracket of the dateline
};

}  // namespace isnad::speech
