// Tells common words from names that the lexicon does not hold, by how often their other forms occur in news:
// a noun takes the article and pronouns, a verb its feminine and plural, an adjective its feminine; the name
// of a stranger takes nothing.
#pragma once

#include <string_view>

#include "language/words/clitics.h"

namespace isnad::names {

class Commonness {
  public:
    explicit Commonness(const words::Clitics& clitics) : clitics_(clitics) {}

    bool is_common(std::string_view search_form) const;
    // The same without regard to how often the word itself occurs: for words that the tables hold as names
    // too.
    bool has_forms(std::string_view search_form) const;
    // Whether what is left of a word without its proclitics and pronoun is common.
    bool is_inflected(std::string_view search_form, const Word& word) const;
    // Neither noun nor verb by its other forms; endings are not looked at, since a name may end as a common
    // word with a pronoun.
    bool may_be_surname(std::string_view search_form) const;
    bool is_joined(std::string_view search_form) const;

  private:
    std::uint32_t related(std::string_view word) const;
    std::uint32_t with_ending(std::string_view word, std::string_view ending) const;
    std::uint32_t without_ending(std::string_view word) const;
    std::uint32_t other_persons(std::string_view word) const;

    const words::Clitics& clitics_;
};

}  // namespace isnad::names
