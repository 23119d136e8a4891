// Whether two names, taken apart, may be two spellings of one, or a shorter form of a fuller one.
//
// Parts are compared in order: equal letters, exchanges that Arabic writers make (linking/spelling.h), for
// foreign parts also the learnt costs (linking/name_costs.h). Two parts that the lexicon holds as two given
// names, or as two surnames, are two however near they are.
#pragma once

#include "linking/name_costs.h"
#include "linking/name_form.h"

namespace isnad::linking {

class SameName {
  public:
    explicit SameName(const NameCosts& costs) : costs_(costs) {}

    // As parts, or as wholes when one writer divides what another glues, or without class nouns.
    bool alike(const NameForm& a, const NameForm& b, bool person) const;

    // Whether `part` is a shorter form of `whole`: its first and one more part of a person, its first part of
    // anything else. Requires as many parts.
    bool is_short_form(const NameForm& part, const NameForm& whole, bool person) const;

  private:
    bool same_part(const NamePart& a, const NamePart& b, bool person) const;
    bool near(const NamePart& a, const NamePart& b, bool person) const;
    bool same_parts(const NameForm& a, const NameForm& b, bool person) const;
    bool same_whole(std::u32string_view a, std::u32string_view b) const;

    const NameCosts& costs_;
};

}  // namespace isnad::linking
