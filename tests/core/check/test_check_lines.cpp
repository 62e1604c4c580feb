// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cable_layer.h"

#include "rule_fixture.h"

#include <cmath>

namespace cuntu {
namespace {

class NetworkRules : public test::RuleTest {
protected:
    void SetUp() override
    {
        auto project = Project::create({m_scratch.path(QStringLiteral("n.cuntu")), {}, *Crs::fromEpsg(4527)},
                                       test::cableRegistry());
        ASSERT_TRUE(project);
        m_project = std::move(*project);
    }
    void cables(const std::vector<QByteArray> &all)
    {
        QByteArray table = "wkt,code\n";
        char name = 'A';
        for (const QByteArray &each : all) {
            table += line(each) + ',' + name++ + '\n';
        }
        import("cables", table);
    }
    /// "x y, x y" in metres from the corner; empty for one that is not there.
    QString cable(qint64 id) const
    {
        const auto row = m_project->feature(QStringLiteral("cables"), {id});
        QStringList pairs;
        for (const Point &point : row ? row->geometry.points : std::vector<Point>()) {
            pairs << QStringLiteral("%1 %2").arg(point.x - k_east).arg(point.y - k_north);
        }
        return pairs.join(QLatin1Char(','));
    }
    std::size_t fix(const char *rule)
    {
        const auto report = fixFindings(*m_project, QString::fromLatin1(rule), {}, QStringLiteral("李工"), {});
        EXPECT_TRUE(report) << report.error().toText().toStdString();
        return report ? report->fixed.size() : 0;
    }
};

TEST_F(NetworkRules, ADamagedNetworkIsMendedInBulkAndComesBackWithUndo)
{
    cables({"0 0,100 0,200 0,300 0", // A
            "100 -3,100 90",         // B stands out of A by 3 m, at its vertex
            "200 8,200 100",         // C falls 8 m short of A's vertex
            "100 90,100 -3",         // D is B the other way round
            "50 0,50 0.01",          // E is nothing
            "0 50,210 50"});         // F crosses B and C, and goes on
    EXPECT_EQ(features("line_duplicate"), QStringList{QStringLiteral("cables 4")});
    EXPECT_EQ(features("line_empty"), QStringList{QStringLiteral("cables 5")});
    EXPECT_EQ(fix("line_duplicate"), 1U);
    EXPECT_EQ(fix("line_empty"), 1U);
    EXPECT_EQ(features("line_overshoot"), QStringList{QStringLiteral("cables 2")});
    EXPECT_EQ(fix("line_overshoot"), 1U);
    EXPECT_EQ(features("line_dangling"), QStringList{QStringLiteral("cables 3")});
    EXPECT_EQ(fix("line_dangling"), 1U);
    EXPECT_EQ(found("line_crossing").size(), 2U);
    EXPECT_EQ(fix("line_crossing"), 3U);
    EXPECT_EQ(cable(1), QStringLiteral("0 0,100 0,200 0,300 0"));
    EXPECT_EQ(cable(2), QStringLiteral("100 0,100 50,100 90"));
    EXPECT_EQ(cable(3), QStringLiteral("200 0,200 50,200 100"));
    EXPECT_EQ(cable(4), QString());
    EXPECT_EQ(cable(6), QStringLiteral("0 50,100 50,200 50,210 50"));
    for (const char *rule : {"line_duplicate", "line_empty", "line_overshoot", "line_dangling", "line_crossing"}) {
        EXPECT_EQ(texts(rule), QStringList()) << rule;
    }
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(m_project->undo({})->isEmpty());
    }
    EXPECT_EQ(cable(2), QStringLiteral("100 -3,100 90"));
    EXPECT_EQ(cable(4), QStringLiteral("100 90,100 -3"));
    EXPECT_EQ(cable(6), QStringLiteral("0 50,210 50"));
}

TEST_F(NetworkRules, AFixIsShownBeforeItIsMade)
{
    cables({"0 0,100 0", "50 7,50 80"});
    const auto all = found("line_dangling");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].canFix);
    const auto previews = previewFix(*m_project, QStringLiteral("line_dangling"), all[0], {});
    ASSERT_TRUE(previews);
    ASSERT_EQ(previews->size(), 2U) << "the line that is met gets a vertex";
    EXPECT_EQ(previews->at(0).before.points.size(), 2U);
    EXPECT_EQ(previews->at(0).fix.geometry.points.size(), 3U);
    EXPECT_EQ(cable(2), QStringLiteral("50 7,50 80")) << "nothing has changed";
    EXPECT_EQ(previewFix(*m_project, QStringLiteral("area_gap"), all[0], {}).error().code, ErrorCode::Misused);
}

TEST_F(NetworkRules, LinesThatNeedALook)
{
    import("townships", "wkt,code,name\n" + square(-100, -100, 2000) + ",361126100,镇\n");
    cables({"0 0,1000 0", "500 0,500 300",             // hang together
            "0 700,100 700",                           // an island
            "300 100,340 100,340 140,300 140,300 100", // an outline, and an island
            "5000 5000,5100 5000"});                   // outside, and an island
    EXPECT_EQ(features("line_outline"), QStringList{QStringLiteral("cables 4")});
    EXPECT_EQ(features("line_outside"), QStringList{QStringLiteral("cables 5")});
    EXPECT_EQ(found("line_island").size(), 3U);
    EXPECT_TRUE(texts("line_island").join(QLatin1Char('\n')).contains(QStringLiteral("1 lines, 0.100 km")));
}

TEST_F(NetworkRules, PlainLayersMayCrossAsTheyWill)
{
    import("layer:rivers", "wkt,name\n" + line("0 0,100 0") + ",a\n" + line("50 -50,50 50") + ",b\n");
    EXPECT_EQ(found("line_crossing").size(), 0U);
}

} // namespace
} // namespace cuntu
