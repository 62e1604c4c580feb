// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/clean.h"
#include "core/geo/coverage.h"
#include "core/project/check_list.h"
#include "core/snapshot/known_columns.h"

#include "rule_fixture.h"

namespace cuntu {
namespace {

using test::RuleTest;

class FixTest : public RuleTest {
protected:
    void SetUp() override
    {
        RuleTest::SetUp();
        import("villages", "wkt,code,name\n" + polygon("0 0,1000 1000,1000 0,0 1000,0 0") + ",361126100201,蝶村\n" +
                               square(2000, 0, 1000) + ",361126100202,方村\n");
    }
    Geometry outline(qint64 village) const
    {
        const auto row = m_project->feature(QStringLiteral("villages"), {village});
        EXPECT_TRUE(row);
        return row ? row->geometry : Geometry();
    }
    Result<FixReport> fix(const std::vector<CheckFinding> &only = {})
    {
        return fixFindings(*m_project, QStringLiteral("geometry_invalid"), only, QStringLiteral("李工"), {});
    }
};

TEST_F(FixTest, ARepairIsAnActionThatSaysWhatChangedAndCanBeUndone)
{
    const Geometry before = outline(1);
    const Geometry sound = outline(2);
    ASSERT_FALSE(invalidityReason(before).isEmpty());
    const auto report = fix();
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    ASSERT_GE(report->fixed.size(), 1U);
    EXPECT_TRUE(report->fixed[0].sentence.contains(QStringLiteral("2 parts")))
        << report->fixed[0].sentence.toStdString();
    EXPECT_EQ(invalidityReason(outline(1)), QString());
    EXPECT_NEAR(planarArea(outline(1)), 500'000, 1) << "two triangles of 250,000 m2";
    EXPECT_EQ(outline(2), sound);
    EXPECT_EQ(found("geometry_invalid", "villages").size(), 0U);

    const auto actions = m_project->actions(1);
    ASSERT_TRUE(actions);
    EXPECT_EQ(actions->front().kind, QStringLiteral("repair"));
    EXPECT_EQ(actions->front().who, QStringLiteral("李工"));
    EXPECT_TRUE(actions->front().canUndo);
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_EQ(outline(1), before);
    EXPECT_EQ(found("geometry_invalid", "villages").size(), 1U);
    ASSERT_TRUE(m_project->redo({}));
    EXPECT_EQ(invalidityReason(outline(1)), QString());
}

TEST_F(FixTest, OnlyWhatIsNamedIsPutRight)
{
    CheckFinding other;
    other.layer = QStringLiteral("villages");
    other.feature = {2};
    const auto none = fix({other});
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->fixed.empty());
    EXPECT_TRUE(none->action.isNone());
    EXPECT_EQ(found("geometry_invalid", "villages").size(), 1U);
}

TEST_F(FixTest, ARuleWithoutAFixSaysSo)
{
    const auto report = fixFindings(*m_project, QStringLiteral("area_gap"), {}, {}, {});
    EXPECT_EQ(report.error().code, ErrorCode::Misused);
}

TEST_F(FixTest, AGeometryOfAnotherKindIsRefusedAndNothingChanges)
{
    const Geometry before = outline(1);
    const auto wrong = m_project->repairGeometries(QStringLiteral("x"),
                                                   {{QStringLiteral("villages"), {2}, outline(2), {}},
                                                    {QStringLiteral("villages"), {1}, Geometry::point({1, 2}), {}}},
                                                   {});
    EXPECT_EQ(wrong.error().code, ErrorCode::Invalid);
    const auto absent =
        m_project->repairGeometries(QStringLiteral("x"), {{QStringLiteral("villages"), {99}, before, {}}}, {});
    EXPECT_EQ(absent.error().code, ErrorCode::NotFound);
    EXPECT_EQ(outline(1), before);
}

TEST_F(FixTest, ValuesArePutRightTooAndTakenBack)
{
    const auto name = [&](qint64 village) {
        const auto row = m_project->feature(QStringLiteral("villages"), {village});
        const auto stored = m_project->snapshot();
        const auto layer = (*stored)->layer(QStringLiteral("villages"), {QStringLiteral("name")}, {});
        return row ? stringAt((*layer)->column(QStringLiteral("name")), static_cast<std::size_t>(village - 1))
                   : QString();
    };
    CheckFix fix{QStringLiteral("villages"), {2}, {}, QStringLiteral("a name")};
    fix.values[QStringLiteral("name")] = std::string("圆村");
    const Geometry before = outline(2);
    ASSERT_TRUE(m_project->repairGeometries(QStringLiteral("x"), {fix}, QStringLiteral("李工")));
    EXPECT_EQ(name(2), QStringLiteral("圆村"));
    EXPECT_EQ(outline(2), before) << "it keeps its geometry";
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_EQ(name(2), QStringLiteral("方村"));
    fix.values[QStringLiteral("no_such_field")] = 1.0;
    EXPECT_EQ(m_project->repairGeometries(QStringLiteral("x"), {fix}, {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(name(2), QStringLiteral("方村"));
}

TEST_F(FixTest, TheListCanBeTakenAway)
{
    const auto outcomes =
        checkProject(*m_project, {{QStringLiteral("geometry_invalid")}, QStringLiteral("villages")}, {});
    ASSERT_TRUE(outcomes);
    EXPECT_TRUE(hasErrors(*outcomes));
    const QString file = m_scratch.path(QStringLiteral("单.csv"));
    ASSERT_TRUE(writeCheckList(file, *outcomes));
    QFile written(file);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    EXPECT_TRUE(text.startsWith("\xEF\xBB\xBF"));
    EXPECT_EQ(text.count('\n'), 2);
    EXPECT_TRUE(text.contains("geometry_invalid") && text.contains(",villages,1,")) << text.toStdString();
    EXPECT_FALSE(writeCheckList(m_scratch.path(QStringLiteral("无/单.csv")), *outcomes));
}

} // namespace
} // namespace cuntu
