// Proclitics and enclitics of a word: the likeliest reading, and all readings under which a word may be
// looked up.
//
// The likeliest reading is that of the highest score (segment_model.h): "w+qal" is split because "qal" is
// common, "wzyr" is not because "zyr" is rare and "al-wzyr" common.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include "language/words/segment_model.h"
#include "language/words/word_facts.h"
#include "lexicon/lexicon.h"
#include "model/words.h"

namespace isnad::words {

// One way to look a word up: leave out `skip` bytes in front; `article`: what is left lost the alef of its
// article behind li- ("llkrmlyn" -> "lkrmlyn"), so that "al" has to stand for the "l" it begins with.
struct Reading {
    std::uint8_t skip = 0;
    bool article = false;
};

// The readings of a word in search form, whole first, then with fewer and fewer letters. At most four.
struct Readings {
    std::array<Reading, 4> items{};
    std::size_t count = 0;
    const Reading* begin() const { return items.data(); }
    const Reading* end() const { return items.data() + count; }
};
Readings readings_of(std::string_view search_form);

// The phrase of one word under a reading, for Lexicon::find.
lexicon::Phrase phrase_of(std::string_view search_form, Reading reading);

class Clitics {
  public:
    explicit Clitics(lexicon::LexiconPtr lexicon);

    // Fills proclitics, stem_begin, name_begin and enclitic of an Arabic word. True when some table has the
    // word as it stands. What a counted word came to is kept for the next time.
    bool split(Word& word, const NormalText& normal) const;

    // How often a word occurs in news of 8.8 million words, in any spelling with this search form; 0 when
    // rare.
    std::uint32_t count(std::string_view search_form) const { return facts_.count(search_form); }

    bool is_function_word(std::string_view search_form) const;

    const lexicon::Lexicon& lexicon() const { return *lexicon_; }

    // Whether a table of names has the word, not marked as a common word too.
    bool is_name(std::string_view search_form) const { return facts_.is_name(search_form); }

    const WordFacts& facts() const { return facts_; }

  private:
    std::uint32_t reading(std::string_view search, std::string_view analysis) const;

    lexicon::LexiconPtr lexicon_;
    WordFacts facts_;
    SegmentModel model_;
    std::shared_ptr<std::atomic<std::uint32_t>[]> found_;  // by row of the counts; 0: not looked at yet
    lexicon::TableId function_words_;
};

}  // namespace isnad::words
