// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/figure_text.h"

#include "core/base/text.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

const QString k_percent = QStringLiteral("%");
const QString k_km = QStringLiteral("km");

TEST(FigureText, PercentagesHaveTwoDecimals)
{
    EXPECT_EQ(figureText(44.4444, k_percent), QStringLiteral("44.44 %"));
    EXPECT_EQ(figureText(66.6667, k_percent), QStringLiteral("66.67 %"));
    EXPECT_EQ(figureText(100, k_percent), QStringLiteral("100.00 %"));
    EXPECT_EQ(figureText(0, k_percent), QStringLiteral("0.00 %"));
}

TEST(FigureText, NeverRoundsUpToThePromise)
{
    EXPECT_EQ(figureText(89.996, k_percent, 90), QStringLiteral("89.99 %"));
    EXPECT_EQ(figureText(89.996, k_percent), QStringLiteral("90.00 %"));
    EXPECT_EQ(figureText(90, k_percent, 90), QStringLiteral("90.00 %"));
    EXPECT_EQ(figureText(99.9996, k_percent), QStringLiteral("99.99 %")) << "all is all";
    EXPECT_EQ(figureText(11.9999, k_km, 12), QStringLiteral("11.99 km"));
}

TEST(FigureText, OtherUnitsHaveNoSuperfluousZeros)
{
    EXPECT_EQ(figureText(48, QStringLiteral("个")), QStringLiteral("48 个"));
    EXPECT_EQ(figureText(3.5, k_km), QStringLiteral("3.5 km"));
    EXPECT_EQ(figureText(1000, {}), QStringLiteral("1000"));
    EXPECT_EQ(figureText(-0.001, k_km), QStringLiteral("0 km"));
    EXPECT_EQ(plainFigureText(3.456, k_km), QStringLiteral("3.46"));
}

TEST(FigureText, UnitsWithoutASymbolAreOfTheLanguage)
{
    const Language before = language();
    setLanguage(Language::English);
    EXPECT_EQ(figureText(48, QStringLiteral("户")), QStringLiteral("48 households"));
    EXPECT_EQ(figureText(0.5, QStringLiteral("元/kWh")), QStringLiteral("0.5 yuan/kWh"));
    EXPECT_EQ(figureText(48, QStringLiteral("个")), QStringLiteral("48")) << "a measure word says no more";
    EXPECT_EQ(figureText(3.5, k_km), QStringLiteral("3.5 km"));
    setLanguage(Language::Chinese);
    EXPECT_EQ(figureText(48, QStringLiteral("户")), QStringLiteral("48 户"));
    setLanguage(before);
}

TEST(FigureText, PersonsAndThingsAreWhole)
{
    EXPECT_EQ(plainFigureText(38363.39, QStringLiteral("人")), QStringLiteral("38363"));
    EXPECT_EQ(plainFigureText(11.9, QStringLiteral("户"), 12), QStringLiteral("11")) << "not rounded up to the promise";
    EXPECT_EQ(plainFigureText(3.25, QStringLiteral("km")), QStringLiteral("3.25"));
}

} // namespace
} // namespace cuntu
