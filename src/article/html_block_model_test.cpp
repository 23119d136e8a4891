#include "article/html_block_model.h"

#include <gtest/gtest.h>

#include "article/html_block_features.h"

namespace isnad::article {
namespace {

// A page of two containers: three lines of a menu, and an article of `lines` lines.
struct SmallPage {
    Page page;

    explicit SmallPage(std::size_t lines) {
        auto markup = std::make_shared<Markup>();
        markup->containers.resize(3);
        markup->containers[1].parent = markup->containers[2].parent = 0;
        for (std::size_t i = 0; i < lines + 3; ++i) {
            MarkupBlock block;
            block.span.begin = static_cast<std::uint32_t>(page.text.size());
            page.text += i < 3 ? "menu" : "one two three, four five six seven eight nine ten eleven twelve.";
            block.span.end = static_cast<std::uint32_t>(page.text.size());
            page.text += '\n';
            block.container = i < 3 ? 1 : 2;
            block.link_bytes = i < 3 ? block.span.size() : 0;
            markup->blocks.push_back(block);
        }
        markup->containers[0].end_block = markup->containers[2].end_block =
            static_cast<std::uint32_t>(markup->blocks.size());
        markup->containers[1].end_block = markup->containers[2].first_block = 3;
        page.markup = std::move(markup);
    }
};

lexicon::LexiconPtr news() { return lexicon::Lexicon::open(ISNAD_LEXICON).value(); }

TEST(BlockModel, IsPartOfTheLexicon) {
    const BlockModel model(*news());
    ASSERT_FALSE(model.empty());
}

TEST(BlockModel, EveryBlockHasARow) {
    const auto lexicon = news();
    const ChromeMarks marks(*lexicon);
    for (const std::size_t lines : {0u, 1u, 7u, 300u}) {
        const SmallPage small(lines);
        const NormalText normal = normalise(small.page.text);
        const PageFeatures features = features_of(small.page, normal, marks);
        const BlockRows rows = rows_of_blocks(small.page, features, std::nullopt, std::nullopt);
        EXPECT_EQ(rows.width, block_columns().size());
        EXPECT_EQ(rows.values.size(), rows.width * small.page.markup->blocks.size());
        const BlockRows chosen = rows_of_blocks(small.page, features, 2, 0);
        EXPECT_EQ(chosen.values.size(), rows.values.size());
    }
}

TEST(BlockModel, TextScoresHigherThanAMenu) {
    const auto lexicon = news();
    const ChromeMarks marks(*lexicon);
    const BlockModel model(*lexicon);
    const SmallPage small(8);
    const NormalText normal = normalise(small.page.text);
    const PageFeatures features = features_of(small.page, normal, marks);
    const BlockRows rows = rows_of_blocks(small.page, features, 2, std::nullopt);
    const std::vector<float> scores = model.scores(rows);
    EXPECT_GT(scores[6], scores[1] + 2);
}

}  // namespace
}  // namespace isnad::article
