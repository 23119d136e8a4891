// The words of a line that carry content, folded to light stems, for comparing one part of a page with
// another. Light stemming after Larkey, Ballesteros and Connell (2007), light10, without its stop list:
// closed classes, numbers, words of time and verbs of saying are told by the lexicon.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "article/lines.h"
#include "lexicon/lexicon.h"

namespace isnad::article {

using Stem = std::uint64_t;

// How a paragraph begins.
struct Opening {
    bool connector = false;  // and, but, as for him: it goes on from what stands before
    bool joined = false;     // the connector is the letter waw, written together with the word
    bool saying = false;     // a bare verb in the perfect that tells news: "announced", "killed"
    bool dateline = false;   // "Aden (Saba) -"
    bool time = false;       // a day or a deictic word of time stands among the first words
};

class ContentWords {
  public:
    explicit ContentWords(const lexicon::Lexicon& lexicon);

    // The stems of the content words, in order, no more than `most` of them.
    std::vector<Stem> stems(const Line& line, std::size_t most) const;

    Opening opening(const Line& line, std::string_view text) const;

    // Whether a word names a day, a month or a deictic time.
    bool is_time(std::string_view word) const;

    // Whether a word can be part of a name: not of a closed class, not definite, not a verb of saying.
    bool may_be_name(std::string_view word) const;

  private:
    bool in_tables(std::string_view word, const std::vector<lexicon::TableId>& tables) const;
    bool is_content(std::string_view word) const;
    bool is_connector(std::string_view word) const;
    bool is_told(std::string_view word) const;

    const lexicon::Lexicon& lexicon_;
    std::vector<lexicon::TableId> closed_, times_, connecting_, saying_, functions_, events_,
        counted_;  // tables that hold words with the letter waw before them, too
    std::size_t class_of_function_ = 0, class_of_saying_ = 0, form_of_saying_ = 0, form_of_event_ = 0;
};

// The light stem of a word in search form.
std::string_view light_stem(std::string_view word);

}  // namespace isnad::article
