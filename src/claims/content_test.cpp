#include "claims/content.h"

#include <gtest/gtest.h>

namespace isnad::claims {
namespace {

Content content(std::initializer_list<Term> terms) {
    Content out(terms);
    unify(out);
    return out;
}

TEST(Content, TermsStandInOrderOnce) {
    const Content some = content({{3, 1.0F}, {1, 0.5F}, {3, 1.0F}});
    ASSERT_EQ(some.size(), 2u);
    EXPECT_EQ(some[0].key, 1u);
    EXPECT_DOUBLE_EQ(weight_of(some), 1.5);
}

TEST(Content, LikenessCountsWeightAndNotWords) {
    const Content a = content({{1, 1.0F}, {2, 1.0F}, {3, 0.25F}});
    const Content b = content({{1, 1.0F}, {4, 1.0F}});
    EXPECT_DOUBLE_EQ(shared_weight(a, b), 1.0);
    EXPECT_DOUBLE_EQ(resemblance(a, b), 1.0 / 3.25);
    EXPECT_DOUBLE_EQ(containment(a, b), 0.5);
    EXPECT_DOUBLE_EQ(resemblance(a, a), 1.0);
}

TEST(Content, NothingIsLikeNothing) {
    EXPECT_EQ(resemblance({}, {}), 0);
    EXPECT_EQ(containment({}, content({{1, 1.0F}})), 0);
}

}  // namespace
}  // namespace isnad::claims
