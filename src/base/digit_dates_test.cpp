#include "base/digit_dates.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

std::string readings(std::string_view text) {
    const auto date = digit_date(text);
    if (!date) return "";
    std::string out;
    for (std::size_t i = 0; i < date->count; ++i) {
        const std::string day = iso_day(date->days[i]);
        out += (i == 0 ? "" : " ") + (date->month_only ? day.substr(0, 7) : day);
    }
    return out;
}

TEST(DigitDates, EveryReadingTheLikeliestFirst) {
    EXPECT_EQ(readings("2025-08-13"), "2025-08-13");
    EXPECT_EQ(readings("2025/8/3 10:00"), "2025-08-03");
    EXPECT_EQ(readings("13/8/2025"), "2025-08-13");
    EXPECT_EQ(readings("8/13/2025"), "2025-08-13");
    EXPECT_EQ(readings("05/06/2023"), "2023-06-05 2023-05-06");
    EXPECT_EQ(readings("17.10.2023"), "2023-10-17");
    EXPECT_EQ(readings("24 . 04 . 2019"), "2019-04-24");
    EXPECT_EQ(readings("23/09/18"), "2018-09-23 2023-09-18");
    EXPECT_EQ(readings("01/02/03"), "2003-02-01 2003-01-02 2001-02-03");
    EXPECT_EQ(readings("20250813"), "2025-08-13");
    EXPECT_EQ(readings("20250813102000"), "2025-08-13");
    EXPECT_EQ(readings("2023-11"), "2023-11");
    EXPECT_EQ(readings("11/2023"), "2023-11");
}

TEST(DigitDates, WhatIsNoDate) {
    for (const char* text : {"", "12", "2025", "31/02/2023", "1234567", "123/4/2020", "1.5", "3.14.15.92x",
                             "-", "99/99/9999", "2025-00-10", "00/00/2020", "10-12", "1799-01-01", "2025-",
                             "2025-13-01", "999999999999999999999999999999/1/2020"})
        EXPECT_EQ(readings(text), "") << text;
}

TEST(DigitDates, Clock) {
    const auto clock = digit_clock("10:20:33.517+0300");
    ASSERT_TRUE(clock);
    EXPECT_EQ(clock->hour, 10);
    EXPECT_EQ(clock->second, 33);
    EXPECT_EQ(clock->zone, "+03:00");
    EXPECT_EQ(digit_clock("9:05Z")->zone, "Z");
    EXPECT_EQ(digit_clock("9:05")->zone, "");
    EXPECT_EQ(digit_clock("09:05:00 -05:30")->zone, "-05:30");
    EXPECT_FALSE(digit_clock("25:00"));
    EXPECT_FALSE(digit_clock("10:6"));
    EXPECT_FALSE(digit_clock("10"));
}

TEST(DigitDates, Epoch) {
    EXPECT_EQ(iso_moment(*epoch_seconds("1694945700")), "2023-09-17T10:15:00Z");
    EXPECT_EQ(epoch_seconds("1694945700123"), epoch_seconds("1694945700"));
    EXPECT_FALSE(epoch_seconds("123"));
    EXPECT_FALSE(epoch_seconds("9999999999999"));
    EXPECT_FALSE(epoch_seconds("16949457x0"));
}

}  // namespace
}  // namespace isnad
