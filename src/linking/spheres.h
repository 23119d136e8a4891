// In what walk of life a title puts a person: a minister is no footballer, though both may be Muhammad Ali.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"

namespace isnad::linking {

class Spheres {
  public:
    explicit Spheres(const lexicon::Lexicon& lexicon);

    // A set of one bit for the title in search form: state and army, faith, sport, arts, business; 0 for
    // titles that tell nothing (doctor, sheikh) and unknown ones.
    std::uint8_t of_title(std::string_view title) const;

  private:
    const lexicon::Lexicon& lexicon_;
    lexicon::TableId titles_;
    std::size_t class_ = 0;
};

}  // namespace isnad::linking
