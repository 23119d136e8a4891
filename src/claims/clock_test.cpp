#include "claims/clock.h"

#include <gtest/gtest.h>

namespace isnad::claims {
namespace {

TEST(Clock, ReadsTimesAndPartsOfTheDay) {
    const auto exact = clock_of("2026-03-10T03:40");
    ASSERT_TRUE(exact);
    EXPECT_TRUE(exact->exact);
    EXPECT_EQ(exact->from, 220);
    EXPECT_FALSE(exact->rounded);
    EXPECT_TRUE(clock_of("T04:00")->rounded);
    EXPECT_FALSE(clock_of("2026-03-09TNI")->exact);
}

TEST(Clock, WhatIsNoHourOfThePlaceGivesNone) {
    for (const char* value : {"", "2026-03-10", "PT5M", "T19:40Z", "T1", "T99:00", "T12:60", "TXX"})
        EXPECT_FALSE(clock_of(value)) << value;
}

TEST(Clock, RoundedHoursAllowAQuarter) {
    const Clock four = *clock_of("T04:00"), quarter = *clock_of("T04:15"), earlier = *clock_of("T03:40");
    EXPECT_TRUE(fit(four, quarter, 0));
    EXPECT_TRUE(exclude(four, earlier, 0));
    EXPECT_TRUE(exclude(quarter, earlier, 0));
    EXPECT_TRUE(exclude(quarter, quarter, 1));
}

TEST(Clock, ANightReachesIntoTheNextDay) {
    const Clock night = *clock_of("2026-03-09TNI"), morning = *clock_of("2026-03-10TMO");
    EXPECT_TRUE(exclude(night, morning, 1));
    EXPECT_TRUE(fit(night, *clock_of("2026-03-10T03:40"), 1));
    EXPECT_TRUE(fit(morning, *clock_of("T03:40"), 0));
    EXPECT_TRUE(fit(*clock_of("TEV"), night, 0));
}

}  // namespace
}  // namespace isnad::claims
