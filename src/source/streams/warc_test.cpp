// WARC: what crawlers write, and what they write wrongly.
#include <algorithm>

#include "base/limits.h"
#include "source/streams/http_message.h"
#include "source/streams/made_files_test.h"

namespace isnad::source {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

const std::string first = "<html><p>first</p>", second = "<html><p>second</p>";

TEST(Warc, PagesAreResponsesResourcesAndConversions) {
    const std::string bytes =
        warc_record("warcinfo", "", "application/warc-fields", "software: x\r\n") +
        warc_record("request", "http://a/1", "application/http", "GET / HTTP/1.1\r\n\r\n") +
        http_record("http://a/1", first) + warc_record("metadata", "http://a/1", "text/plain", "x") +
        warc_record("revisit", "http://a/1", "application/http", "HTTP/1.1 304\r\n\r\n") +
        warc_record("resource", "http://a/2", "text/html", second) +
        warc_record("conversion", "http://a/3", "text/plain", "plain");
    const auto arrivals = arrivals_in(bytes, "a.warc");
    EXPECT_EQ(told(arrivals),
              (std::vector<std::string>{"record 3|" + first, "record 6|" + second, "record 7|plain"}));
    const Origin& origin = arrivals[0].page.origin;
    EXPECT_EQ(origin.path, "a.warc");
    EXPECT_EQ(origin.address, "http://a/1");
    EXPECT_EQ(origin.fetched, civil_day(2024, 3, 5));
    EXPECT_EQ(origin.fetched_at, "2024-03-05T06:07:08Z");
    EXPECT_EQ(origin.media_type, "text/html");
    EXPECT_EQ(origin.charset, "utf-8");
    EXPECT_EQ(arrivals[2].page.origin.media_type, "text/plain");
    check_positions(bytes, "a.warc");
    check_positions(gzipped(bytes), "a.warc.gz");
    check_positions(filtered(bytes, "xz"), "a.warc.xz");
}

TEST(Warc, ARecordAMember) {
    std::string bytes;
    std::vector<std::string> wanted;
    for (int i = 1; i <= 40; ++i) {
        const std::string page = "<html><p>page " + std::to_string(i) + "</p>" + std::string(3000, ' ');
        bytes += gzipped(http_record("http://a/" + std::to_string(i), page));
        wanted.push_back("record " + std::to_string(i) + "|" + page);
    }
    EXPECT_EQ(told(arrivals_in(bytes, "a.warc.gz")), wanted);
    check_positions(bytes, "a.warc.gz");
    // The position is the start of a member, not the beginning of the file.
    const StreamPtr stream = open_stream(std::make_unique<MemoryBytes>(bytes), {.path = "a"}, {});
    for (int i = 0; i < 20; ++i) stream->next();
    std::vector<Step> steps;
    stream->tell(steps);
    ASSERT_EQ(steps.size(), 1u);
    EXPECT_GT(steps[0].mark.at, 0u);
    EXPECT_EQ(bytes.compare(steps[0].mark.at, 3, "\x1f\x8b\x08"), 0);
}

TEST(Warc, LineEndsOfOneCharacter) {
    const std::string bytes =
        replaced(http_record("http://a/1", first) + http_record("http://a/2", second), "\r\n", "\n");
    // The lengths count the line ends of the HTTP head that went.
    const auto arrivals = arrivals_in(bytes, "a.warc");
    ASSERT_EQ(arrivals.size(), 2u);
    EXPECT_TRUE(arrivals[0].page.bytes.starts_with(first));
    EXPECT_TRUE(arrivals[1].page.bytes.starts_with(second));
}

TEST(Warc, AStatusOfNoSuccessIsLeftOutAndCounted) {
    const auto arrivals =
        arrivals_in(http_record("http://a/1", "gone", 404) + http_record("http://a/2", "moved", 301) +
                        http_record("http://a/3", first),
                    "a.warc");
    EXPECT_EQ(told(arrivals), (std::vector<std::string>{"record 3|" + first, "!other_status"}));
    EXPECT_EQ(arrivals[1].severity, Severity::note);
    EXPECT_TRUE(arrivals[1].failed->what.starts_with("2 "));
}

TEST(Warc, WhatIsNoPageIsLeftOutAndCounted) {
    const auto arrivals =
        told(arrivals_in(http_record("http://a/x.png", "\x89PNG", 200, "Content-Type: image/png\r\n") +
                             http_record("http://a/2", first, 200, ""),
                         "a.warc"));
    EXPECT_EQ(arrivals, (std::vector<std::string>{"record 2|" + first, "!other_type"}));
}

TEST(Warc, WrongLengths) {
    const std::string one = http_record("http://a/1", first), two = http_record("http://a/2", second);
    const std::size_t length =
        one.find("\r\n\r\n", one.find("\r\n\r\n") + 4) + 4 + first.size() - one.find("HTTP/");
    const std::string stated = "Content-Length: " + std::to_string(length);
    ASSERT_NE(one.find(stated), std::string::npos);
    for (const auto& [wrong, note] :
         {std::pair<std::string, std::string>{std::to_string(length + 100), "wrong_length"},
          {std::to_string(length - 9), "wrong_length"},
          {"99999999999", "truncated"}}) {
        const std::string bytes = replaced(one, stated, "Content-Length: " + wrong) + two;
        const auto arrivals = arrivals_in(bytes, "a.warc");
        ASSERT_EQ(arrivals.size(), 2u) << wrong;
        EXPECT_EQ(arrivals[0].page.bytes, first) << wrong;
        EXPECT_EQ(arrivals[1].page.bytes, second) << wrong;
        ASSERT_EQ(arrivals[0].problems.size(), 1u) << wrong;
        check_positions(bytes, "a.warc");
    }
    for (const char* wrong : {"-1", "", "abc", "18446744073709551616", "12 34"}) {
        const auto arrivals =
            told(arrivals_in(replaced(one, stated, std::string("Content-Length: ") + wrong) + two, "a.warc"));
        EXPECT_EQ(arrivals, (std::vector<std::string>{"record 1!bad_length", "record 2|" + second})) << wrong;
    }
}

TEST(Warc, ATruncatedRecordKeepsWhatIsThere) {
    const std::string bytes = http_record("http://a/1", first) + http_record("http://a/2", second);
    const auto arrivals = arrivals_in(bytes.substr(0, bytes.size() - 10), "a.warc");
    ASSERT_EQ(arrivals.size(), 2u);
    EXPECT_TRUE(second.starts_with(arrivals[1].page.bytes));
    ASSERT_EQ(arrivals[1].problems.size(), 1u);
    EXPECT_EQ(arrivals[1].problems[0].code, "truncated");
    EXPECT_EQ(arrivals[1].problems[0].byte, http_record("http://a/1", first).size());
}

TEST(Warc, BytesBetweenRecordsArePassedOver) {
    const std::string bytes =
        http_record("http://a/1", first) + "junk\nmore junk WARC/1.0\n" + http_record("http://a/2", second);
    const auto arrivals = told(arrivals_in(bytes, "a.warc"));
    EXPECT_EQ(arrivals.back(), "record 2|" + second);
    EXPECT_EQ(arrivals.front(), "record 1|" + first + "\r\n\r\njunk\nmore junk WARC/1.0");
    check_positions(bytes, "a.warc");
}

TEST(Warc, HeadsWithoutEnd) {
    std::string head = "WARC/1.0\r\n";
    while (head.size() < 3 * limits::record_header_bytes) head += "X-Header: value\r\n";
    const auto arrivals = told(arrivals_in(head + http_record("http://a/2", second), "a.warc"));
    EXPECT_EQ(arrivals, (std::vector<std::string>{"record 1!bad_record", "record 2|" + second}));
    EXPECT_EQ(told(arrivals_in("WARC/1.0\r\nWARC-Type: response", "a.warc")),
              std::vector<std::string>{"record 1!bad_record"});
    EXPECT_EQ(told(arrivals_in("WARC/1.0", "a.warc")), std::vector<std::string>{"!bad_record"});
}

struct Coding {
    std::string headers, content;
};

TEST(Warc, EncodingsOfHttpAreUndone) {
    const std::string chunked = "7\r\n<html><\r\nB;x=y\r\np>first</p>\r\n0\r\n\r\n";
    const std::string type = "Content-Type: text/html\r\n";
    for (const Coding& coding :
         {Coding{"Content-Encoding: gzip\r\n", gzipped(first)}, Coding{"Content-Encoding: gzip\r\n", first},
          Coding{"Content-Encoding: deflate\r\n", gzipped(first).substr(10)},
          Coding{"content-encoding:identity\r\n", first},
          Coding{"Content-Encoding: zstd\r\n", zstd_frame(first)}, Coding{"Content-Encoding: br\r\n", first},
          Coding{"Transfer-Encoding: chunked\r\n", chunked},
          Coding{"Transfer-Encoding: chunked\r\n", replaced(chunked, "\r\n", "\n")},
          Coding{"Transfer-Encoding: chunked\r\n", first},
          Coding{"Transfer-Encoding: chunked\r\n", chunked.substr(0, chunked.size() - 5)}}) {
        const auto arrivals =
            arrivals_in(http_record("http://a/1", coding.content, 200, type + coding.headers), "a.warc");
        ASSERT_EQ(arrivals.size(), 1u);
        EXPECT_EQ(arrivals[0].page.bytes, first) << coding.headers;
    }
    const auto brotli =
        arrivals_in(http_record("http://a/1", "\x1b\x2c", 200, type + "Content-Encoding: br\r\n"), "a.warc");
    EXPECT_EQ(told(brotli), std::vector<std::string>{"record 1!unknown_encoding"});
}

TEST(Http, HeadersAndTypes) {
    const auto message =
        read_http("HTTP/1.1 200 OK\nContent-Type: Text/HTML;\n charset=\"Windows-1256\"; x=y\nX: y\n\nbody");
    ASSERT_TRUE(message);
    EXPECT_EQ(message->status, 200);
    EXPECT_EQ(message->type.media_type, "text/html");
    EXPECT_EQ(message->type.charset, "windows-1256");
    EXPECT_EQ(message->content, "body");
    EXPECT_FALSE(read_http("no message"));
    EXPECT_EQ(read_http("HTTP/1.1")->content, "");
    EXPECT_EQ(read_http("HTTP/1.1 99999999999999 x\r\n\r\n")->status, 0);
}

}  // namespace
}  // namespace isnad::source
