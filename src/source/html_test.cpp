#include "source/html.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "source/charset.h"
#include "source/read_page.h"
#include "tests/tsv_cases.h"

namespace isnad::source {
namespace {

PagePtr page_of(std::string bytes) {
    return read_html(std::move(bytes), {.path = "p", .address = {}, .fetched = {}});
}

std::string codes(const Page& page) {
    std::string out;
    for (const Problem& problem : page.problems)
        out += problem.code + "@" + std::to_string(problem.byte.value_or(0)) + " ";
    return out;
}

std::string many_times(std::string_view what, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += what;
    return out;
}

const MetaFact* fact(const Page& page, std::string_view name) {
    for (const MetaFact& f : page.markup->facts) {
        if (f.name == name) return &f;
    }
    return nullptr;
}

// Spans of the blocks must be those of the lines of the text.
void expect_sound(const Page& page) {
    std::uint32_t last = 0;
    for (const MarkupBlock& block : page.markup->blocks) {
        ASSERT_LE(last, block.span.begin);
        ASSERT_LT(block.span.begin, block.span.end);
        ASSERT_LE(block.span.end, page.text.size());
        ASSERT_LT(block.container, page.markup->containers.size());
        last = block.span.end;
    }
    for (const Container& container : page.markup->containers) {
        ASSERT_LE(container.first_block, container.end_block);
        ASSERT_LE(container.end_block, page.markup->blocks.size());
    }
}

// Columns: HTML, the lines of the text divided by " | ".
TEST(Html, TextOfMarkup) {
    for (const TsvCase& row : tsv_cases("src/source/html_test.tsv", 2)) {
        const PagePtr page = page_of(row.cells[0]);
        std::string lines;
        for (const MarkupBlock& block : page->markup->blocks)
            lines += (lines.empty() ? "" : " | ") + std::string(page->slice(block.span));
        EXPECT_EQ(lines, row.cells[1]) << row.place;
        expect_sound(*page);
    }
}

TEST(Html, FactsHaveTheirBytes) {
    const std::string bytes =
        "\xEF\xBB\xBF<html lang=ar><meta property='og:title' content='A &amp; B'><title> C\n D </title>";
    const PagePtr page = page_of(bytes);
    ASSERT_NE(fact(*page, "og:title"), nullptr);
    EXPECT_EQ(fact(*page, "og:title")->value, "A & B");
    const auto place = fact(*page, "og:title")->bytes;
    ASSERT_TRUE(place);
    EXPECT_EQ(bytes.substr(place->begin, place->end - place->begin), "A &amp; B");
    EXPECT_EQ(fact(*page, "title")->value, "C D");
    EXPECT_EQ(page->markup->first(MetaField::title), "A & B");
    EXPECT_EQ(fact(*page, "lang")->value, "ar");
}

TEST(Html, JsonLd) {
    const PagePtr page = page_of(R"(<script type="application/ld+json">[{"@type":"WebSite","name":"w"},
        {"@graph":[{"@type":["Thing","NewsArticle"],"headline":"H
        line","datePublished":"2030-01-02","author":{"name":"N"},"publisher":{"name":"P"}}]}]</script>)");
    EXPECT_EQ(page->markup->first(MetaField::title), "H line");
    EXPECT_EQ(page->markup->first(MetaField::published), "2030-01-02");
    EXPECT_EQ(page->markup->first(MetaField::author), "N");
    EXPECT_EQ(page->markup->first(MetaField::site), "P");
    EXPECT_EQ(codes(*page_of("<script type='application/ld+json'>{]</script>")), "bad_json_ld@35 ");
    EXPECT_EQ(
        page_of("<script type='application/ld+json'>" + many_times("[", 100'000) + "</script><p>x")->text,
        "x\n");
}

TEST(Html, CharacterSets) {
    const std::string word = "\xE3\xD1\xCD\xC8\xC7";  // five letters of windows-1256
    const PagePtr declared =
        page_of("<meta http-equiv=x content='text/html; charset=Windows-1256'><p>" + word);
    EXPECT_EQ(declared->charset, "windows-1256");
    EXPECT_EQ(page_of("<p>" + word)->text, declared->text);
    EXPECT_EQ(declared->text.size(), 11u);
    const PagePtr unknown = page_of("<meta charset=klingon-8><p>" + word);
    EXPECT_EQ(unknown->charset, "windows-1256");
    EXPECT_EQ(codes(*unknown), "unknown_charset@14 charset_guessed@0 ");
    EXPECT_EQ(page_of("<meta charset=windows-1256><p>\xD9\x85\xD8\xB1")->charset, "utf-8");
    const std::string wide("\xFF\xFE<\0p\0>\0a\0", 10);
    EXPECT_EQ(page_of(wide)->charset, "utf-16le");
    EXPECT_EQ(page_of(wide)->text, "a\n");
    EXPECT_EQ(page_of("<meta charset=utf-8><p>a\xFF")->text, "a\xEF\xBF\xBD\n");
}

TEST(Html, BytesOfSingleByteSets) {
    const std::string bytes =
        "<meta charset=windows-1256><p>\xE3\xD1</p><meta name=author content='\xC7\xC8'>";
    const PagePtr page = page_of(bytes);
    ASSERT_NE(fact(*page, "author"), nullptr);
    const auto place = fact(*page, "author")->bytes;
    ASSERT_TRUE(place);
    EXPECT_EQ(bytes.substr(place->begin, place->end - place->begin), "\xC7\xC8");
}

TEST(Html, WhatIsWrongHasItsPlace) {
    EXPECT_EQ(codes(*page_of("")), "empty@0 ");
    EXPECT_EQ(codes(*page_of("<p>a<!-- b <p>c")), "unclosed_comment@4 ");
    EXPECT_EQ(codes(*page_of("<p>a</p><p class=\"x>b</p>")), "unclosed_quote@17 ");
    EXPECT_EQ(codes(*page_of("<p>a</p><p class")), "cut_tag@8 ");
    EXPECT_EQ(codes(*page_of("<script>a")), "unclosed_script@0 ");
    EXPECT_EQ(codes(*page_of(std::string("<p>a\0b", 6))), "nul_bytes@4 ");
    EXPECT_EQ(codes(*page_of("<p>a\xE2\x80\xAE"
                             "b")),
              "bidi_controls@0 ");
}

TEST(Html, TextBehindFaultsIsKept) {
    EXPECT_EQ(page_of("<p>a<!-- b> <p>c")->text, "a\nc\n");
    EXPECT_EQ(page_of("<p>a</p><p class=\"x>b</p><p>c")->text, "a\nb\nc\n");
    EXPECT_EQ(page_of("<title>a<p>b")->text, "a\nb\n");
    EXPECT_EQ(page_of("<title><script>alert(1)</script></title><p>b")->text, "b\n");
    EXPECT_EQ(page_of("<svg><text>x</text></svg><p>b<svg>")->text, "b\n");
}

// Each of these takes seconds, gigabytes or the stack of a parser that is not guarded.
TEST(Html, HostilePages) {
    for (const std::string_view piece : {"<div>",
                                         "<table><tr><td><div><b>",
                                         "<b><div></b>x",
                                         "<a href=x><div>y",
                                         "x</body>",
                                         "x<tr>",
                                         "<li><ul>",
                                         "<select>x<div>",
                                         "<button><p>",
                                         "<svg><g>",
                                         "<!-- x ",
                                         "<script>a ",
                                         "<a href=\"x>t ",
                                         "<x-1>",
                                         "</p>x",
                                         "<h1><h2>",
                                         "<table>x<input type=hidden>",
                                         "<form>x",
                                         "&amp;&#x202e;&nope;",
                                         "<frameset><frame>"}) {
        expect_sound(*page_of("<html><body>" + many_times(piece, 20'000) + "<p>z"));
    }
    std::string fonts;
    for (int i = 0; i < 20'000; ++i) fonts += "<font size=" + std::to_string(i) + "><p>w ";
    expect_sound(*page_of(fonts));
    std::string attributes = "<p ";
    for (int i = 0; i < 20'000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
    EXPECT_EQ(codes(*page_of(attributes + ">t")), "too_many_attributes@377 ");
}

TEST(Html, DeepTagsGoAndTheirTextStays) {
    const PagePtr page =
        page_of(many_times("<div>", 10'000) + "deep" + many_times("</div>", 10'000) + "<p>behind");
    EXPECT_EQ(page->text, "deep\nbehind\n");
    EXPECT_EQ(codes(*page), "too_deep@" + std::to_string(limits::html_depth * 5) + " ");
}

TEST(Html, WhatIsHtml) {
    EXPECT_TRUE(is_html("<!DOCTYPE html><p>a", "x.txt"));
    EXPECT_TRUE(is_html("\xEF\xBB\xBF \n<!-- c --><HTML>", ""));
    EXPECT_TRUE(is_html("text <b>bold</b>", "a.HTM"));
    EXPECT_TRUE(is_html("<div><p>a</p><br></div>", ""));
    EXPECT_FALSE(is_html("no tags at all", "a.html"));
    EXPECT_FALSE(is_html("3 < 4 and <b>one tag</b>", ""));
    EXPECT_FALSE(is_html("", "a.html"));
}

}  // namespace
}  // namespace isnad::source
