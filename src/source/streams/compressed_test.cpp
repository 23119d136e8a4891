// Compressions: what they hold comes out, damage is told with its place, and what can be read is read.
#include "base/limits.h"
#include "source/streams/gzip_bytes.h"
#include "source/streams/made_files_test.h"
#include "source/streams/zstd_bytes.h"

namespace isnad::source {
namespace {

std::string numbers(int from, int to) {
    std::string out;
    for (int i = from; i < to; ++i) out += "line " + std::to_string(i) + " of a text\n";
    return out;
}

TEST(Compressed, EveryFormGivesThePage) {
    const std::string text = numbers(0, 20000);
    for (const std::string& bytes :
         {gzipped(text), zstd_frame(text), filtered(text, "xz"), filtered(text, "bzip2")}) {
        const auto arrivals = arrivals_in(bytes, "page.txt.z");
        ASSERT_EQ(arrivals.size(), 1u);
        EXPECT_FALSE(arrivals[0].failed);
        EXPECT_EQ(arrivals[0].page.bytes, text);
        check_positions(bytes, "page");
    }
}

TEST(Compressed, MembersAndFramesAreOneText) {
    EXPECT_EQ(told(arrivals_in(gzipped("one ") + gzipped("") + gzipped("two"), "a")),
              std::vector<std::string>{"|one two"});
    EXPECT_EQ(
        told(arrivals_in(
            zstd_frame("one ") + std::string("\x50\x2A\x4D\x18\x03\0\0\0abc", 11) + zstd_frame("two"), "a")),
        std::vector<std::string>{"|one two"});
}

TEST(Compressed, AMemberThatEndsEarlyKeepsWhatWasRead) {
    const std::string text = numbers(0, 50000);
    for (const std::string& whole : {gzipped(text), zstd_frame(text), filtered(text, "xz")}) {
        const auto arrivals = arrivals_in(whole.substr(0, whole.size() / 2), "a.txt");
        ASSERT_EQ(arrivals.size(), 1u);
        ASSERT_FALSE(arrivals[0].failed);
        EXPECT_TRUE(text.starts_with(arrivals[0].page.bytes));
        EXPECT_GT(arrivals[0].page.bytes.size(), 1000u);
        ASSERT_EQ(arrivals[0].problems.size(), 1u);
        EXPECT_TRUE(arrivals[0].problems[0].byte);
    }
}

TEST(Compressed, ADamagedMemberIsToldAndTheNextOneRead) {
    std::string second = gzipped(http_record("http://a/2", "<p>two</p>"));
    second[second.size() / 2] = static_cast<char>(~second[second.size() / 2]);
    second[second.size() / 2 + 1] = static_cast<char>(~second[second.size() / 2 + 1]);
    const std::string bytes = gzipped(http_record("http://a/1", "<p>one</p>")) + second +
                              gzipped(http_record("http://a/3", "<p>three</p>"));
    const auto arrivals = told(arrivals_in(bytes, "a.warc.gz"));
    ASSERT_GE(arrivals.size(), 3u);
    EXPECT_EQ(arrivals.front(), "record 1|<p>one</p>");
    EXPECT_TRUE(arrivals.back().ends_with("|<p>three</p>")) << arrivals.back();
    EXPECT_NE(std::find(arrivals.begin(), arrivals.end(), "!bad_gzip"), arrivals.end());
    check_positions(bytes, "a.warc.gz");
}

TEST(Compressed, ADictionaryStandsInASkippableFrame) {
    const std::string dictionary = numbers(0, 300), text = numbers(100, 200);
    const auto frame = [](std::string_view bytes) {
        std::string out("\x5D\x2A\x4D\x18", 4);
        for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(bytes.size() >> shift & 255);
        return out + std::string(bytes);
    };
    const std::string record = http_record("http://a/1", "<p>" + text + "</p>");
    for (const std::string& stored : {dictionary, zstd_frame(dictionary)}) {
        const std::string bytes =
            frame(stored) + zstd_frame(record, dictionary) + zstd_frame(record, dictionary);
        EXPECT_EQ(told(arrivals_in(bytes, "a.warc.zst")),
                  (std::vector<std::string>{"record 1|<p>" + text + "</p>", "record 2|<p>" + text + "</p>"}));
        check_positions(bytes, "a.warc.zst");
    }
}

TEST(Compressed, APageIsCutAtTheCapAndABombIsNotReadOn) {
    const std::string page(limits::page_bytes + 1000, 'x');
    const auto arrivals = arrivals_in(gzipped(page), "a.txt.gz");
    ASSERT_EQ(arrivals.size(), 1u);
    EXPECT_TRUE(arrivals[0].page.origin.cut);
    EXPECT_EQ(arrivals[0].page.bytes.size(), limits::page_bytes);
    // A record without end, in members that expand a thousand times each.
    const std::string member = gzipped(std::string(4u << 20, ' '));
    std::string bomb = gzipped(http_record("http://a/1", "<p>one</p>") +
                               "WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 999999999999\r\n\r\n");
    for (int i = 0; i < 40; ++i) bomb += member;
    const auto ended = told(arrivals_in(bomb, "a.warc.gz"));
    EXPECT_EQ(ended.front(), "record 1|<p>one</p>");
    EXPECT_EQ(ended.back(), "!too_dense");
}

TEST(Compressed, BytesThatAreNoneAreTold) {
    EXPECT_EQ(told(arrivals_in("\x1f\x8b\x08 and no more", "a")).size(), 1u);
    EXPECT_EQ(told(arrivals_in(std::string("\xFD"
                                           "7zXZ\0garbage",
                                           13),
                               "a")),
              std::vector<std::string>{"!bad_compression"});
    const auto trailing = arrivals_in(gzipped("text") + "trailing", "a");
    ASSERT_EQ(trailing.size(), 1u);
    EXPECT_EQ(trailing[0].page.bytes, "text");
    EXPECT_EQ(trailing[0].problems.size(), 1u);
    for (const std::string& frames :
         {gzipped("text,title\na,b\n") + "junk" + gzipped("c,d\n") + "junk",
          zstd_frame("text,title\na,b\n") + "junk" + zstd_frame("c,d\n") + "junk"})
        check_positions(frames, "a.csv");
    EXPECT_TRUE(arrivals_in(gzipped("text") + std::string(512, '\0'), "a")[0].problems.empty());
}

TEST(Compressed, AWindowThatTakesTheMemoryIsRefused) {
    std::string bytes = filtered("text", "xz");
    ASSERT_EQ(bytes.substr(14, 2), "\x21\x01");  // LZMA2, one byte of properties: the size of its window
    bytes[16] = 40;
    const auto arrivals = arrivals_in(bytes, "a.xz");
    EXPECT_EQ(told(arrivals), std::vector<std::string>{"!bad_compression"});
    EXPECT_NE(arrivals[0].failed->what.find("128 MiB"), std::string::npos);
}

TEST(Compressed, CompressionsInOneAnotherEnd) {
    std::string bytes = "text";
    for (std::size_t i = 0; i < limits::container_depth; ++i) bytes = gzipped(bytes);
    EXPECT_EQ(told(arrivals_in(bytes, "a")), std::vector<std::string>{"|text"});
    EXPECT_EQ(told(arrivals_in(gzipped(bytes), "a")), std::vector<std::string>{"!too_deep"});
}

TEST(Compressed, HttpDeflateOfBothKinds) {
    const std::string text = numbers(0, 100);
    const std::string wrapped = gzipped(text);
    EXPECT_EQ(inflate_whole(wrapped, 1u << 20).bytes, text);
    EXPECT_EQ(inflate_whole(std::string_view(wrapped).substr(10, wrapped.size() - 18), 1u << 20).bytes, text);
    EXPECT_TRUE(inflate_whole(wrapped, 100).cut);
    EXPECT_TRUE(inflate_whole(std::string_view(wrapped).substr(0, wrapped.size() / 2), 1u << 20).damage);
}

}  // namespace
}  // namespace isnad::source
