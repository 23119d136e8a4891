// How well a reading of bytes fits what Arabic or Latin news looks like: log-probabilities of neighbouring
// signs. Pairs of two ASCII signs do not count, for every reading shares them; so markup does not count.
//
// Method: a naive Bayes comparison of candidate sets by letter pairs, as in Kikui, "Identifying the coding
// system and language of on-line documents on the Internet" (COLING 1996), with pairs counted in news.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace isnad::source {

struct Fit {
    std::int64_t score = 0;     // sum over the counted pairs, in eights of a natural logarithm
    std::uint64_t pairs = 0;    // counted
    std::uint64_t letters = 0;  // Arabic ones
    std::uint64_t accented = 0;

    // Score of one pair; 0 without any.
    double mean() const { return pairs == 0 ? 0.0 : static_cast<double>(score) / static_cast<double>(pairs); }
};

// The class of a sign (charset_pairs.h).
std::uint8_t sign_class(char32_t c);

// Of bytes of a set in which every byte is one sign: `classes` gives the class of each byte.
Fit fit_of_bytes(std::string_view bytes, const std::array<std::uint8_t, 256>& classes);

// Of valid UTF-8.
Fit fit_of_text(std::string_view text);

// Whether a reading looks like Arabic at all: enough letters, in an order that Arabic has.
bool is_arabic(const Fit& fit);

}  // namespace isnad::source
