#include "engine/publish_infer.h"

#include <gtest/gtest.h>

#include "engine/analyze.h"
#include "source/plain_text.h"
#include "tests/sentences.h"
#include "tests/tsv_cases.h"

namespace isnad::engine {
namespace {

const Knowledge& knowledge() {
    static const Knowledge instance(test_lexicon());
    return instance;
}

// Columns: what, day of fetch, text, inferred value, reference date.
TEST(PublishInfer, WhatTheTextLeavesPossible) {
    for (const auto& row : tsv_cases("src/engine/publish_infer_test.tsv", 5)) {
        source::Origin origin{.path = "page.txt"};
        origin.fetched = parse_iso_day(row.cells[1]);
        const PageAnalysis read =
            analyze(source::read_plain_text(row.cells[2] + "\n", std::move(origin)), knowledge());
        ASSERT_EQ(read.articles.size(), 1u) << row.place;
        const Analysis& article = read.articles.front();
        std::string inferred, why;
        for (const DatedBy& date : article.date_candidates) {
            if (date.basis != "inferred") continue;
            inferred = date.value;
            why = date.why;
        }
        EXPECT_EQ(inferred, row.cells[3]) << row.place << ' ' << row.cells[0] << ": " << why;
        EXPECT_EQ(article.reference_date ? article.reference_date->value : "", row.cells[4])
            << row.place << ' ' << row.cells[0] << ": " << why;
        EXPECT_TRUE(!article.published || article.published->basis == "text") << row.place;
    }
}

TEST(PublishInfer, DaysDoNotHangOnAnInterval) {
    const std::string text = tsv_cases("src/engine/publish_infer_test.tsv", 5)[1].cells[2];
    source::Origin origin{.path = "page.txt"};
    const PageAnalysis read = analyze(source::read_plain_text(text + "\n", std::move(origin)), knowledge());
    ASSERT_EQ(read.articles.size(), 1u);
    std::string values;
    for (const Time& time : read.articles[0].times) values += time.value + ' ';
    EXPECT_EQ(values, " 2018-06-12 2018 ");  // yesterday, Tuesday 12 June, the current year 2018
}

times::DayBound bound(const char* from, const char* to) {
    return {{{*parse_iso_day(from), *parse_iso_day(to)}}, "the test says so", {}};
}

TEST(PublishInfer, ContradictionsAndOpenEndsGiveNothing) {
    EXPECT_FALSE(infer_date({}, {}));
    EXPECT_FALSE(infer_date({bound("2010-01-01", "2035-12-31")}, {}));
    EXPECT_FALSE(infer_date({bound("2010-01-01", "2011-01-01"), bound("2012-01-01", "2013-01-01")}, {}));
    EXPECT_FALSE(infer_date({bound("2012-01-01", "2013-01-01")}, parse_iso_day("2011-01-01")));
    EXPECT_EQ(infer_date({bound("2010-01-01", "2012-01-01"), bound("2011-06-01", "2013-01-01")}, {})->value,
              "2011-06-01/2012-01-01");
    EXPECT_EQ(infer_date({bound("2010-01-01", "2035-12-31")}, parse_iso_day("2010-01-04"))->value,
              "2010-01-01/2010-01-05");
    EXPECT_FALSE(infer_date({bound("0001-01-01", "9999-12-31")}, {}));
}

}  // namespace
}  // namespace isnad::engine
