// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/baseline.h"
#include "core/progress/figure_change.h"

#include "tests/support/fake_project.h"

#include <gtest/gtest.h>

#include <random>

namespace cuntu {
namespace {

Indicator share()
{
    Indicator made;
    made.kind = Indicator::Kind::Ratio;
    made.unit = QStringLiteral("%");
    return made;
}

class FigureChangeTest : public testing::Test {
protected:
    IndicatorSet set(std::vector<Contribution> items) const { return {m_layer, std::move(items)}; }

    static Immutable<LayerSnapshot> layerOf(int rows)
    {
        test::FakeLayer layer("places");
        for (int i = 0; i < rows; ++i) {
            layer.row({});
        }
        return layer.build();
    }

    Immutable<LayerSnapshot> m_layer = layerOf(12);
};

TEST_F(FigureChangeTest, EveryChangeHasItsCause)
{
    // Row: 0 done since, 1 lost, 2 left, 3 joined, 4 entered late, 5 corrected, 6 nothing.
    const IndicatorSet then = set({{0, 0, 1}, {1, 1, 1}, {2, 1, 1}, {4, 0, 1}, {5, 1, 1}, {6, 1, 1}});
    const IndicatorSet thenAsKnown = set({{0, 0, 1}, {1, 1, 1}, {2, 1, 1}, {4, 1, 1}, {5, 0, 1}, {6, 1, 1}});
    const IndicatorSet now = set({{0, 1, 1}, {1, 0, 1}, {3, 1, 1}, {4, 1, 1}, {5, 0, 1}, {6, 1, 1}});
    const FigureChange why = whyChanged(share(), then, thenAsKnown, now, {m_layer->id(5)});
    ASSERT_EQ(why.steps.size(), 6u);
    const auto is = [&](std::size_t i, ChangeCause cause, double numerator, double denominator, std::uint32_t row) {
        EXPECT_EQ(why.steps[i].cause, cause);
        EXPECT_EQ(why.steps[i].numerator, numerator);
        EXPECT_EQ(why.steps[i].denominator, denominator);
        EXPECT_EQ(why.steps[i].rows, std::vector<std::uint32_t>{row});
    };
    is(0, ChangeCause::Corrected, -1, 0, 5);
    is(1, ChangeCause::LateEntry, 1, 0, 4);
    is(2, ChangeCause::Left, -1, -1, 2);
    is(3, ChangeCause::Joined, 1, 1, 3);
    is(4, ChangeCause::Lost, -1, 0, 1);
    is(5, ChangeCause::Done, 1, 0, 0);
}

TEST_F(FigureChangeTest, StepsAddUpWhateverHappened)
{
    std::mt19937 random(3);
    const auto some = [&] {
        std::vector<Contribution> items;
        for (std::uint32_t row = 0; row < 12; ++row) {
            if (random() % 4 != 0) {
                const auto size = static_cast<double>(1 + random() % 9);
                items.push_back({row, random() % 2 == 0 ? 0 : size, size});
            }
        }
        return set(items);
    };
    for (int round = 0; round < 1000; ++round) {
        const IndicatorSet then = some();
        const IndicatorSet known = some();
        const IndicatorSet now = some();
        const FigureChange why = whyChanged(share(), then, known, now, {m_layer->id(random() % 12)});
        double numerator = why.fromNumerator;
        double denominator = why.fromDenominator;
        double value = valueOf(share(), numerator, denominator).value_or(0);
        for (const ChangeStep &step : why.steps) {
            EXPECT_FALSE(step.rows.empty());
            EXPECT_TRUE(std::is_sorted(step.rows.begin(), step.rows.end()));
            numerator += step.numerator;
            denominator += step.denominator;
            value += step.value;
        }
        EXPECT_NEAR(numerator, why.toNumerator, 1e-9);
        EXPECT_NEAR(denominator, why.toDenominator, 1e-9);
        EXPECT_NEAR(value, valueOf(share(), why.toNumerator, why.toDenominator).value_or(0), 1e-9);
    }
}

TEST(Baseline, AdditionsAreShownApartAndWhatLeftStaysInTheDenominator)
{
    const FrozenFigure figure =
        frozenFigure({{1, 0, 30}, {2, 30, 30}, {4, 0, 20}}, {{0, 5, 5}, {1, 35, 35}, {4, 10, 20}, {9, 0, 7}});
    EXPECT_EQ(figure.base.denominator, 80);
    EXPECT_EQ(figure.base.numerator, 40) << "30 of the first, however much it grew, and 10 of the last";
    EXPECT_EQ(figure.added.numerator, 5);
    EXPECT_EQ(figure.added.denominator, 12);
}

TEST(Baseline, WithoutChangesItIsThePlainFigure)
{
    const std::vector<Contribution> items{{0, 1, 1}, {3, 0, 1}};
    const FrozenFigure figure = frozenFigure(items, items);
    EXPECT_EQ(figure.base.numerator, 1);
    EXPECT_EQ(figure.base.denominator, 2);
    EXPECT_EQ(figure.added.denominator, 0);
}

} // namespace
} // namespace cuntu
