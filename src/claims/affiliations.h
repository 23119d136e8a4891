// Which country an entity acts for: what "Moscow" or its president does, Russia does. So two outlets that
// name different actors of one event may still speak of the same.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/nation_words.h"
#include "model/dossier.h"

namespace isnad::claims {

class Affiliations {
  public:
    // Told by the adjectives of nationality and the countries in the titles of persons, by the offices of
    // known persons, by the country of known organisations and by capitals that stand for their governments.
    Affiliations(const Dossier& dossier, const NationWords& nations);

    // The countries of an entity, itself among them when it is one; ascending.
    const std::vector<std::uint32_t>& countries(std::uint32_t entity) const { return countries_[entity]; }

    // Whether two entities may be the same actor: they are equal, or one is a country that the other acts
    // for.
    bool match(std::uint32_t a, std::uint32_t b) const;

    // How many of `some` match one of `others`, each of those used once.
    std::size_t shared(const std::vector<std::uint32_t>& some,
                       const std::vector<std::uint32_t>& others) const;

  private:
    std::vector<std::vector<std::uint32_t>> countries_;
};

}  // namespace isnad::claims
