#include "claims/measures.h"

#include <gtest/gtest.h>

namespace isnad::claims {
namespace {

double in_base(std::string_view unit, double value) { return value * measure_of(unit).factor; }

TEST(Measures, AreasLengthsAndSpansOfTimeConvert) {
    EXPECT_DOUBLE_EQ(in_base("hectare", 1200), in_base("square kilometre", 12));
    EXPECT_NEAR(in_base("feddan", 2800), in_base("hectare", 1176), 1);
    EXPECT_DOUBLE_EQ(in_base("kilometre", 3), in_base("metre", 3000));
    EXPECT_DOUBLE_EQ(in_base("year", 4), in_base("month", 48));
    EXPECT_DOUBLE_EQ(in_base("week", 2), in_base("day", 14));
    EXPECT_TRUE(comparable(measure_of("hectare"), measure_of("feddan")));
}

TEST(Measures, WhatMeasuresDifferentThingsIsNotComparable) {
    EXPECT_FALSE(comparable(measure_of("hectare"), measure_of("kilometre")));
    EXPECT_FALSE(comparable(measure_of("percent"), measure_of("")));
    EXPECT_FALSE(comparable(measure_of("degree"), measure_of("knot")));
    EXPECT_FALSE(comparable(measure_of("no such unit"), measure_of("another")));
}

TEST(Measures, CurrenciesAreNeverConvertedButMayBeLeftOpen) {
    EXPECT_FALSE(comparable(measure_of("USD"), measure_of("EUR")));
    EXPECT_TRUE(comparable(measure_of("TND"), measure_of("DINAR")));
    EXPECT_TRUE(comparable(measure_of("RIYAL"), measure_of("QAR")));
    EXPECT_FALSE(comparable(measure_of("DINAR"), measure_of("QAR")));
}

TEST(Measures, CountedUnitsAreCounts) {
    EXPECT_EQ(measure_of("").dimension, Dimension::count);
    EXPECT_EQ(measure_of("inhabitant").dimension, Dimension::count);
    EXPECT_EQ(measure_of("goal").dimension, Dimension::count);
}

}  // namespace
}  // namespace isnad::claims
