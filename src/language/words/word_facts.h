// What the lexicon and the counts know of one form of a word: how often it occurs in news, and its class.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/words/word_counts.h"
#include "lexicon/lexicon.h"

namespace isnad::words {

// The first that fits.
enum class FormClass : std::uint8_t { none, function, name, verb, number, listed };

struct FormFacts {
    std::uint32_t count = 0;  // occurrences of all spellings with this search form; 0 when rare
    FormClass form_class = FormClass::none;
};

// The tables of models: that a word is in them does not make it a known one.
std::vector<lexicon::TableId> model_tables(const lexicon::Lexicon& lexicon);

class WordFacts {
  public:
    explicit WordFacts(lexicon::LexiconPtr lexicon);

    // One look-up, whatever is asked.
    FormFacts of(std::string_view search_form) const;

    // Occurrences alone.
    std::uint32_t count(std::string_view search_form) const;

    // How often this very spelling occurs: teh marbuta is no heh.
    std::uint32_t exact_count(std::string_view search_form, std::string_view analysis_form) const;

    // Where a word of a text stands.
    struct Place {
        std::uint32_t row = 0;  // of this very spelling in the counts; rows() for none
        bool known = false;     // some table has it
    };
    Place place(std::string_view search_form, std::string_view analysis_form) const;

    // Whether a table of names has the word, not marked as a common word too.
    bool is_name(std::string_view search_form) const;
    std::uint32_t rows() const { return counts_.rows(); }

  private:
    FormClass class_of(const lexicon::Entry& entry) const;
    void note_rows(std::string_view table, std::string_view column, std::string_view verbs);

    struct Table {
        FormClass form_class = FormClass::none;
        bool tells = true;      // that its words are words of the language
        std::size_t flags = 0;  // column of the flags of a table of names, 0 for other tables
        std::vector<bool> verbs;
    };
    lexicon::LexiconPtr lexicon_;
    WordCounts counts_;
    std::vector<Table> tables_;
};

}  // namespace isnad::words
