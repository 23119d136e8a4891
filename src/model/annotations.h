// What the stages find in one document: names, times, quantities. Plain data; spans are bytes of the page
// text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/evidence.h"

namespace isnad {

enum class NameType : std::uint8_t {
    person,
    organisation,
    place,
    facility,
    agreement,
    product,
    event,
    group
};

// A row of a lexicon table, by the table's name and the row's id (or first spelling): stable across builds.
struct Known {
    std::string table;
    std::string row;
    bool operator==(const Known&) const = default;
};

// A proper name: proclitics, titles and quotation marks are outside, the article inside.
struct Name {
    Span span;
    NameType type = NameType::person;
    std::optional<Known> known;   // the lexicon row that it names
    std::optional<Span> title{};  // the title in front of a person's name: "the Tunisian minister of justice"
    std::string normal;           // search form of the name, without proclitics
    std::optional<std::uint32_t>
        full;  // a part that stands for a fuller name: index of that name in the layer
    Why why;
};

// TIMEX3 (ISO-TimeML, Pustejovsky et al. 2010).
enum class TimexType : std::uint8_t { date, time, duration, set };
enum class TimexMod : std::uint8_t { none, start, mid, end, approx, before, after };

struct Time {
    Span span;
    TimexType type = TimexType::date;
    std::string value;  // "2025-08-13", "2025-W33", "P24Y", "PAST_REF"; empty when unknown
    TimexMod mod = TimexMod::none;
    std::optional<std::string> anchor;  // the date it was resolved against, when it needed one
    Why why;
};

enum class Approximation : std::uint8_t { none, about, over, under, at_least, at_most };

// A number with what it counts, as an interval: low <= true value <= high; infinity for an open end.
struct Quantity {
    Span span;
    double low = 0;
    double high = 0;
    std::string unit;             // English unit ("year", "metre", "USD", "percent"), or empty
    std::optional<Span> counted;  // the noun that is counted
    std::optional<Span> approximator;
    Approximation approximation = Approximation::none;
    bool vague = false;  // "thousands": the interval is a convention, not a statement
    Why why;
};

}  // namespace isnad
