// Units brought to one measure, so that hectares can be held against square kilometres.
#pragma once

#include <string>
#include <string_view>

namespace isnad::claims {

enum class Dimension : std::uint8_t {
    count,     // things and people
    length,    // metres
    area,      // square metres
    volume,    // litres
    weight,    // kilograms
    duration,  // days
    speed,     // kilometres an hour
    energy,    // kilowatt hours
    power,     // kilowatts
    ratio,     // per cent
    currency,  // of the unit's own name: never converted
    other      // of the unit's own name
};

struct Measure {
    Dimension dimension = Dimension::count;
    double factor = 1;      // from the unit to that of the dimension
    double tolerance = 0;   // how far a converted round figure may be off, as a share
    std::string_view unit;  // the name that must be equal where nothing is converted
};

// The measure of a quantity's unit; `count` for none.
Measure measure_of(std::string_view unit);

// Whether figures in the two measures can be held against each other. A currency whose country the text
// leaves open ("dinar") fits any that may be meant.
bool comparable(const Measure& a, const Measure& b);

}  // namespace isnad::claims
