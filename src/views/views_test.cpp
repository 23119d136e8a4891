#include <gtest/gtest.h>

#include <limits>

#include "lexicon/compiler.h"
#include "views/analysis_json.h"
#include "views/code_points.h"
#include "views/json_writer.h"
#include "views/reading.h"

namespace isnad::views {
namespace {

PageAnalysis page_with_name() {
    auto page = std::make_shared<Page>();
    page->path = "p.txt";
    page->text = "\xD9\x83\xD9\x84\xD8\xA7\xD9\x85 Paris \x1b[31m";
    Article article;
    article.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(page->text.size())}});
    PageAnalysis out;
    out.page = page;
    Analysis analysis;
    analysis.document = Document::create(page, 0, std::move(article));
    Name name;
    name.span = {9, 14};
    name.type = NameType::place;
    name.why = {"test.rule", 0.5F, {}};
    analysis.names = Layer<Name>({name});
    out.articles.push_back(std::move(analysis));
    out.entities.push_back(
        {"e1", NameType::place, "Paris", "Paris", "Q90", Known{"places", "paris"}, {"Paris"}});
    out.entity_of = {{0}};
    return out;
}

TEST(CodePoints, CountsAcrossMarks) {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text +=
            "\xD9\x83"
            "a\xE2\x82\xAC";
    const CodePoints points(text);
    EXPECT_EQ(points.total(), 3000u);
    for (std::uint32_t i = 0; i < 1000; ++i) {
        EXPECT_EQ(points.at(i * 6), i * 3);
        EXPECT_EQ(points.at(i * 6 + 3), i * 3 + 2);
    }
    EXPECT_EQ(points.at(6000), 3000u);
    EXPECT_EQ(points.of({2, 6}), (CodePointSpan{1, 3}));
}

TEST(JsonWriter, EscapesAndSeparates) {
    JsonWriter out;
    out.begin_object().member("a", "x\"\\\n\t\x01").key("b").begin_array().value(1.5).value(15000.0);
    out.value(std::numeric_limits<double>::infinity())
        .value(true)
        .value(CodePointSpan{1, 2})
        .end_array()
        .key("c")
        .begin_object()
        .end_object()
        .end_object();
    EXPECT_EQ(out.text(), "{\"a\":\"x\\\"\\\\\\n\\t\\u0001\",\"b\":[1.5,15000,null,true,[1,2]],\"c\":{}}");
}

TEST(AnalysisJson, SpansAreCodePoints) {
    const std::string json = analysis_json(page_with_name(), "0");
    EXPECT_NE(json.find("\"span\":[5,10],\"text\":\"Paris\",\"type\":\"place\",\"entity\":\"e1\""),
              std::string::npos)
        << json;
    EXPECT_NE(json.find("\"why\":{\"rule\":\"test.rule\",\"weight\":0.5,\"spans\":[]}"), std::string::npos)
        << json;
    EXPECT_NE(json.find("\"wikidata\":\"Q90\""), std::string::npos) << json;
}

TEST(ReadingView, MarksNamesAndLetsNoEscapeSequenceThrough) {
    const auto lexicon = lexicon::Lexicon::from_image(lexicon::compile({}), "empty");
    ASSERT_TRUE(lexicon) << lexicon.error().text();
    const std::string plain =
        reading_view(page_with_name(), {.colour = false, .arabic = false}, *lexicon.value());
    EXPECT_NE(plain.find("\u27E6Paris\u27E7"), std::string::npos) << plain;
    EXPECT_EQ(plain.find('\x1b'), std::string::npos);
    const std::string coloured =
        reading_view(page_with_name(), {.colour = true, .arabic = false}, *lexicon.value());
    EXPECT_NE(coloured.find("\x1b[32mParis\x1b[0m"), std::string::npos) << coloured;
    EXPECT_EQ(coloured.find("\x1b[31m"), std::string::npos) << "the page's own sequence";
}

TEST(UnreadableJson, HasAProblemWithItsPlace) {
    const std::string json = unreadable_json("x", Error{"not_found", "No such file", {.file = "x"}}, "0");
    EXPECT_NE(json.find("\"problems\":[{\"code\":\"not_found\",\"severity\":\"error\",\"what\":\"No such "
                        "file\",\"place\":{\"path\":\"x\"}}]"),
              std::string::npos)
        << json;
}

}  // namespace
}  // namespace isnad::views
