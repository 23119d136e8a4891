#include "claims/same_figure.h"

#include <gtest/gtest.h>

#include <limits>

#include "claims/figure_words.h"

namespace isnad::claims {
namespace {

constexpr double open = std::numeric_limits<double>::infinity();

Figure figure(double low, double high) {
    Figure out;
    out.value = {low, high};
    return out;
}

Figure about(double value) {
    Figure out = figure(value, value);
    out.approximate = true;
    return out;
}

Figure vague(double low, double high) {
    Figure out = figure(low, high);
    out.vague = true;
    return out;
}

Figure of_unit(double value, std::string_view unit) {
    Figure out;
    out.measure = measure_of(unit);
    out.value = {value * out.measure.factor, value * out.measure.factor};
    return out;
}

TEST(ValuesFit, PointsMustBeEqual) {
    EXPECT_TRUE(values_fit(figure(14, 14), figure(14, 14)));
    EXPECT_FALSE(values_fit(figure(14, 14), figure(15, 15)));
}

TEST(ValuesFit, ARangeHoldsItsPoints) {
    EXPECT_TRUE(values_fit(figure(300, 350), figure(320, 320)));
    EXPECT_FALSE(values_fit(figure(300, 350), figure(362, 362)));
    EXPECT_FALSE(values_fit(figure(11'000, 14'000), about(15'000)));
}

TEST(ValuesFit, OpenBoundsReachOnlySoFar) {
    EXPECT_TRUE(values_fit(figure(3000, open), about(3200)));
    EXPECT_FALSE(values_fit(figure(3000, open), figure(30'000, 30'000)));
    EXPECT_FALSE(values_fit(figure(1900, open), about(1200)));
}

TEST(ValuesFit, TwoBoundsMustLieNear) {
    EXPECT_TRUE(values_fit(figure(250, open), figure(246, open)));
    EXPECT_FALSE(values_fit(figure(130, open), figure(105, open)));
    EXPECT_FALSE(values_fit(figure(114, open), figure(0, 137)));
    EXPECT_FALSE(values_fit(figure(12'340, 12'340), figure(0, 11'000)));
}

TEST(ValuesFit, AboutLeavesTheRoomOfItsRounding) {
    EXPECT_TRUE(values_fit(about(250), figure(246, 246)));
    EXPECT_TRUE(values_fit(about(3e9), figure(2.9e9, 2.9e9)));
    EXPECT_FALSE(values_fit(about(362e6), figure(300e6, 350e6)));
    EXPECT_FALSE(values_fit(about(60), figure(70, 70)));
}

TEST(ValuesFit, ThousandsAreNoMillions) {
    EXPECT_FALSE(values_fit(vague(2000, open), figure(68'000, 68'000)));
    EXPECT_FALSE(values_fit(vague(2e6, open), figure(106e6, 106e6)));
}

TEST(ValuesFit, VagueWordsHoldWhatLiesInside) {
    EXPECT_TRUE(values_fit(vague(2000, open), figure(15'000, 15'000)));
    EXPECT_TRUE(values_fit(vague(20, 99), figure(25, 25)));
    EXPECT_FALSE(values_fit(vague(2000, open), figure(72, open)));
}

TEST(ValuesFit, ConvertedValuesHaveRoom) {
    EXPECT_TRUE(values_fit(of_unit(1200, "hectare"), of_unit(12, "square kilometre")));
    EXPECT_TRUE(values_fit(of_unit(1200, "hectare"), of_unit(2800, "feddan")));
    EXPECT_FALSE(values_fit(of_unit(1200, "hectare"), of_unit(19, "square kilometre")));
}

TEST(TellingValue, ManyDigitsTellMoreThanRoundOnes) {
    EXPECT_GT(telling_value(figure(1477, 1477)), telling_value(figure(1500, 1500)));
    EXPECT_GT(telling_value(figure(257, 257)), telling_value(figure(3, 3)));
    EXPECT_EQ(telling_value(figure(0, 0)), 0);
    EXPECT_LE(telling_value(figure(1e15 + 1, 1e15 + 1)), 1);
}

TEST(FigureWords, Values) {
    EXPECT_EQ(value_text({14, 14}), "14");
    EXPECT_EQ(value_text({2.5, 2.5}), "2.5");
    EXPECT_EQ(value_text({11'000, 14'000}), "11000/14000");
    EXPECT_EQ(value_text({3000, open}), "3000/..");
    EXPECT_EQ(list_text({"14", "19", "27"}), "14, 19 and 27");
    EXPECT_EQ(list_text({}), "");
    EXPECT_EQ(shown_value({3200, 3200}), "3,200");
    EXPECT_EQ(shown_value({120e6, 120e6}), "120 million");
    EXPECT_EQ(shown_value({0, 200'000}), "up to 200,000");
    EXPECT_EQ(shown_value({48, open}), "at least 48");
    EXPECT_EQ(shown_value({2.5, 14.25}), "2.5 to 14.25");
}

TEST(FigureWords, Units) {
    EXPECT_EQ(plural("hectare"), "hectares");
    EXPECT_EQ(plural("square foot"), "square feet");
    EXPECT_EQ(plural("barrels a day"), "barrels a day");
    EXPECT_EQ(plural("degree Celsius"), "degrees Celsius");
    EXPECT_EQ(plural("percent"), "percent");
    EXPECT_EQ(plural("EUR"), "EUR");
    EXPECT_EQ(plural(""), "");
}

}  // namespace
}  // namespace isnad::claims
