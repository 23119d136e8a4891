// An English name for what the lexicon has none for: the parts it knows, the others spelled by rule.
//
// Arab names in the style of news, after the ALA-LC table without its marks: "Abd al-Rahman", "al-Hariri",
// "bin Salman". Foreign parts by the learnt speller (linking/latin_speller.h). What comes out is a guess and
// goes out marked as one.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "linking/latin_speller.h"
#include "model/annotations.h"

namespace isnad::linking {

class EnglishNames {
  public:
    EnglishNames(const lexicon::Lexicon& lexicon, const NameCosts& costs);

    // The name of a person or of a place of one word, as the text spells it; empty for all else and where no
    // letter is known. From any thread.
    std::string spell(std::string_view name, NameType type) const;

  private:
    struct Known {
        std::string_view en;
        bool arab = false;
        std::size_t words = 0;
    };
    // The longest run of words from `at` that is a given name or a surname.
    std::optional<Known> known_at(const std::vector<std::string>& words, std::size_t at) const;
    std::string part_of(std::string_view written, std::string_view word, bool arab) const;
    const LatinSpeller& speller() const;

    const lexicon::Lexicon& lexicon_;
    const NameCosts& costs_;
    lexicon::TableId given_names_, surnames_;
    mutable std::once_flag once_;
    mutable std::optional<LatinSpeller> speller_;  // made when the first name asks for it
};

}  // namespace isnad::linking
