#include "article/html_dates.h"

#include <gtest/gtest.h>

#include "tests/tsv_cases.h"

namespace isnad::article {
namespace {

// Columns: value, day (the other reading behind |), moment.
TEST(HtmlDates, EveryFormOfMetadata) {
    for (const auto& row : tsv_cases("src/article/html_dates_test.tsv", 3)) {
        const auto found = read_metadata_date(row.cells[0]);
        std::string day = found ? iso_day(found->day) : "";
        if (found && found->month_only) day.resize(7);
        if (found && found->other) day += '|' + iso_day(*found->other);
        EXPECT_EQ(day, row.cells[1]) << row.place << ' ' << row.cells[0];
        EXPECT_EQ(found ? found->moment : "", row.cells[2]) << row.place << ' ' << row.cells[0];
    }
}

std::string in_address(std::string_view address) {
    std::string out;
    for (const AddressDate& date : dates_of_address(address))
        out += (out.empty() ? "" : " ") + date.value + (date.other.empty() ? "" : "|" + date.other) +
               (date.sure ? "!" : "");
    return out;
}

TEST(HtmlDates, Addresses) {
    EXPECT_EQ(in_address("https://a.example/2025/08/13/story.html"), "2025-08-13!");
    EXPECT_EQ(in_address("https://a.example/news/2025/8/3/story"), "2025-08-03!");
    EXPECT_EQ(in_address("https://a.example/2025/08/story"), "2025-08!");
    EXPECT_EQ(in_address("https://a.example/20250813-story"), "2025-08-13");
    EXPECT_EQ(in_address("https://a.example/story-2025-08-13"), "2025-08-13");
    EXPECT_EQ(in_address("https://a.example/story?date=2025-08-13&x=1"), "2025-08-13!");
    EXPECT_EQ(in_address("https://a.example/news/3126898/1/36"), "");
    EXPECT_EQ(in_address("https://a.example/05-06-2023/x"), "2023-06-05|2023-05-06!");
    EXPECT_EQ(in_address("https://a.example/opinion/14/12/2015/x"), "2015-12-14!");
    EXPECT_EQ(in_address("https://2025-08-13.example"), "");
    EXPECT_EQ(in_address("/2025/08/13"), "2025-08-13!");
    EXPECT_EQ(in_address("https://a.example/202508131020445"), "");
    EXPECT_EQ(in_address(std::string(100'000, '1')), "");
    EXPECT_EQ(in_address(""), "");
}

TEST(HtmlDates, AnyBytes) {
    for (const std::string& text : {std::string(100'000, '9'), std::string(5'000, '/'),
                                    std::string("\xFF\xFE-1"), std::string("2020-"), std::string("T:Z")}) {
        read_metadata_date(text);
        dates_of_address(text);
    }
}

}  // namespace
}  // namespace isnad::article
