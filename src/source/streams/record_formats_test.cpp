// Files of records from tests/streams/feeds: <file> beside <file>.records, which tells the pages, their facts
// and their text line by line. To see what came out instead, run with ISNAD_PRINT=1.
#include "source/streams/record_formats.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/limits.h"
#include "source/read_page.h"

namespace isnad::source {
namespace {

namespace fs = std::filesystem;

const std::string folder = std::string(ISNAD_SOURCE_DIR) + "/tests/streams/feeds";

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

const char* name_of(RecordFormat format) {
    constexpr std::array names{"none", "feed", "json_feed", "sitemap", "mhtml", "ninjs"};
    return names[static_cast<std::size_t>(format)];
}

const char* name_of(MetaField field) {
    constexpr std::array names{"title",     "section",  "text",      "source",   "description",
                               "site",      "author",   "published", "modified", "time",
                               "canonical", "language", "kind",      "image",    "keyword"};
    return names[static_cast<std::size_t>(field)];
}

std::string lines_of(std::string text) {
    std::string out;
    std::istringstream in(std::move(text));
    for (std::string line; std::getline(in, line);) {
        while (line.ends_with('\r')) line.pop_back();
        if (!line.empty()) out += "  | " + line + "\n";
    }
    return out;
}

std::string told(const Problem& problem) {
    return "problem " + problem.code + (problem.byte ? " @" + std::to_string(*problem.byte) : "") + "\n";
}

std::string told(const RawPage& raw) {
    const Origin& origin = raw.origin;
    std::string out = "page " + (origin.part.empty() ? "-" : origin.part) + " " + origin.media_type + " " +
                      (origin.charset.empty() ? "-" : origin.charset) + " " + origin.address + "\n";
    if (!origin.fetched_at.empty()) out += "  fetched " + origin.fetched_at + "\n";
    for (const MetaFact& fact : origin.facts)
        out += "  " + std::string(name_of(fact.field)) + " " + fact.name + " = " + fact.value + "\n";
    const PagePtr page = read_page(raw.bytes, origin);
    for (const Problem& problem : page->problems) out += "  " + told(problem);
    return out + lines_of(page->text);
}

std::string told(const std::string& bytes, const std::string& name) {
    const RecordFormat format = sniff(std::string_view(bytes).substr(0, 4096), name, "");
    Origin origin;
    origin.path = name;
    const Records records = read_records(format, bytes, origin);
    std::string out = std::string(name_of(format)) + "\n";
    for (const RawPage& page : records.pages) out += told(page);
    for (const Problem& problem : records.problems) out += told(problem);
    return out;
}

TEST(RecordFormats, FilesOfEachForm) {
    std::size_t files = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".records") continue;
        ++files;
        const std::string actual = told(slurp(entry.path()), entry.path().filename().string());
        if (std::getenv("ISNAD_PRINT") != nullptr) std::ofstream(entry.path().string() + ".actual") << actual;
        EXPECT_EQ(actual, slurp(entry.path().string() + ".records")) << entry.path();
    }
    EXPECT_GE(files, 10u);
}

// What a file is, from its beginning, name and media type.
TEST(RecordFormats, Sniff) {
    using enum RecordFormat;
    struct Case {
        const char *head, *path, *type;
        RecordFormat format;
    };
    const Case cases[] = {
        {"<?xml version='1.0'?><!-- <rss> --><!DOCTYPE rss [<!ENTITY a \">\">]>\n<rss version='2.0'>", "", "",
         feed},
        {"\xEF\xBB\xBF\n <feed xmlns='x'>", "a.html", "text/html", feed},
        {"<atom:feed>", "", "", feed},
        {"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "", "", feed},
        {"<rdf:RDF xmlns='http://example.org/other'>", "", "", none},
        {"<!DOCTYPE html><html><body><rss>", "a.rss", "application/rss+xml", none},
        {"<html xmlns='http://www.w3.org/2005/Atom'>", "feed.xml", "", none},
        {"<div><rss><item>", "a.xml", "", none},
        {"<item><title>cut off</title></item>", "x.rss", "", feed},
        {"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">", "", "", sitemap},
        {"<sitemapindex>", "", "", sitemap},
        {"{ \"version\" : \"https://jsonfeed.org/version/1\"", "", "", json_feed},
        {"{\"version\": \"2\", \"url\": \"https://x.example/jsonfeed\"}", "", "", none},
        {"{\"url\": \"http://x\", \"title\": \"t\", \"text\": \"b\"}", "a.jsonl", "", none},
        {"{\"uri\": \"u\", \"headline\": \"h\", \"versioncreated\": \"2020\", \"body_text\": \"b\"}", "", "",
         ninjs},
        {"text that names \"uri\": \"versioncreated\": \"located\":", "", "", none},
        {"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "", "",
         mhtml},
        {"From: a@b\nDate: 1 May 2020\nSubject: s\n\nbody", "a.eml", "", mhtml},
        {"From: a@b\nDate: 1 May 2020\nSubject: s\n\nbody", "a.txt", "", none},
        {"HTTP: the protocol\nMIME-Version is a header.\n", "", "", none},
        {"", "a.rss", "application/rss+xml", none},
        {"<", "", "", none},
        {"<!--", "", "", none},
        {"<!DOCTYPE rss [", "", "", none},
    };
    for (const Case& one : cases)
        EXPECT_EQ(name_of(sniff(one.head, one.path, one.type)), std::string(name_of(one.format))) << one.head;
    const std::string wide("<\0r\0s\0s\0>\0", 10);
    EXPECT_EQ(sniff(wide, "", ""), feed);
}

Records read_as(RecordFormat format, std::string bytes) {
    Origin origin;
    origin.path = "p";
    return read_records(format, std::move(bytes), origin);
}

std::string codes(const Records& records) {
    std::string out;
    for (const Problem& problem : records.problems) out += problem.code + " ";
    return out;
}

std::string repeated(std::string_view what, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += what;
    return out;
}

// Damage that the character set of the file cannot show, because it is written in escapes.
TEST(RecordFormats, EscapedMojibake) {
    std::string name;  // "the minister" ten times, as UTF-8 that was read as latin1
    for (int i = 0; i < 10; ++i)
        for (const char* byte : {"d8", "a7", "d9", "84", "d9", "88", "d8", "b2", "d9", "8a", "d8", "b1"})
            name += "\\u00" + std::string(byte);
    const Records records = read_as(RecordFormat::ninjs, "{\"headline\":\"" + name + "\"}");
    ASSERT_EQ(records.pages.size(), 1u);
    EXPECT_EQ(records.pages[0].bytes.size(), 121u);
    EXPECT_EQ(records.pages[0].origin.facts[0].value.size(), 120u);
}

TEST(RecordFormats, TooManyRecords) {
    const std::string items = repeated("<item><title>t</title></item>", 100'000);
    const Records rss = read_as(RecordFormat::feed, "<rss><channel>" + items + "</channel></rss>");
    EXPECT_EQ(rss.pages.size(), limits::records_per_file);
    EXPECT_EQ(codes(rss), "too_many_records ");
    const Records lines = read_as(RecordFormat::ninjs, repeated("{\"headline\":\"t\"}\n", 100'000));
    EXPECT_EQ(lines.pages.size(), limits::records_per_file);
}

// Each of these takes seconds or gigabytes in a reader that is not careful.
TEST(RecordFormats, HostileFiles) {
    const auto start = std::chrono::steady_clock::now();
    constexpr std::size_t many = 200'000;
    EXPECT_EQ(codes(read_as(RecordFormat::feed, repeated("<a>", many))), "bad_xml ");
    EXPECT_EQ(read_as(RecordFormat::feed, "<rss><channel>" + repeated("<item><title>a<", many)).pages.size(),
              1'001u);
    read_as(RecordFormat::feed, "<rss><channel><item><title>" + repeated("&", many) + "</title></item>");
    read_as(RecordFormat::feed, "<rss a='" + repeated("&x", many) + "'><item><title>t</title></item></rss>");
    read_as(RecordFormat::feed, "<rss><item><title>" + repeated("<![CDATA[", many));
    std::string scopes = "<rss>";
    for (std::size_t i = 0; i < 20'000; ++i)
        scopes += "<x" + std::to_string(i) + ":y xmlns:x" + std::to_string(i) + "='z'/>";
    EXPECT_EQ(read_as(RecordFormat::feed, scopes + "<item><title>t</title></item></rss>").pages.size(), 1u);
    std::string laughs = "<!DOCTYPE r [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
    }
    EXPECT_EQ(codes(read_as(RecordFormat::feed, laughs + "]><rss><item><title>&a29;</title></item></rss>")),
              "bad_xml ");
    const std::string long_entity =
        "<!DOCTYPE r [<!ENTITY a \"" + std::string(200, 'x') + "\">]><rss><item><title>";
    EXPECT_EQ(codes(read_as(RecordFormat::feed, long_entity + repeated("&a;", many))), "bad_xml ");
    for (const RecordFormat format : {RecordFormat::json_feed, RecordFormat::ninjs}) {
        read_as(format, repeated("[", many));
        read_as(format, repeated("{\"items\":[", many));
        read_as(format, repeated("{\n", many));
        read_as(format, "{\"items\":[" + repeated("{\"a\":", many) + "]}");
        read_as(format, repeated("\"", many));
    }
    const std::string part = "--b\nContent-Type: multipart/mixed; boundary=b\n\n";
    read_as(RecordFormat::mhtml, "Content-Type: multipart/mixed; boundary=b\n\n" + repeated(part, 20'000));
    read_as(RecordFormat::mhtml, "Subject: " + repeated("=?", many) + "\n\nx");
    read_as(RecordFormat::mhtml, "Subject: " + repeated("=?a?b?", many) + "\n\nx");
    read_as(RecordFormat::mhtml, "Content-Type: " + repeated(";a", many) + "\n\nx");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

// What is cut anywhere gives pages or problems, and never less from more.
TEST(RecordFormats, FilesCutAnywhere) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".records") continue;
        const std::string bytes = slurp(entry.path());
        const RecordFormat format = sniff(bytes, "", "");
        std::size_t before = 0;
        for (std::size_t size = 0; size < bytes.size(); size += 7) {
            const Records records = read_as(format, bytes.substr(0, size));
            EXPECT_GE(records.pages.size() + 1, before) << entry.path() << " " << size;
            before = records.pages.size();
        }
    }
}

}  // namespace
}  // namespace isnad::source
