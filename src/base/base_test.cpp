#include <gtest/gtest.h>

#include <filesystem>

#include "base/civil.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/result.h"

namespace isnad {
namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return Error{"odd", "is odd", {.file = "n", .line = 3, .column = 2}};
    return number / 2;
}

Result<int> quarter(int number) {
    ISNAD_TRY(const int once, half(number));
    return half(once);
}

TEST(Result, CarriesAValueOrAnErrorWithItsPlace) {
    EXPECT_EQ(quarter(8).value(), 2);
    EXPECT_EQ(quarter(6).error().text(), "n:3:2: is odd");
    EXPECT_EQ((Place{.file = "p", .byte = 7}).text(), "p: byte 7");
    EXPECT_EQ((Place{}).text(), "");
}

TEST(Files, WholeCutMissingAndDirectory) {
    const std::string path = testing::TempDir() + "/isnad_base_test.txt";
    ASSERT_TRUE(write_file(path, "abcdef"));
    EXPECT_EQ(read_file(path, 100).value().bytes, "abcdef");
    EXPECT_FALSE(read_file(path, 6).value().cut);
    EXPECT_EQ(read_file(path, 3).value().bytes, "abc");
    EXPECT_TRUE(read_file(path, 3).value().cut);
    EXPECT_EQ(MappedFile::open(path).value().bytes(), "abcdef");
    EXPECT_EQ(read_file(testing::TempDir(), 3).error().code, "is_directory");
    EXPECT_EQ(read_file(path + ".none", 3).error().code, "not_found");
    EXPECT_EQ(write_file("/nowhere/x", "a").error().kind, ErrorKind::environment);
    std::filesystem::remove(path);
}

TEST(Civil, DaysAndWeeks) {
    const Day day = *civil_day(2025, 9, 3);
    EXPECT_EQ(iso_day(day), "2025-09-03");
    EXPECT_EQ(weekday_of(day), 3u);
    EXPECT_EQ(iso_week(day), "2025-W36");
    EXPECT_EQ(iso_week(*civil_day(2021, 1, 3)), "2020-W53");
    EXPECT_FALSE(civil_day(2023, 2, 29));
    EXPECT_TRUE(civil_day(2024, 2, 29));
    EXPECT_FALSE(civil_day(10000, 1, 1));
    EXPECT_EQ(parse_iso_day("2025-09-03"), day);
    EXPECT_FALSE(parse_iso_day("2025-9-03"));
    EXPECT_FALSE(parse_iso_day("2025-13-03"));
    EXPECT_FALSE(parse_iso_day("20x5-09-03"));
}

TEST(Hash, IsStable) {
    EXPECT_EQ(hex16(0x1f), "000000000000001f");
    EXPECT_EQ(hash_bytes("isnad"), hash_bytes("isnad"));
    EXPECT_NE(hash_join(1, 2), hash_join(2, 1));
}

}  // namespace
}  // namespace isnad
