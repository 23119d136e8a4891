// How surely something is told (FactBank, Sauri and Pustejovsky 2009).
#pragma once

#include <cstdint>

namespace isnad {

enum class Polarity : std::uint8_t { positive, negative };

// How a source presents what it tells. `planned` is said of events alone; `unknown`: it does not commit
// itself.
enum class Factuality : std::uint8_t { certain, probable, possible, planned, unknown };

// What a source says of something: that it is, or is not, the case, and how surely.
struct Commitment {
    Factuality value = Factuality::certain;
    Polarity polarity = Polarity::positive;  // means nothing when unknown

    friend bool operator==(Commitment, Commitment) = default;
};

}  // namespace isnad
