#include "engine/publish_live.h"

#include <gtest/gtest.h>

#include <string>

namespace isnad::engine {
namespace {

std::string days(const std::vector<std::optional<int>>& minutes) {
    std::string out;
    for (const auto& day : days_of_posts(minutes, *parse_iso_day("2020-02-26")))
        out += (out.empty() ? "" : " ") + (day ? iso_day(*day).substr(5) : "-");
    return out;
}

TEST(PublishLive, OneDayOnWhereTheClockRunsBack) {
    EXPECT_EQ(days({47, 23 * 60 + 30, 19 * 60, 14 * 60, 10 * 60}), "02-27 02-26 02-26 02-26 02-26");
    EXPECT_EQ(days({10 * 60, 14 * 60, 23 * 60, 30, 45}), "02-26 02-26 02-26 02-27 02-27");
    EXPECT_EQ(days({14 * 60, std::nullopt, 13 * 60, 12 * 60}), "02-26 - 02-26 02-26");
    EXPECT_EQ(days({14 * 60 + 5, 14 * 60 + 10, 13 * 60, 12 * 60}), "02-26 02-26 02-26 02-26");
    EXPECT_EQ(days({14 * 60}), "-");
    EXPECT_EQ(days({60, 60}), "- -");
    EXPECT_EQ(days({}), "");
}

}  // namespace
}  // namespace isnad::engine
