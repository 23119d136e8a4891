// Archives: members in order, archives in one another, and those that are made to do harm.
#include "base/limits.h"
#include "source/streams/made_files_test.h"

namespace isnad::source {
namespace {

const Members members{{"b/page.html", "<html><p>one</p>"},
                      {"b/", ""},
                      {"a.txt", "two"},
                      {"b/.hidden", "no"},
                      {"__MACOSX/b/page.html", "no"},
                      {"news.jsonl", "{\"text\": \"three\"}\n{\"text\": \"four\"}\n"}};
const std::vector<std::string> expected{"b/page.html|<html><p>one</p>", "a.txt|two",
                                        "news.jsonl/line 1|three", "news.jsonl/line 2|four"};

TEST(Archive, MembersAreReadInTheirOrder) {
    for (const std::string& bytes : {tar_of(members), zip_of(members), gzipped(tar_of(members)),
                                     filtered(tar_of(members), "xz"), zstd_frame(tar_of(members))}) {
        EXPECT_EQ(told(arrivals_in(bytes, "a")), expected);
        check_positions(bytes, "a");
    }
}

TEST(Archive, ArchivesInOneAnother) {
    const std::string inner =
        gzipped(http_record("http://a/1", "<p>1</p>")) + gzipped(http_record("http://a/2", "<p>2</p>"));
    const std::string bytes = gzipped(tar_of({{"x.zip", zip_of({{"y.warc.gz", inner}})}, {"z.txt", "last"}}));
    EXPECT_EQ(told(arrivals_in(bytes, "a.tgz")),
              (std::vector<std::string>{"x.zip/y.warc.gz/record 1|<p>1</p>",
                                        "x.zip/y.warc.gz/record 2|<p>2</p>", "z.txt|last"}));
    check_positions(bytes, "a.tgz");
}

TEST(Archive, DeeperOnesAreNotOpened) {
    std::string bytes = "page";
    for (std::size_t i = 0; i < limits::archive_depth; ++i) bytes = tar_of({{"x", bytes}});
    EXPECT_EQ(told(arrivals_in(bytes, "a")), std::vector<std::string>{"x/x/x|page"});
    EXPECT_EQ(told(arrivals_in(tar_of({{"x", bytes}, {"y", "after"}}), "a")),
              (std::vector<std::string>{"x/x/x!too_deep", "y|after"}));
}

TEST(Archive, NamesAreOnlyText) {
    const auto arrivals = told(arrivals_in(
        tar_of({{"../../etc/passwd", "one"}, {"/abs/\x1b[2Jx", "two"}, {"bad\xFF", "three"}}), "a"));
    ASSERT_EQ(arrivals.size(), 3u);
    EXPECT_EQ(arrivals[0], "../../etc/passwd|one");
    EXPECT_TRUE(arrivals[1].ends_with("x|two"));
    EXPECT_TRUE(arrivals[2].ends_with("|three"));
}

TEST(Archive, DamageKeepsWhatWasRead) {
    const std::string big(300000, 'x');
    for (const std::string& whole :
         {tar_of({{"a.txt", "one"}, {"b.txt", big}, {"c.txt", "three"}}),
          gzipped(tar_of({{"a.txt", "one"}, {"b.txt", big}, {"c.txt", "three"}}))}) {
        const std::string bytes = whole.substr(0, whole.size() / 2);
        const auto arrivals = arrivals_in(bytes, "a");
        ASSERT_GE(arrivals.size(), 2u);
        EXPECT_EQ(told(arrivals[0]), "a.txt|one");
        bool problem = false;
        for (const Arrival& arrival : arrivals)
            problem = problem || arrival.failed || !arrival.problems.empty();
        EXPECT_TRUE(problem);
        check_positions(bytes, "a");
    }
    EXPECT_EQ(told(arrivals_in(tar_of({{"dir/", ""}}), "a.tar")).size(), 0u);
    EXPECT_EQ(arrivals_in(zip_of({}), "a.zip").size(), 1u);
    check_positions(zip_of({}), "a.zip");
    EXPECT_TRUE(arrivals_in(std::string("PK\x03\x04 garbage"), "a.zip")[0].failed);
}

TEST(Archive, ALargeMemberIsCutAndABombEnds) {
    const std::string zeros(limits::page_bytes + 5, '0');
    const std::string cut = tar_of({{"a", zeros}, {"b", "after"}});
    const auto arrivals = arrivals_in(cut, "a.tar");
    ASSERT_EQ(arrivals.size(), 2u);
    EXPECT_TRUE(arrivals[0].page.origin.cut);
    EXPECT_EQ(told(arrivals[1]), "b|after");
    const std::string bomb = zstd_frame(
        warc_record("warcinfo", "", "text/plain", std::string(limits::expansion_bytes + (8u << 20), ' ')));
    EXPECT_EQ(told(arrivals_in(zip_of({{"a.txt", "one"}, {"b.warc", bomb}, {"c.txt", "three"}}), "a.zip")),
              (std::vector<std::string>{"a.txt|one", "b.warc!too_dense", "c.txt|three"}));
}

}  // namespace
}  // namespace isnad::source
