#include "source/streams/record_text.h"

#include <gtest/gtest.h>

namespace isnad::source {
namespace {

TEST(RecordText, Moments) {
    const char* const cases[][2] = {
        {"Fri, 03 May 2024 14:05:09 +0300", "2024-05-03T14:05:09+03:00"},
        {"Fri, 3 May 2024 14:05 GMT", "2024-05-03T14:05:00Z"},
        {"03 May 24 14:05:09 EST", "2024-05-03T14:05:09-05:00"},
        {"Friday, 03-May-24 14:05:09 UTC", "2024-05-03T14:05:09Z"},
        {"Fri May  3 14:05:09 2024", "2024-05-03T14:05:09"},
        {"Fri, 03 May 2024 14:05:09 -0000", "2024-05-03T14:05:09Z"},
        {"Fri, 03 May 2024 14:05:09 +03:00", "2024-05-03T14:05:09+03:00"},
        {"Fri, 03 May 2024 14:05:09 GMT+0300", "2024-05-03T14:05:09+03:00"},
        {"9 Feb 2022 08:00:00 +0200 (EET)", "2022-02-09T08:00:00+02:00"},
        {"May 3, 2024", "2024-05-03"},
        {"3 September 1999", "1999-09-03"},
        {"May 3rd, 2024 2:05 PM", "2024-05-03T14:05:00"},
        {"2024-05-03", "2024-05-03"},
        {" 2024-05-03T14:05:09Z\n", "2024-05-03T14:05:09Z"},
        {"2024-05-03T14:05:09.123+0300", "2024-05-03T14:05:09+03:00"},
        {"2024-05-03 14:05", "2024-05-03T14:05:00"},
        {"2024-05-03 14:05:09 +0300", "2024-05-03T14:05:09+03:00"},
        {"2024/5/3", "2024-05-03"},
        {"20240503", "2024-05-03"},
        {"20240503T140509Z", "2024-05-03T14:05:09Z"},
        {"2024-02-30", "2024-02-30"},
        {"31 Feb 2024", "31 Feb 2024"},
        {"03/05/2024", "03/05/2024"},
        {"yesterday", "yesterday"},
        {"", ""},
    };
    for (const auto& one : cases) EXPECT_EQ(iso_moment(one[0]), one[1]) << one[0];
}

TEST(RecordText, Addresses) {
    const char* const cases[][3] = {
        {"", "https://a.example/x", "https://a.example/x"},
        {"", "/x", ""},
        {"", "javascript:alert(1)", ""},
        {"", "HTTP://A.example", "HTTP://A.example"},
        {"https://a.example/b/c?d#e", "x", "https://a.example/b/x"},
        {"https://a.example/b/c", "../x/./y", "https://a.example/x/y"},
        {"https://a.example", "x", "https://a.example/x"},
        {"https://a.example?q", "/x", "https://a.example/x"},
        {"https://a.example/b", "//c.example/x", "https://c.example/x"},
        {"https://a.example/b?c", "?d", "https://a.example/b?d"},
        {"https://a.example/b?c", "#d", "https://a.example/b?c#d"},
        {"https://a.example/b", "../../..", "https://a.example/"},
        {"mailto:x", "y", ""},
    };
    for (const auto& one : cases)
        EXPECT_EQ(resolved_address(one[0], one[1]), one[2]) << one[0] << " " << one[1];
}

TEST(RecordText, Markup) {
    EXPECT_EQ(text_of_markup("<p>a</p><p>b<b>c</b>&nbsp;&#100;&#x65;&quot;&nope;</p>"), "a bc de\"&nope;");
    EXPECT_EQ(text_of_markup("1 < 2 & 3 > 2"), "1 < 2 & 3 > 2");
    EXPECT_EQ(text_of_markup("cut <b"), "cut <b");
    EXPECT_EQ(text_of_markup("&#0;&#x110000;"), "&#0;\xEF\xBF\xBD");
    EXPECT_EQ(escaped_once("&lt;p&gt;a &amp;amp; b&lt;/p&gt;"), "<p>a &amp; b</p>");
    EXPECT_EQ(escaped_once("<p>&lt;p&gt;</p>"), "<p>&lt;p&gt;</p>");
    EXPECT_EQ(escaped_once("1 &lt; 2"), "1 &lt; 2");
    EXPECT_TRUE(looks_like_markup("a<br>b"));
    EXPECT_TRUE(looks_like_markup("a &amp; b"));
    EXPECT_FALSE(looks_like_markup("a < b & c > d; e"));
}

}  // namespace
}  // namespace isnad::source
