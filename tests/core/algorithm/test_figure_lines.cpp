// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/figure_lines.h"

#include <QJsonArray>

#include <gtest/gtest.h>

namespace cuntu {
namespace {

const std::vector<OutcomeFigure> k_declared{
    {QStringLiteral("rest"), {QStringLiteral("剩"), QStringLiteral("Left")}, QStringLiteral("km")},
    {QStringLiteral("best"), {QStringLiteral("最好"), QStringLiteral("Best")}, {}},
    {QStringLiteral("by.north"), {QStringLiteral("北"), QStringLiteral("North")}, QStringLiteral("m")}};

TEST(FigureLines, DeclaredOnesComeFirstWithNameAndUnit)
{
    const auto lines = figureLines(k_declared, {{QStringLiteral("a"), 1234567},
                                                {QStringLiteral("best"), true},
                                                {QStringLiteral("by"), QJsonObject{{QStringLiteral("north"), 0.25}}},
                                                {QStringLiteral("rest"), 12.5}});
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[0].id, QStringLiteral("rest"));
    EXPECT_EQ(lines[0].text, QStringLiteral("12.5"));
    EXPECT_EQ(lines[0].unit, QStringLiteral("km"));
    EXPECT_EQ(lines[0].number, 12.5);
    EXPECT_EQ(lines[1].id, QStringLiteral("best"));
    EXPECT_FALSE(lines[1].number);
    EXPECT_EQ(lines[2].id, QStringLiteral("by.north"));
    EXPECT_EQ(lines[2].text, QStringLiteral("0.25"));
    EXPECT_EQ(lines[3].name, QStringLiteral("a"));
    EXPECT_EQ(lines[3].text, QStringLiteral("1,234,567"));
}

TEST(FigureLines, ListsAreWrittenOutAsFarAsTheyAreShort)
{
    QJsonArray many;
    for (int i = 1; i <= 30; ++i) {
        many.append(i);
    }
    const auto lines =
        figureLines({}, {{QStringLiteral("few"), QJsonArray{QStringLiteral("x"), 2}}, {QStringLiteral("many"), many}});
    EXPECT_EQ(lines[0].text, QStringLiteral("x, 2"));
    EXPECT_TRUE(lines[1].text.startsWith(QStringLiteral("1, 2, 3")));
    EXPECT_TRUE(lines[1].text.contains(QStringLiteral("30")));
    EXPECT_FALSE(lines[1].text.contains(QStringLiteral("21")));
}

TEST(FigureLines, NumbersKeepWhatTheySay)
{
    EXPECT_EQ(outcomeNumberText(0), QStringLiteral("0"));
    EXPECT_EQ(outcomeNumberText(-1500), QStringLiteral("-1,500"));
    EXPECT_EQ(outcomeNumberText(1.23456), QStringLiteral("1.2346"));
    EXPECT_EQ(outcomeNumberText(2.50), QStringLiteral("2.5"));
    EXPECT_EQ(outcomeNumberText(0.00001234), QStringLiteral("1.234e-05"));
}

TEST(FigureLines, ComparedResultsShowDifferencesToTheFirst)
{
    const auto rows = compareFigures(k_declared, {{{QStringLiteral("rest"), 10}, {QStringLiteral("only"), 1}},
                                                  {{QStringLiteral("rest"), 7.5}, {QStringLiteral("best"), true}},
                                                  {{QStringLiteral("rest"), 11}}});
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].id, QStringLiteral("rest"));
    EXPECT_EQ(rows[0].texts, (QStringList{QStringLiteral("10"), QStringLiteral("7.5"), QStringLiteral("11")}));
    EXPECT_EQ(rows[0].differences[1], -2.5);
    EXPECT_EQ(rows[0].differences[2], 1.0);
    EXPECT_EQ(rows[1].id, QStringLiteral("best"));
    EXPECT_EQ(rows[1].texts[0], QString());
    EXPECT_FALSE(rows[1].differences[1]);
    EXPECT_EQ(rows[2].id, QStringLiteral("only"));
    EXPECT_FALSE(rows[2].differences[1]);
}

TEST(FigureLines, ListsOfGroupsAreALineEach)
{
    const QJsonObject figures{
        {QStringLiteral("years"), QJsonArray{QJsonObject{{QStringLiteral("year"), 2021}, {QStringLiteral("km"), 3.5}},
                                             QJsonObject{{QStringLiteral("year"), 2022}, {QStringLiteral("km"), 4}}}}};
    const auto lines =
        figureLines({{QStringLiteral("years"), {QStringLiteral("年"), QStringLiteral("Year")}}}, figures);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].id, QStringLiteral("years.1"));
    EXPECT_EQ(lines[1].id, QStringLiteral("years.2"));
    EXPECT_TRUE(lines[1].name.endsWith(QStringLiteral(" 2")));
    EXPECT_TRUE(lines[0].text.contains(QStringLiteral("km 3.5")));
}

TEST(FigureLines, TheBestIsMarkedOnlyWhereADirectionIsDeclaredAndValuesDiffer)
{
    const std::vector<OutcomeFigure> declared{
        {QStringLiteral("cost"), {QStringLiteral("费"), QStringLiteral("Cost")}, QStringLiteral("元"), Better::Less},
        {QStringLiteral("served"), {QStringLiteral("户"), QStringLiteral("Served")}, {}, Better::More},
        {QStringLiteral("nodes"), {QStringLiteral("节点"), QStringLiteral("Nodes")}, {}}};
    const auto rows = compareFigures(
        declared, {{{QStringLiteral("cost"), 3}, {QStringLiteral("served"), 8}, {QStringLiteral("nodes"), 1}},
                   {{QStringLiteral("cost"), 2}, {QStringLiteral("served"), 8}, {QStringLiteral("nodes"), 2}},
                   {{QStringLiteral("cost"), 2}, {QStringLiteral("nodes"), 3}}});
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].isBest, (std::vector<bool>{false, true, true}));
    EXPECT_EQ(rows[0].numbers[2], 2.0);
    EXPECT_EQ(rows[1].isBest, (std::vector<bool>{false, false, false})) << "all that say it say the same";
    EXPECT_FALSE(rows[1].numbers[2]);
    EXPECT_EQ(rows[2].isBest, (std::vector<bool>{false, false, false})) << "no direction is declared";
}

} // namespace
} // namespace cuntu
