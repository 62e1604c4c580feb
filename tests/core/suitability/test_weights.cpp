// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/value_curve.h"
#include "core/suitability/weights.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {
namespace {

TEST(Curve, IsStraightBetweenItsPoints)
{
    const auto curve = ValueCurve::parse(u"linear 0=1 15=0.6 25=0"_s);
    ASSERT_TRUE(curve);
    EXPECT_EQ(curve->at(-5), 1);
    EXPECT_EQ(curve->at(15), 0.6);
    EXPECT_DOUBLE_EQ(curve->at(20), 0.3);
    EXPECT_EQ(curve->at(INFINITY), 0);
    EXPECT_TRUE(std::isnan(curve->at(NAN)));
    EXPECT_EQ(*ValueCurve::parse(curve->toString()), *curve);
}

TEST(Curve, OfASigmoidIsHalfInTheMiddle)
{
    const auto falling = ValueCurve::parse(u"sigmoid 1000 -200"_s);
    ASSERT_TRUE(falling);
    EXPECT_EQ(falling->at(1000), 0.5);
    EXPECT_NEAR(falling->at(1200), 1 / (1 + std::exp(1)), 1e-12);
    EXPECT_EQ(falling->at(INFINITY), 0);
    EXPECT_EQ(*ValueCurve::parse(falling->toString()), *falling);
}

TEST(Curve, OfClassesKnowsTheRest)
{
    const auto classes = ValueCurve::parse(u"classes 1=1 2=0.5 else=0.1"_s);
    ASSERT_TRUE(classes);
    EXPECT_EQ(classes->at(2), 0.5);
    EXPECT_EQ(classes->at(1.5), 0.1);
}

TEST(Curve, ThatIsNoneIsNamed)
{
    for (const QString &text : {u""_s, u"linear"_s, u"linear 5=1 5=0"_s, u"linear 0=2"_s, u"linear x=1"_s,
                                u"sigmoid 5"_s, u"sigmoid 5 0"_s, u"wave 1 2"_s, u"linear 0=1=2"_s}) {
        const auto curve = ValueCurve::parse(text);
        ASSERT_FALSE(curve) << text.toStdString();
        EXPECT_EQ(curve.error().code, ErrorCode::Invalid);
        EXPECT_FALSE(curve.error().advice.isEmpty());
    }
}

TEST(Weights, ThatDoNotSumAreScaled)
{
    const auto scaled = scaledWeights(std::vector<double>{3, 1, 0});
    ASSERT_TRUE(scaled);
    EXPECT_EQ(scaled->weights, (std::vector<double>{0.75, 0.25, 0}));
    EXPECT_TRUE(scaled->isScaled());
    EXPECT_EQ(scaled->sum, 4);
    EXPECT_FALSE(scaledWeights(std::vector<double>{0.2, 0.8})->isScaled());
    EXPECT_FALSE(scaledWeights(std::vector<double>{0, 0}));
    EXPECT_FALSE(scaledWeights(std::vector<double>{1, -1}));
    EXPECT_FALSE(scaledWeights(std::vector<double>{1, NAN}));
}

TEST(Weights, AreReadFromText)
{
    const auto weights = parseWeights(u"slope = 3; walk=0.5；town=1"_s);
    ASSERT_TRUE(weights);
    EXPECT_EQ(weights->value(u"walk"_s), 0.5);
    EXPECT_EQ(*parseWeights(weightsToText(*weights)), *weights);
    for (const QString &text : {u"slope"_s, u"slope=x"_s, u"slope=-1"_s, u"slope=1; slope=2"_s, u"=1"_s}) {
        EXPECT_FALSE(parseWeights(text)) << text.toStdString();
    }
}

TEST(Pairs, ThatAgreeGiveTheirRatios)
{
    const auto found = weightsFromPairs(3, std::vector<PairwiseJudgement>{{0, 1, 2}, {0, 2, 6}, {1, 2, 3}});
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->weights[0], 0.6, 1e-12);
    EXPECT_NEAR(found->weights[1], 0.3, 1e-12);
    EXPECT_NEAR(found->weights[2], 0.1, 1e-12);
    EXPECT_NEAR(found->eigenvalue, 3, 1e-12);
    EXPECT_NEAR(found->ratio, 0, 1e-12);
    EXPECT_FALSE(found->worst);
}

TEST(Pairs, OfThreeHaveAClosedForm)
{
    // Of three criteria the eigenvector is the geometric mean of the rows, and the largest eigenvalue 1 + r + 1/r with
    // r the cube root of a12 a23 / a13.
    const auto found = weightsFromPairs(3, std::vector<PairwiseJudgement>{{0, 1, 3}, {1, 2, 5}, {0, 2, 2}});
    ASSERT_TRUE(found);
    const double r = std::cbrt(3.0 * 5 / 2);
    EXPECT_NEAR(found->eigenvalue, 1 + r + 1 / r, 1e-10);
    const double index = (1 + r + 1 / r - 3) / 2;
    EXPECT_NEAR(found->index, index, 1e-10);
    EXPECT_NEAR(found->ratio, index / 0.58, 1e-10);
    EXPECT_FALSE(found->isConsistent());
    const double rows[] = {std::cbrt(3.0 * 2), std::cbrt(5.0 / 3), std::cbrt(1.0 / 5 / 2)};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(found->weights[i], rows[i] / (rows[0] + rows[1] + rows[2]), 1e-10);
    }
    ASSERT_TRUE(found->worst);
}

TEST(Pairs, TheOneThatContradictsAllOthersIsTheWorst)
{
    // Weights 8:4:2:1 but for one pair, which says the opposite.
    std::vector<PairwiseJudgement> pairs{{0, 1, 2}, {0, 2, 4}, {0, 3, 8}, {1, 2, 2}, {1, 3, 4}, {2, 3, 2}};
    pairs[4].ratio = 1 / 7.0;
    const auto found = weightsFromPairs(4, pairs);
    ASSERT_TRUE(found && found->worst);
    EXPECT_EQ(found->worst->a, 1U);
    EXPECT_EQ(found->worst->b, 3U);
    EXPECT_GT(found->worstWouldBe, 1 / 7.0);
    EXPECT_GT(found->ratio, 0.1);
}

TEST(Pairs, OutsideTheScaleAreRefused)
{
    EXPECT_FALSE(weightsFromPairs(2, std::vector<PairwiseJudgement>{{0, 1, 10}}));
    EXPECT_FALSE(weightsFromPairs(2, std::vector<PairwiseJudgement>{{0, 0, 1}}));
    EXPECT_FALSE(weightsFromPairs(2, std::vector<PairwiseJudgement>{{0, 2, 1}}));
    EXPECT_FALSE(weightsFromPairs(2, std::vector<PairwiseJudgement>{{0, 1, 2}, {1, 0, 2}}));
}

} // namespace
} // namespace cuntu
