// Which words can be the name of a person, and which are those of a team, an agency, an outlet.
#pragma once

#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad::article {

class NameWords {
  public:
    explicit NameWords(const lexicon::Lexicon& lexicon);

    // Agencies, outlets and teams (lexicon/credits.tsv) make up all of it: "the editors", "Reuters,
    // agencies".
    bool is_nobody(std::string_view name) const;

    // How many words open a byline ("by", "text by"); 0 when nothing follows them.
    std::size_t opening_words(const std::vector<std::string_view>& words) const;

    // A place or a country, and nothing else.
    bool is_place(std::string_view name) const;

    // Two to four words, the first a given name or an initial.
    bool is_person(std::string_view name) const;

  private:
    bool is_given(std::string_view word) const;
    bool is_body(std::string_view word) const;  // "agency", "university": what it opens is no person

    const lexicon::Lexicon& lexicon_;
    std::optional<lexicon::TableId> given_, credits_, nouns_;
    std::size_t kind_ = 0, type_ = 0;
};

}  // namespace isnad::article
