// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_curve.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

TEST(OutcomeCurve, IsTheSameAfterJson)
{
    const OutcomeCurve curve{QStringLiteral("cost"),
                             {QStringLiteral("曲线"), QStringLiteral("Curve")},
                             {QStringLiteral("占比"), QStringLiteral("Share")},
                             QStringLiteral("%"),
                             {QStringLiteral("投资"), QStringLiteral("Cost")},
                             QStringLiteral("元"),
                             {{10, 0}, {20.5, 1e9}}};
    const auto again = curvesFromJson(curvesToJson({curve}));
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].id, curve.id);
    EXPECT_EQ(again[0].name, curve.name);
    EXPECT_EQ(again[0].xName, curve.xName);
    EXPECT_EQ(again[0].xUnit, curve.xUnit);
    EXPECT_EQ(again[0].yName, curve.yName);
    EXPECT_EQ(again[0].yUnit, curve.yUnit);
    ASSERT_EQ(again[0].points.size(), 2U);
    EXPECT_EQ(again[0].points[1].x, 20.5);
    EXPECT_EQ(again[0].points[1].y, 1e9);
}

TEST(OutcomeCurve, WhatIsNoCurveIsLeftOut)
{
    EXPECT_TRUE(curvesFromJson({1, QStringLiteral("x"), QJsonObject{}}).empty());
    EXPECT_TRUE(curvesToJson({}).isEmpty());
}

} // namespace
} // namespace cuntu
