// Pairs of documents worth comparing: those that share shingles which are not everybody's.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "copies/shingles.h"

namespace isnad::copies {

struct Candidates {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // ascending, first < second
    std::vector<std::uint64_t> boilerplate;                      // shingles that tie nothing; ascending
};

// An index from shingles to documents instead of sketches (Broder 1997): exact, and linear in the text, since
// a shingle ties each of its documents only to the next few. `order` are the documents in an order of their
// own (by content), so that the few do not depend on the order of input.
//
// A shingle is boilerplate when most neighbours in its list share little besides: the footer of an outlet
// stands under articles that differ, the sentence of an agency in articles that agree.
Candidates find_candidates(const std::vector<CopyText>& texts, const std::vector<std::uint32_t>& order);

// Shingles of both sets that are not boilerplate.
std::size_t shared_shingles(const CopyText& a, const CopyText& b,
                            const std::vector<std::uint64_t>& boilerplate);

// Shingles of a set that are not boilerplate.
std::size_t own_shingles(const CopyText& text, const std::vector<std::uint64_t>& boilerplate);

}  // namespace isnad::copies
