// Records of JSON and tables: fields by their names, facts, and rows and lines that are broken.
#include "source/streams/made_files_test.h"

namespace isnad::source {
namespace {

std::string fact(const Arrival& arrival, MetaField field) {
    for (const MetaFact& one : arrival.page.origin.facts) {
        if (one.field == field) return one.name + "=" + one.value;
    }
    return "";
}

TEST(JsonLines, FieldsBecomePageOriginAndFacts) {
    const std::string bytes =
        R"({"id": 7, "url": "http://a/1", "title": " A\n title ", "text": "A text.\nOf two lines.", "date_published": "2024-05-06T07:08:09Z",)"
        R"( "author": [{"name": "One"}, "Two"], "language": "ar", "publisher": {"name": "P"}, "section": "S", "timestamp": 1700000000})"
        "\n\n{\"html\": \"<html><p>x</p>\", \"link\": \"http://a/2\"}\n";
    const auto arrivals = arrivals_in(bytes, "a.jsonl");
    EXPECT_EQ(told(arrivals), (std::vector<std::string>{"line 1|A title\n\nA text.\nOf two lines.",
                                                        "line 3|<html><p>x</p>"}));
    const Origin& origin = arrivals[0].page.origin;
    EXPECT_EQ(origin.media_type, "text/plain");
    EXPECT_EQ(origin.address, "http://a/1");
    EXPECT_EQ(origin.fetched_at, "2023-11-14T22:13:20Z");
    EXPECT_EQ(fact(arrivals[0], MetaField::title), "title=A title");
    EXPECT_EQ(fact(arrivals[0], MetaField::published), "date_published=2024-05-06T07:08:09Z");
    EXPECT_EQ(fact(arrivals[0], MetaField::author), "author=One");
    EXPECT_EQ(fact(arrivals[0], MetaField::language), "language=ar");
    EXPECT_EQ(fact(arrivals[0], MetaField::site), "publisher=P");
    EXPECT_EQ(fact(arrivals[0], MetaField::section), "section=S");
    EXPECT_EQ(origin.facts[2].value + origin.facts[3].value, "2024-05-06T07:08:09ZOne");
    EXPECT_EQ(arrivals[1].page.origin.media_type, "text/html");
    EXPECT_EQ(arrivals[1].page.origin.address, "http://a/2");
    for (const MetaFact& one : origin.facts) EXPECT_EQ(one.source, MetaSource::record);
    check_positions(bytes, "a.jsonl");
    check_positions(zstd_frame(bytes), "a.jsonl.zst");
}

TEST(JsonLines, BrokenLinesAreToldAndPassedOver) {
    const std::string bytes =
        "{\"text\": \"one\"}\n{\"text\": \"two\n[1, 2]\nplain\n{\"name\": \"no text\"}\n{\"text\": \"six\"}";
    const auto arrivals = arrivals_in(bytes, "a.jsonl");
    EXPECT_EQ(told(arrivals), (std::vector<std::string>{"line 1|one", "line 2!bad_json", "line 3!bad_json",
                                                        "line 4!bad_json", "line 5!no_text", "line 6|six"}));
    EXPECT_EQ(arrivals[1].failed->place.byte, 16u);
    EXPECT_EQ(arrivals[1].failed->place.file, "a.jsonl");
    EXPECT_NE(arrivals[4].failed->what.find("name"), std::string::npos);
    check_positions(bytes, "a.jsonl");
}

TEST(JsonLines, WhatJsonForbidsIsRepaired) {
    const auto arrivals =
        told(arrivals_in("{\"text\": \"a\\ud83db\"}\n{\"text\": \"a\xFFz\"}\n{\"text\": "
                         "\"a\tb\"}\n{\"text\": \"\\ud83d\\ude00\"}\n",
                         "a.jsonl"));
    EXPECT_EQ(arrivals,
              (std::vector<std::string>{"line 1|a\xEF\xBF\xBD"
                                        "b",
                                        "line 2|a\xEF\xBF\xBDz", "line 3|a b", "line 4|\xF0\x9F\x98\x80"}));
}

TEST(JsonLines, AreToldByWhatStandsInThemToo) {
    EXPECT_EQ(told(arrivals_in("{\"text\": \"one\"}\n{\"text\": \"two\"}\n", "-")),
              (std::vector<std::string>{"line 1|one", "line 2|two"}));
}

TEST(Json, AListOneObjectAndAListInAnObject) {
    for (const char* bytes : {R"([{"text": "one {"}, {"text": "two \"}"}])",
                              "\xEF\xBB\xBF{\"text\": \"one {\"}\n{\"text\":\n\"two \\\"}\"}"}) {
        EXPECT_EQ(told(arrivals_in(bytes, "a.json")),
                  (std::vector<std::string>{"record 1|one {", "record 2|two \"}"}))
            << bytes;
        check_positions(bytes, "a.json");
    }
    const std::string wrapped =
        R"({"status": "ok", "articles": [{"content": "one", "url": "http://a/1"}, {"x": 1}, {"content": "two", "url": "u"}]})";
    EXPECT_EQ(told(arrivals_in(wrapped, "a.json")),
              (std::vector<std::string>{"record 1/record 1|one", "record 1/record 2!no_text",
                                        "record 1/record 3|two"}));
    check_positions(wrapped, "a.json");
    EXPECT_EQ(told(arrivals_in(R"([{"text": "one"}, 5, {"text": "two"}, {"text": "three)", "a.json")),
              (std::vector<std::string>{"record 1|one", "!bad_json", "record 2|two", "record 3!truncated"}));
}

TEST(Json, NestedFieldsByTheirPaths) {
    const auto arrivals = arrivals_in(
        R"([{"content": {"rendered": "<p>one</p>"}, "meta": {"url": "http://a/1"}, "date": {"$date": "2024-01-02"}}])",
        "a.json");
    ASSERT_EQ(arrivals.size(), 1u);
    EXPECT_EQ(arrivals[0].page.bytes, "<p>one</p>");
    EXPECT_EQ(arrivals[0].page.origin.media_type, "text/html");
    EXPECT_EQ(arrivals[0].page.origin.address, "http://a/1");
    EXPECT_EQ(fact(arrivals[0], MetaField::published), "date=2024-01-02");
}

TEST(Csv, QuotesLineEndsAndDelimiters) {
    const std::string rows =
        "text,title,Published At\r\n\"a, \"\"b\"\"\nc\",T,20240506\r\n\r\nplain,,\r\nshort\r\n\"open,x,y\n";
    const auto arrivals = arrivals_in(rows, "a.csv");
    EXPECT_EQ(told(arrivals),
              (std::vector<std::string>{"row 1|T\n\na, \"b\"\nc", "row 3|plain", "row 4|short",
                                        "row 5!unclosed_quote", "row 5|open,x,y"}));
    EXPECT_EQ(fact(arrivals[0], MetaField::published), "Published At=2024-05-06");
    check_positions(rows, "a.csv");
    check_positions(gzipped(rows), "a.csv.gz");
    EXPECT_EQ(told(arrivals_in("url\ttext\nhttp://a\tone, two; three\n", "a.tsv")),
              std::vector<std::string>{"row 1|one, two; three"});
    EXPECT_EQ(told(arrivals_in("url;text\nhttp://a;one, two\n", "a.csv")),
              std::vector<std::string>{"row 1|one, two"});
    const auto none = arrivals_in("a,b\n1,2\n3,4\n", "a.csv");
    EXPECT_EQ(told(none), std::vector<std::string>{"!no_text"});
    EXPECT_NE(none[0].failed->what.find("a, b"), std::string::npos);
    EXPECT_EQ(told(arrivals_in("text\n", "a.csv")).size(), 0u);
}

TEST(Fields, AreNamedByTheUser) {
    const auto map = FieldMap::parse("text=Main_Body,url=a.b,date=ts");
    ASSERT_TRUE(map);
    const auto arrivals = arrivals_in(
        R"([{"text": "not this", "mainBody": "this", "a": {"b": "http://a"}, "ts": "2024-01-02"}])", "a.json",
        {map.value()});
    ASSERT_EQ(arrivals.size(), 1u);
    EXPECT_EQ(arrivals[0].page.bytes, "this");
    EXPECT_EQ(arrivals[0].page.origin.address, "http://a");
    EXPECT_EQ(fact(arrivals[0], MetaField::published), "ts=2024-01-02");
    for (const char* wrong : {"text", "text=", "body=text", "=x", "text=a,,"}) {
        const auto refused = FieldMap::parse(wrong);
        ASSERT_FALSE(refused) << wrong;
        EXPECT_EQ(refused.error().kind, ErrorKind::usage);
    }
    EXPECT_TRUE(FieldMap::parse(""));
}

TEST(Fields, TheTitleIsNotRepeated) {
    EXPECT_EQ(told(arrivals_in(R"([{"title": "A  title", "text": "A title\nThen text."}])", "a.json")),
              std::vector<std::string>{"record 1|A title\nThen text."});
}

TEST(Position, IsOneLineOfText) {
    const Position position{3, {{{98765, 120000}, 121044, 12}, {{}, 0, 5}}, 0};
    EXPECT_EQ(position.text(), "3 98765:120000:121044:12/0:0:0:5");
    EXPECT_EQ(Position::parse(position.text()), position);
    EXPECT_EQ(Position::parse("3+17 1:2:3:4"), (Position{3, {{{1, 2}, 3, 4}}, 17}));
    EXPECT_EQ((Position{3, {}, 17}).text(), "3+17");
    EXPECT_EQ(Position::parse("0"), Position{});
    for (const char* wrong : {"", " ", "x", "1 ", "1 2", "1 2:3:4", "1 2:3:4:5/", "1 2:3:4:5 6:7:8:9", "-1",
                              "1 2:3:4:5x", "99999999999999999999"})
        EXPECT_FALSE(Position::parse(wrong)) << wrong;
}

}  // namespace
}  // namespace isnad::source
