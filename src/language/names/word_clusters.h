// Words that stand in like company in news have like numbers (models/word_clusters.md): what an unknown name
// shares with known ones.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad::names {

class WordClusters {
  public:
    // Clusters of 64, of 256 and of 1,024, each from 1; 0 for a word without one.
    using Path = std::array<std::uint16_t, 3>;

    explicit WordClusters(const lexicon::Lexicon& lexicon);

    // Of a word in search form; digits stand for any number.
    Path of(const lexicon::Lexicon& lexicon, std::string_view search_form) const;

  private:
    lexicon::TableId table_;
    std::vector<Path> path_of_row_;
};

}  // namespace isnad::names
