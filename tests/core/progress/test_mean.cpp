// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/figure_text.h"
#include "core/progress/indicator.h"

#include <gtest/gtest.h>

#include "tests/support/fake_project.h"

namespace cuntu {
namespace {

TEST(Mean, IsTheSumOverTheCountInItsOwnUnit)
{
    Indicator indicator;
    indicator.kind = Indicator::Kind::Mean;
    EXPECT_EQ(valueOf(indicator, 60000, 40), 1500);
    EXPECT_EQ(valueOf(indicator, 60000, 0), std::nullopt);
    EXPECT_EQ(valueOf(indicator, 0, 40), 0);
    EXPECT_EQ(figureText(1500.456, QStringLiteral("元"), 1500.46), QStringLiteral("1500.45 元"))
        << "not rounded up to what was promised";
}

TEST(Mean, OfAnAreaIsTheMeanOfAllInIt)
{
    test::FakeLayer layer("households");
    layer.area("village")
        .row({{"village", "361126001001"}})
        .row({{"village", "361126001001"}})
        .row({{"village", "361126001002"}});
    const AreaCode township = *AreaCode::parse(QStringLiteral("361126001"));
    const AreaCode upper = *AreaCode::parse(QStringLiteral("361126001001"));
    const AreaCode lower = *AreaCode::parse(QStringLiteral("361126001002"));
    const AreaTree tree({{township, QStringLiteral("North"), AreaLevel::Township, township.parent(), {}, {}},
                         {upper, QStringLiteral("Upper"), AreaLevel::Village, township, {}, {}},
                         {lower, QStringLiteral("Lower"), AreaLevel::Village, township, {}, {}}},
                        {});
    Indicator indicator;
    indicator.kind = Indicator::Kind::Mean;
    indicator.unit = QStringLiteral("元");
    const IndicatorSet set{layer.build(), {{0, 1000, 1}, {1, 2000, 1}, {2, 6000, 1}}};
    const Day day = *Day::fromYmd(2019, 6, 30);
    const auto villages = figuresByArea(indicator, set, tree, AreaLevel::Village, day, {});
    ASSERT_EQ(villages.size(), 2U);
    EXPECT_EQ(villages[0].value, 1500);
    EXPECT_EQ(villages[1].value, 6000);
    EXPECT_EQ(villages[0].unit, QStringLiteral("元"));
    const auto townships = figuresByArea(indicator, set, tree, AreaLevel::Township, day, {});
    ASSERT_EQ(townships.size(), 1U);
    EXPECT_EQ(townships[0].value, 3000) << "not the mean of the villages' means";
}

} // namespace
} // namespace cuntu
