// What a single word may be in the name of a person: a known given name or surname, an unknown word, a verb.
#pragma once

#include <optional>

#include "language/names/candidates.h"

namespace isnad::names {

struct Part {
    std::uint32_t end = 0;
    bool sure = false, given = false, surname = false, family_first = false, arab = false;
};

class Parts {
  public:
    Parts(const Sightings& seen, const std::vector<TitleMark>& titles)
        : seen_(seen), know_(seen.knowledge()), titles_(titles) {}

    // The longest known part at a word, read behind `skip` bytes.
    std::optional<Part> known_part(std::uint32_t i, std::uint8_t skip, bool opens = false) const;
    // A word that neither the lexicon nor the counts hold for language.
    bool is_stranger(std::uint32_t i) const;
    // A word that news hardly knows.
    bool is_rare(std::uint32_t i) const;
    // "will ...", "that he may ...": a particle before an imperfect.
    bool is_verb(std::uint32_t i) const;
    // A surname that a paper or a company bears too: Spiegel.
    bool is_outlet(std::uint32_t i) const;
    // "and X": a conjunction before a known name.
    bool joins_another(std::uint32_t i) const;
    bool says(std::uint32_t i) const;

  private:
    std::optional<Part> servant_of(std::uint32_t i, std::uint8_t skip) const;

    const Sightings& seen_;
    const Knowledge& know_;
    const std::vector<TitleMark>& titles_;
};

}  // namespace isnad::names
