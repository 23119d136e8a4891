#include "base/day_range.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

std::string shown(std::string_view value) {
    const auto range = day_range(value);
    return range ? iso_day(range->from) + " " + iso_day(range->to) : "none";
}

TEST(DayRange, ReadsEveryGranularity) {
    EXPECT_EQ(shown("2025-08-13"), "2025-08-13 2025-08-13");
    EXPECT_EQ(shown("2024-02"), "2024-02-01 2024-02-29");
    EXPECT_EQ(shown("2025"), "2025-01-01 2025-12-31");
    EXPECT_EQ(shown("2025-W01"), "2024-12-30 2025-01-05");
    EXPECT_EQ(shown("2020-W53"), "2020-12-28 2021-01-03");
    EXPECT_EQ(shown("2025-08-13T20:15"), "2025-08-13 2025-08-13");
    EXPECT_EQ(shown("2025-08-13TMO"), "2025-08-13 2025-08-13");
    EXPECT_EQ(shown("2025-Q3"), "2025-07-01 2025-09-30");
    EXPECT_EQ(shown("2025-H2"), "2025-07-01 2025-12-31");
    EXPECT_EQ(shown("2025-SU"), "2025-06-01 2025-08-31");
    EXPECT_EQ(shown("201"), "2010-01-01 2019-12-31");
    EXPECT_EQ(shown("19"), "1900-01-01 1999-12-31");
    EXPECT_EQ(shown("2025-08-24/2025-08-30"), "2025-08-24 2025-08-30");
    EXPECT_EQ(shown("2024/2025"), "2024-01-01 2025-12-31");
    EXPECT_EQ(shown("2025-08~"), "2025-08-01 2025-08-31");
}

TEST(DayRange, RefusesWhatIsNoDate) {
    for (const char* value : {"", "P3D", "PAST_REF", "2025-13", "2025-02-30", "2025-W54", "2025-", "25-08-13",
                              "2025-08-13-01", "2025-XX", "T20:15", "2025/2024", "/", "99999", "2025-Q5"})
        EXPECT_EQ(shown(value), "none") << value;
}

TEST(DayRange, WritesTheShortestForm) {
    for (const char* value : {"2025-08-13", "2024-02", "2025", "2025-08-24/2025-08-30"})
        EXPECT_EQ(edtf(*day_range(value)), value);
}

TEST(DayRange, MeasuresGaps) {
    EXPECT_EQ(gap(*day_range("2024-06-19"), *day_range("2024-07")), 12);
    EXPECT_EQ(gap(*day_range("2024-07"), *day_range("2024-06-19")), 12);
    EXPECT_EQ(gap(*day_range("2024"), *day_range("2024-06-19")), 0);
}

}  // namespace
}  // namespace isnad
