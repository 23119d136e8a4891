// The scorer of the ways to take a word apart: log-linear, with the integer weights of the table
// `segmentation` (models/segmentation.md).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/words/segment_features.h"
#include "language/words/segments.h"
#include "lexicon/lexicon.h"

namespace isnad::words {

class SegmentModel {
  public:
    // Without its table every word stays whole.
    explicit SegmentModel(const lexicon::Lexicon& lexicon);

    // The likeliest way. Of equals the first, which takes less apart.
    Segments best(const WordFacts& facts, std::string_view search, std::string_view analysis) const;

  private:
    bool read_weights(std::string_view name, std::string_view weights);
    static std::size_t index(Evidence evidence, std::size_t clitic) {
        return (static_cast<std::size_t>(evidence) * enclitics + clitic) * buckets;
    }

    void read_exception(std::string_view word, std::string_view pieces);
    const Segments* exception(std::string_view analysis) const;

    struct Exception {
        std::uint64_t word = 0;  // hash of its analysis form
        Segments segments;
    };
    std::vector<Exception> exceptions_;  // ordered
    std::vector<std::int16_t> weights_;  // by evidence, clitic and bucket
};

}  // namespace isnad::words
