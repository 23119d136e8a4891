// What metadata state, form by form; who the page is about; hostile metadata.
#include <gtest/gtest.h>

#include "base/limits.h"
#include "source/html.h"

namespace isnad::source {
namespace {

PagePtr read(std::string bytes) {
    Origin origin;
    origin.path = "p";
    return read_html(std::move(bytes), std::move(origin));
}

std::string script(std::string_view json) {
    return "<script type='application/ld+json'>" + std::string(json) + "</script>";
}

// All values of a field, by source when one is asked for, divided by " | ".
std::string all(const Page& page, MetaField field, std::optional<MetaSource> source = {}) {
    std::string out;
    for (const MetaFact& fact : page.markup->facts) {
        if (fact.field != field || (source && fact.source != *source)) continue;
        out += (out.empty() ? "" : " | ") + fact.value;
    }
    return out;
}

std::string first(const MetaItem& item, MetaField field) {
    for (const MetaFact& fact : item.facts) {
        if (fact.field == field) return fact.value;
    }
    return {};
}

std::string repeated(std::string_view what, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += what;
    return out;
}

TEST(HtmlMetadata, AbbreviationsOfHAtom) {
    const PagePtr item = read(
        "<div itemscope itemtype='http://schema.org/BlogPosting'><p>text</p>"
        "<abbr class='published' itemprop='datePublished' "
        "title='2033-05-07T09:00:00+03:00'>9:00</abbr></div>");
    EXPECT_EQ(all(*item, MetaField::published), "2033-05-07T09:00:00+03:00");
    const PagePtr bare = read("<p>text <abbr class='published' title='2033-05-07'>7 May</abbr></p>");
    EXPECT_EQ(all(*bare, MetaField::time), "2033-05-07");
    const PagePtr word = read("<p><abbr title='World Health Organization'>WHO</abbr></p>");
    EXPECT_EQ(all(*word, MetaField::time), "");
}

TEST(HtmlMetadata, GraphWithIds) {
    const PagePtr page = read(script(R"({"@graph":[
        {"@type":"WebPage","@id":"#w","name":"Page","datePublished":"2001-01-01"},
        {"@type":"Person","@id":"#a","name":"Ann Reed"},
        {"@type":"ImageObject","@id":"#i","url":"https://x.example/p.jpg","caption":"A bridge","creditText":"Joe"},
        {"@type":"http://schema.org/NewsArticle","headline":"H","author":[{"@id":"#a"},"Bob Hill"],
         "publisher":{"@type":"Organization","name":"The Pier"},"image":{"@id":"#i"},"isPartOf":{"@id":"#w"},
         "articleSection":["World","Asia"],"keywords":"sea, ships","dateModified":"2031-01-03",
         "datePublished":"2031-01-02","inLanguage":{"@type":"Language","name":"ar"},"articleBody":"One.\nTwo.",
         "mainEntityOfPage":{"@id":"https://x.example/1"}}]})"));
    EXPECT_EQ(all(*page, MetaField::title), "H");
    EXPECT_EQ(all(*page, MetaField::author), "Ann Reed | Bob Hill");
    EXPECT_EQ(all(*page, MetaField::site), "The Pier");
    EXPECT_EQ(all(*page, MetaField::section), "World | Asia");
    EXPECT_EQ(all(*page, MetaField::keyword), "sea, ships");
    EXPECT_EQ(all(*page, MetaField::published), "2031-01-02");
    EXPECT_EQ(all(*page, MetaField::modified), "2031-01-03");
    EXPECT_EQ(all(*page, MetaField::language), "ar");
    EXPECT_EQ(all(*page, MetaField::text), "One.\nTwo.");
    ASSERT_EQ(page->markup->images.size(), 1u);
    EXPECT_EQ(page->markup->images[0].address, "https://x.example/p.jpg");
    EXPECT_EQ(page->markup->images[0].description, "A bridge");
    EXPECT_EQ(page->markup->images[0].credit, "Joe");
}

TEST(HtmlMetadata, ShortValuesHaveTheirBytes) {
    const std::string bytes =
        script(R"({"@type":"NewsArticle","headline":"H","datePublished":"2031-01-02"})");
    const PagePtr page = read(bytes);
    for (const MetaFact& fact : page->markup->facts) {
        if (fact.field != MetaField::published) continue;
        ASSERT_TRUE(fact.bytes);
        EXPECT_EQ(bytes.substr(fact.bytes->begin, fact.bytes->end - fact.bytes->begin), "2031-01-02");
    }
}

TEST(HtmlMetadata, PostsOfALiveBlog) {
    const PagePtr page =
        read(script(R"({"@type":"LiveBlogPosting","headline":"All day","datePublished":"2031-05-01",
        "liveBlogUpdate":[{"@type":"BlogPosting","headline":"First","datePublished":"2031-05-01T08:00Z"},
                          {"@type":"BlogPosting","headline":"Second","datePublished":"2031-05-01T09:00Z"}]})"));
    EXPECT_EQ(all(*page, MetaField::title), "All day");
    EXPECT_EQ(all(*page, MetaField::published), "2031-05-01");
    ASSERT_EQ(page->markup->items.size(), 2u);
    EXPECT_EQ(page->markup->items[1].relation, MetaItem::Relation::post);
    EXPECT_EQ(first(page->markup->items[1], MetaField::title), "Second");
    EXPECT_EQ(first(page->markup->items[1], MetaField::published), "2031-05-01T09:00Z");
}

TEST(HtmlMetadata, TheSubjectIsThePagesOwnArticle) {
    const std::string two =
        script(R"([{"@type":"NewsArticle","headline":"Another one of the day","datePublished":"2030-01-01"},
        {"@type":"NewsArticle","headline":"The bridge reopens","datePublished":"2031-02-02"}])");
    const PagePtr page = read("<meta property='og:title' content='The bridge reopens'>" + two);
    EXPECT_EQ(all(*page, MetaField::published), "2031-02-02");
    ASSERT_EQ(page->markup->items.size(), 1u);
    EXPECT_EQ(first(page->markup->items[0], MetaField::published), "2030-01-01");
    const PagePtr list = read(script(R"({"@type":"ItemList","itemListElement":[
        {"@type":"ListItem","item":{"@type":"NewsArticle","headline":"a","datePublished":"2030-01-01"}},
        {"@type":"ListItem","item":{"@type":"NewsArticle","headline":"b","datePublished":"2030-01-02"}}]})"));
    EXPECT_EQ(all(*list, MetaField::published), "");
    EXPECT_EQ(list->markup->items.size(), 2u);
    const PagePtr video = read(script(R"([{"@type":"VideoObject","name":"v","uploadDate":"2020-01-01"},
        {"@type":"Article","headline":"a","datePublished":"2031-01-01"}])"));
    EXPECT_EQ(all(*video, MetaField::published), "2031-01-01");
}

TEST(HtmlMetadata, MicrodataHasScopes) {
    const PagePtr page = read(R"(<div itemscope itemtype="https://schema.org/NewsArticle">
        <h1 itemprop="headline">The bridge reopens</h1>
        <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/ann">
          <span itemprop="name">Ann Reed</span></a></span>
        <div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="The Pier"></div>
        <div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><meta itemprop="url" content="/p.jpg"></div>
        <time itemprop="datePublished" datetime="2031-02-02T10:00Z">2 Feb</time><p itemprop="articleBody">Text.</p>
        <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Troll</span>
          <time itemprop="datePublished" datetime="2031-02-05">5 Feb</time></div></div>)");
    const auto from = MetaSource::microdata;
    EXPECT_EQ(all(*page, MetaField::title, from), "The bridge reopens");
    EXPECT_EQ(all(*page, MetaField::author, from), "Ann Reed");
    EXPECT_EQ(all(*page, MetaField::site, from), "The Pier");
    EXPECT_EQ(all(*page, MetaField::published, from), "2031-02-02T10:00Z");
    ASSERT_FALSE(page->markup->images.empty());
    EXPECT_EQ(page->markup->images[0].address, "/p.jpg");
}

TEST(HtmlMetadata, Rdfa) {
    const PagePtr page = read(R"(<meta property="schema:datePublished" content="2031-02-02">
        <div typeof="sioc:Item foaf:Document"><span property="dc:title" content="The bridge"></span>
        <span property="dc:date dc:created" content="2031-02-03T08:00"></span>
        <a typeof="sioc:UserAccount" property="foaf:name">webmaster</a></div>)");
    EXPECT_EQ(all(*page, MetaField::title), "The bridge");
    EXPECT_EQ(all(*page, MetaField::published), "2031-02-02 | 2031-02-03T08:00");
    EXPECT_EQ(all(*page, MetaField::author), "");
}

TEST(HtmlMetadata, NamesOfMeta) {
    const PagePtr page = read(
        "<meta name='DC.Date.Issued' content='2031-01-01'><meta name='dcterms.creator' content='Ann'>"
        "<meta name='parsely-section' content='World'><meta name='sailthru.tags' content='a, b'>"
        "<meta name='cXenseParse:recs:publishtime' content='2031-01-02'><meta property='article:section' "
        "content='Asia'>"
        "<meta property='og:image' content='/p.jpg'><meta property='og:image:alt' content='A bridge'>"
        "<link rel='canonical' href='https://x.example/1'><meta name='viewport' content='width=1'>");
    EXPECT_EQ(all(*page, MetaField::published), "2031-01-01 | 2031-01-02");
    EXPECT_EQ(all(*page, MetaField::author), "Ann");
    EXPECT_EQ(all(*page, MetaField::section), "World | Asia");
    EXPECT_EQ(all(*page, MetaField::keyword), "a, b");
    EXPECT_EQ(all(*page, MetaField::canonical), "https://x.example/1");
    EXPECT_EQ(all(*page, MetaField::image), "A bridge");
    ASSERT_EQ(page->markup->images.size(), 1u);
}

TEST(HtmlMetadata, PicturesAndLinksOfTheText) {
    const PagePtr page = read(
        "<p>one</p><figure><img data-src='/a.jpg' src='data:x' alt='A'><figcaption>c <span "
        "class=credit>Joe</span>"
        "</figcaption></figure><img src=/count.gif width=1 height=1><noscript><img src=/n.jpg></noscript>"
        "<p class=tags><a href=1>x</a> <a href=2>y z</a> <i class='fa fa-user'></i></p>");
    ASSERT_EQ(page->markup->images.size(), 1u);
    EXPECT_EQ(page->markup->images[0].address, "/a.jpg");
    EXPECT_EQ(page->markup->images[0].block, 1u);
    std::string inlines;
    for (const InlineSpan& one : page->markup->inlines)
        inlines += std::string(page->slice(one.span)) + (one.link ? "+" : "") + "@" +
                   std::to_string(one.block) + " ";
    EXPECT_EQ(inlines, "Joe@1 x+@2 y z+@2 ");
}

TEST(HtmlMetadata, TextThatStandsInTheMetadataOnly) {
    const std::string body =
        repeated("The crossing was closed for three weeks after the flood of March. ", 6);
    const std::string json =
        R"({"@type":"NewsArticle","headline":"The bridge reopens","articleBody":")" + body + R"("})";
    const PagePtr shell = read(script(json) + "<div id=root>Loading</div>");
    EXPECT_EQ(shell->problems.size(), 1u);
    EXPECT_EQ(shell->problems.at(0).code, "text_from_metadata");
    EXPECT_EQ(shell->text.find("Loading\nThe bridge reopens\nThe crossing was closed"), 0u);
    EXPECT_NE(shell->markup->blocks.back().hints & hint::body, 0u);
    const PagePtr shown =
        read(script(json) + "<p>The crossing was closed for three weeks after the flood of March. More.");
    EXPECT_TRUE(shown->problems.empty());
    const PagePtr tags =
        read(script(R"({"@type":"NewsArticle","articleBody":"<p>)" + body + "<p>" + body + R"("})"));
    EXPECT_EQ(tags->markup->blocks.size(), 1u) << "no end tag: a text with a sign of its own";
}

TEST(HtmlMetadata, HostileMetadataEnds) {
    const std::string deep =
        repeated(R"({"@type":"NewsArticle","author":)", 10'000) + "1" + repeated("}", 10'000);
    EXPECT_EQ(read(script(deep))->problems.at(0).code, "bad_json_ld");
    std::string many;
    for (int i = 0; i < 10'000; ++i) {
        many += many.empty() ? "" : ",";
        many += R"({"@type":"NewsArticle","@id":"#)" + std::to_string(i) + R"(","author":{"@id":"#)" +
                std::to_string((i + 1) % 10'000) + R"("},"headline":"h"})";
    }
    const PagePtr page = read(script("[" + many + "]"));
    EXPECT_LE(page->markup->items.size(), limits::metadata_items);
    EXPECT_LE(page->markup->facts.size(), limits::metadata_facts);
    const PagePtr words =
        read("<meta name=keywords content='" + repeated("word,", 200'000) + "'>" +
             repeated("<img src=/a.jpg>", 5'000) + repeated("<span itemprop=author itemscope>", 5'000));
    EXPECT_LE(words->markup->images.size(), limits::images_per_page);
    EXPECT_EQ(all(*words, MetaField::keyword), "");
}

}  // namespace
}  // namespace isnad::source
