// Lists of inputs: directories in order, links, what cannot be opened, and positions over all of them.
#include "source/streams/inputs.h"

#include <filesystem>
#include <fstream>

#include "source/streams/container_limits.h"
#include "source/streams/made_files_test.h"

namespace isnad::source {
namespace {

namespace fs = std::filesystem;

class InFolder : public testing::Test {
  protected:
    InFolder() {
        std::string name = (fs::temp_directory_path() / "isnad-inputs-XXXXXX").string();
        root_ = ::mkdtemp(name.data());
    }
    ~InFolder() override { fs::remove_all(root_); }

    std::string write(const std::string& name, const std::string& bytes) {
        fs::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name, std::ios::binary) << bytes;
        return (root_ / name).string();
    }

    // "name part|bytes" of each arrival.
    std::vector<std::string> read(Inputs& inputs) const {
        std::vector<std::string> out;
        while (const auto arrival = inputs.next())
            out.push_back(fs::path(arrival->page.origin.path).lexically_relative(root_).string() + " " +
                          told(*arrival));
        return out;
    }
    std::vector<std::string> read(const std::vector<std::string>& names) const {
        Inputs inputs(names, {});
        return read(inputs);
    }

    fs::path root_;
};

TEST_F(InFolder, DirectoriesAreReadInOrderOfNames) {
    write("b.txt", "b");
    write("a/2.txt", "a2");
    write("a/1/x.txt", "a1x");
    write("a.txt", "a");
    write(".hidden", "no");
    write("a/.git/x", "no");
    EXPECT_EQ(read({root_.string()}),
              (std::vector<std::string>{"a/1/x.txt |a1x", "a/2.txt |a2", "a.txt |a", "b.txt |b"}));
    EXPECT_EQ(read({(root_ / "b.txt").string(), (root_ / "a/").string()}),
              (std::vector<std::string>{"b.txt |b", "a/1/x.txt |a1x", "a/2.txt |a2"}));
    EXPECT_EQ(read({(root_ / ".hidden").string()}), std::vector<std::string>{".hidden |no"});
}

TEST_F(InFolder, LinksDoNotLeadInCircles) {
    write("a/x.txt", "x");
    fs::create_directory_symlink("..", root_ / "a/up");
    fs::create_directory_symlink(root_ / "a", root_ / "again");
    fs::create_symlink("self", root_ / "self");
    fs::create_symlink(root_ / "a/x.txt", root_ / "z.txt");
    fs::create_symlink("nowhere", root_ / "zz");
    EXPECT_EQ(read({root_.string()}), (std::vector<std::string>{"a/x.txt |x", "z.txt |x", "zz !not_found"}));
}

TEST_F(InFolder, WhatCannotBeReadIsToldInItsPlace) {
    fs::create_directory(root_ / "empty");
    const std::string good = write("good.txt", "good");
    const auto told = read({(root_ / "missing").string(), (root_ / "empty").string(), good});
    EXPECT_EQ(told,
              (std::vector<std::string>{"missing !not_found", "empty !empty_directory", "good.txt |good"}));
}

TEST_F(InFolder, AFileOfFailuresIsGivenUp) {
    std::string lines;
    for (int i = 0; i < 1500; ++i) lines += "broken\n";
    const std::vector<std::string> names{write("a.jsonl", lines), write("b.txt", "b")};
    const auto told = read(names);
    ASSERT_EQ(told.size(), limits::failures + 2);
    EXPECT_EQ(told[limits::failures], "a.jsonl !too_damaged");
    EXPECT_EQ(told.back(), "b.txt |b");
    Inputs inputs(names, {});
    for (std::size_t i = 0; i < 900; ++i) inputs.next();
    Inputs again(names, {});
    ASSERT_TRUE(again.go_to(*Position::parse(inputs.position().text())));
    EXPECT_EQ(read(again), std::vector<std::string>(told.begin() + 900, told.end()));
}

TEST_F(InFolder, PositionsOverAllInputs) {
    write("a.txt", "a");
    write("b.warc.gz",
          gzipped(http_record("http://a/1", "<p>1</p>")) + gzipped(http_record("http://a/2", "<p>2</p>")));
    write("c.tar.gz", gzipped(tar_of({{"x", "x"}, {"y.jsonl", "{\"text\": \"y1\"}\n{\"text\": \"y2\"}\n"}})));
    write("d.csv", "text\none\ntwo\n");
    const std::vector<std::string> names{root_.string(), (root_ / "missing").string(),
                                         (root_ / "a.txt").string()};
    Inputs inputs(names, {});
    std::vector<Position> positions{inputs.position()};
    std::vector<std::string> all;
    while (const auto arrival = inputs.next()) {
        all.push_back(fs::path(arrival->page.origin.path).lexically_relative(root_).string() + " " +
                      told(*arrival));
        positions.push_back(inputs.position());
    }
    EXPECT_EQ(all.size(), 10u);
    EXPECT_EQ(inputs.bytes_read(), inputs.bytes_total());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        Inputs again(names, {});
        EXPECT_EQ(again.digest(), inputs.digest());
        ASSERT_TRUE(again.go_to(*Position::parse(positions[i].text()))) << positions[i].text();
        EXPECT_EQ(read(again),
                  std::vector<std::string>(all.begin() + static_cast<std::ptrdiff_t>(i), all.end()));
        EXPECT_EQ(again.bytes_read(), again.bytes_total());
    }
    Inputs beyond(names, {});
    EXPECT_FALSE(beyond.go_to({99}));
    write("e.txt", "new");
    EXPECT_NE(Inputs(names, {}).digest(), inputs.digest());
}

}  // namespace
}  // namespace isnad::source
