// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_fixture.h"

#include <cmath>

namespace cuntu {
namespace {

using test::RuleTest;

class AreaRules : public RuleTest {
protected:
    void villages(const std::vector<QByteArray> &outlines)
    {
        QByteArray table = "wkt,code,name\n";
        for (std::size_t i = 0; i < outlines.size(); ++i) {
            const QByteArray number = QByteArray::number(201 + static_cast<int>(i));
            table += outlines[i] + ",361126100" + number + ",村" + number + "\n";
        }
        import("villages", table);
    }
    static void expectNear(std::optional<Point> position, double x, double y)
    {
        ASSERT_TRUE(position);
        EXPECT_NEAR(position->x, k_east + x, 60);
        EXPECT_NEAR(position->y, k_north + y, 60);
    }
};

TEST_F(AreaRules, NeighboursThatMeetAreInOrder)
{
    villages({square(0, 0, 1000), square(1000, 0, 1000), square(0, 1000, 1000)});
    EXPECT_EQ(texts("area_overlap"), QStringList());
    EXPECT_EQ(texts("area_gap"), QStringList());
    EXPECT_EQ(texts("geometry_invalid"), QStringList());
}

TEST_F(AreaRules, GroundThatTwoVillagesHave)
{
    villages({square(0, 0, 1000), square(900, 0, 1000), square(0, 1000, 1000)});
    const auto all = found("area_overlap");
    ASSERT_EQ(all.size(), 1U) << "the township that is made of them does not say it again";
    EXPECT_EQ(all[0].feature.value, 1);
    // 100 m by 1,000 m on the plane; on the ellipsoid as much within a thousandth.
    const QString said = all[0].sentence;
    EXPECT_TRUE(said.startsWith(QStringLiteral("村201 and 村202 overlap by "))) << said.toStdString();
    const double area = QString(said).remove(QLatin1Char(',')).split(u' ').value(5).toDouble();
    EXPECT_NEAR(area, 100'000, 100) << said.toStdString();
    expectNear(all[0].position, 950, 500);
}

TEST_F(AreaRules, TheToleranceIsASetting)
{
    villages({square(0, 0, 1000), square(900, 0, 1000)});
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("check.area_tolerance_m2"), QStringLiteral("99000")));
    EXPECT_EQ(found("area_overlap").size(), 1U);
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("check.area_tolerance_m2"), QStringLiteral("100001")));
    EXPECT_EQ(found("area_overlap").size(), 0U);
}

TEST_F(AreaRules, GroundThatNobodyHas)
{
    // Four villages around a hole of 200 m by 1,000 m.
    villages({polygon("0 0,1000 0,1000 1000,0 1000,0 0"), polygon("1200 0,2000 0,2000 1000,1200 1000,1200 0"),
              polygon("0 1000,2000 1000,2000 2000,0 2000,0 1000"), polygon("0 -500,2000 -500,2000 0,0 0,0 -500")});
    const auto all = found("area_gap");
    ASSERT_EQ(all.size(), 1U);
    const QString said = QString(all[0].sentence).remove(QLatin1Char(','));
    EXPECT_NEAR(said.split(u' ').value(3).toDouble(), 200'000, 200) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("村201"))) << said.toStdString();
    expectNear(all[0].position, 1100, 500);
    EXPECT_EQ(found("area_overlap").size(), 0U);
}

TEST_F(AreaRules, ABorderThatCrossesItself)
{
    villages({polygon("0 0,1000 1000,1000 0,0 1000,0 0"), square(2000, 0, 1000)});
    const auto all = found("geometry_invalid", "villages");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].sentence, QStringLiteral("invalid geometry: the border crosses itself"));
    EXPECT_TRUE(all[0].canFix);
    expectNear(all[0].position, 500, 500);
}

/// An L: most of its box is outside it.
constexpr const char *k_hook = "0 0,10000 0,10000 1000,1000 1000,1000 10000,0 10000,0 0";

TEST_F(AreaRules, APositionInTheBoxOfItsVillageButFarFromItsGroundIsFound)
{
    villages({polygon(k_hook)});
    import("settlements", "wkt,name,village_code,hh_registered\n" + point("500 500") + ",里,361126100201,3\n" +
                              point("1400 5000") + ",旁,361126100201,3\n" + point("5000 5000") +
                              ",外,361126100201,3\n" + point("-600 500") + ",西,361126100201,3\n");
    const QStringList all = texts("position_outside");
    EXPECT_EQ(all, (QStringList{QStringLiteral("settlements 3: lies 4000 m outside its village 361126100201"),
                                QStringLiteral("settlements 4: lies 600 m outside its village 361126100201")}));
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("check.outside_village_m"), QStringLiteral("300")));
    EXPECT_EQ(features("position_outside").size(), 3);
}

TEST_F(AreaRules, APositionInAHoleOfItsVillage)
{
    import("villages", "wkt,code,name\n\"POLYGON((" + moved("0 0,9000 0,9000 9000,0 9000,0 0") + "),(" +
                           moved("2000 2000,7000 2000,7000 7000,2000 7000,2000 2000") + "))\",361126100201,环村\n");
    import("settlements", "wkt,name,village_code,hh_registered\n" + point("4500 4500") + ",心,361126100201,3\n" +
                              point("1000 1000") + ",环,361126100201,3\n");
    EXPECT_EQ(texts("position_outside"),
              QStringList{QStringLiteral("settlements 1: lies 2500 m outside its village 361126100201")});
}

} // namespace
} // namespace cuntu
