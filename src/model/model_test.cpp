#include <gtest/gtest.h>

#include "model/document.h"
#include "model/layer.h"

namespace isnad {
namespace {

DocumentPtr document(const std::string& text, std::size_t ordinal, Span block) {
    auto page = std::make_shared<Page>();
    page->text = text;
    Article article;
    article.blocks.push_back({BlockKind::paragraph, block});
    return Document::create(page, ordinal, std::move(article));
}

TEST(Document, IdDerivesFromTheBlocksAndTheOrdinalAlone) {
    EXPECT_EQ(document("one two", 0, {0, 3})->id(), document("one three", 0, {0, 3})->id());
    EXPECT_NE(document("one two", 0, {0, 3})->id(), document("one two", 1, {0, 3})->id());
    EXPECT_NE(document("one two", 0, {0, 3})->id(), document("one two", 0, {4, 7})->id());
    EXPECT_EQ(document("one two", 0, {0, 3})->id().text.size(), 18u);
}

struct Item {
    Span span;
    int number;
};

TEST(Layer, SortsAndFindsByPlace) {
    const Layer<Item> layer({{{8, 9}, 3}, {{0, 2}, 1}, {{3, 7}, 2}});
    EXPECT_EQ(layer[0].number, 1);
    EXPECT_EQ(layer[Id<Item>{2}].number, 3);
    ASSERT_EQ(layer.starting_in({2, 8}).size(), 1u);
    EXPECT_EQ(layer.starting_in({2, 8})[0].number, 2);
    EXPECT_TRUE(layer.starting_in({9, 20}).empty());
}

TEST(Span, HullAndOverlap) {
    EXPECT_EQ(hull(Span{3, 5}, Span{0, 4}), (Span{0, 5}));
    EXPECT_TRUE((Span{0, 4}).overlaps({3, 5}));
    EXPECT_FALSE((Span{0, 3}).overlaps({3, 5}));
}

}  // namespace
}  // namespace isnad
