#include "claims/measures.h"

#include <algorithm>
#include <array>

namespace isnad::claims {
namespace {

struct Row {
    std::string_view unit;
    Dimension dimension;
    double factor;
    double tolerance = 0.01;
};

constexpr double rounded = 0.03;  // old measures, and months of unequal length

constexpr std::array rows{Row{"metre", Dimension::length, 1},
                          Row{"kilometre", Dimension::length, 1000},
                          Row{"centimetre", Dimension::length, 0.01},
                          Row{"millimetre", Dimension::length, 0.001},
                          Row{"mile", Dimension::length, 1609.344, rounded},
                          Row{"nautical mile", Dimension::length, 1852, rounded},
                          Row{"foot", Dimension::length, 0.3048, rounded},
                          Row{"yard", Dimension::length, 0.9144, rounded},
                          Row{"inch", Dimension::length, 0.0254, rounded},
                          Row{"square metre", Dimension::area, 1},
                          Row{"square kilometre", Dimension::area, 1e6},
                          Row{"hectare", Dimension::area, 1e4},
                          Row{"are", Dimension::area, 100},
                          Row{"dunam", Dimension::area, 1000, rounded},
                          Row{"feddan", Dimension::area, 4200, rounded},
                          Row{"acre", Dimension::area, 4046.86, rounded},
                          Row{"square mile", Dimension::area, 2589988, rounded},
                          Row{"square foot", Dimension::area, 0.092903, rounded},
                          Row{"cubic metre", Dimension::volume, 1000},
                          Row{"litre", Dimension::volume, 1},
                          Row{"hectolitre", Dimension::volume, 100},
                          Row{"cubic kilometre", Dimension::volume, 1e12},
                          Row{"gallon", Dimension::volume, 3.785, rounded},
                          Row{"gram", Dimension::weight, 0.001},
                          Row{"kilogram", Dimension::weight, 1},
                          Row{"tonne", Dimension::weight, 1000},
                          Row{"metric tonne", Dimension::weight, 1000},
                          Row{"quintal", Dimension::weight, 100},
                          Row{"pound weight", Dimension::weight, 0.45359, rounded},
                          Row{"minute", Dimension::duration, 1.0 / 1440},
                          Row{"hour", Dimension::duration, 1.0 / 24},
                          Row{"day", Dimension::duration, 1},
                          Row{"week", Dimension::duration, 7},
                          Row{"month", Dimension::duration, 30.4375, rounded},
                          Row{"quarter", Dimension::duration, 91.3125, rounded},
                          Row{"year", Dimension::duration, 365.25, rounded},
                          Row{"decade", Dimension::duration, 3652.5, rounded},
                          Row{"century", Dimension::duration, 36525, rounded},
                          Row{"kilometres an hour", Dimension::speed, 1},
                          Row{"metres a second", Dimension::speed, 3.6},
                          Row{"miles an hour", Dimension::speed, 1.609344, rounded},
                          Row{"knot", Dimension::speed, 1.852, rounded},
                          Row{"kilowatt hour", Dimension::energy, 1},
                          Row{"megawatt hour", Dimension::energy, 1000},
                          Row{"gigawatt hour", Dimension::energy, 1e6},
                          Row{"watt", Dimension::power, 0.001},
                          Row{"kilowatt", Dimension::power, 1},
                          Row{"megawatt", Dimension::power, 1000},
                          Row{"gigawatt", Dimension::power, 1e6}};

// Units that count people or things.
constexpr std::array counted{
    "inhabitant", "person", "vote",  "seat",         "goal", "medal", "head of livestock",
    "piece",      "dose",   "point", "housing unit", "unit", "star",  "lap"};

// A currency that a text names without its country, and those that it may stand for.
struct Open {
    std::string_view name, fits;
};
constexpr std::array open_currencies{Open{"DINAR", "TND DZD LYD JOD KWD IQD BHD RSD"},
                                     Open{"RIYAL", "SAR QAR OMR YER"},
                                     Open{"DIRHAM", "AED MAD"},
                                     Open{"POUND", "EGP SDG GBP SYP LBP"},
                                     Open{"LIRA", "SYP LBP TRY ITL"},
                                     Open{"FRANC", "CHF XAF XOF KMF DJF"},
                                     Open{"RUPEE", "INR PKR NPR LKR"},
                                     Open{"KRONA", "SEK NOK DKK ISK"}};

bool may_be(std::string_view open, std::string_view unit) {
    return std::any_of(open_currencies.begin(), open_currencies.end(), [&](const Open& row) {
        return row.name == open && row.fits.find(unit) != std::string_view::npos;
    });
}

bool is_currency(std::string_view unit) {
    return unit.size() >= 3 &&
           std::all_of(unit.begin(), unit.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

}  // namespace

Measure measure_of(std::string_view unit) {
    if (unit.empty()) return {};
    if (std::find(counted.begin(), counted.end(), unit) != counted.end()) return {};
    if (unit == "percent") return {Dimension::ratio, 1, 0, unit};
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.unit == unit; });
    if (row != rows.end()) return {row->dimension, row->factor, row->tolerance, unit};
    return {is_currency(unit) ? Dimension::currency : Dimension::other, 1, 0, unit};
}

bool comparable(const Measure& a, const Measure& b) {
    if (a.dimension != b.dimension) return false;
    if (a.dimension == Dimension::currency)
        return a.unit == b.unit || may_be(a.unit, b.unit) || may_be(b.unit, a.unit);
    return a.dimension != Dimension::other || a.unit == b.unit;
}

}  // namespace isnad::claims
