// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/host_checks.h"

#include "rule_fixture.h"

#include <QProcess>

namespace cuntu {
namespace {

using test::RuleTest;

TEST(HostChecks, EachIsDeclaredInFullAndOnce)
{
    QStringList ids;
    for (const Check &check : hostChecks()) {
        EXPECT_FALSE(ids.contains(check.id)) << check.id.toStdString();
        ids << check.id;
        EXPECT_TRUE(check.run) << check.id.toStdString();
        for (const QString &text : {check.name.zh, check.name.en, check.help.zh, check.help.en}) {
            EXPECT_FALSE(text.isEmpty()) << check.id.toStdString();
        }
    }
    Registry registry = hostRegistry();
    registry.checks = hostChecks();
    EXPECT_TRUE(registry.problems().empty()) << registry.problems().front().sentence.toStdString();
}

class LineRules : public RuleTest {
protected:
    /// One plain layer of lines, called by letters.
    void lines(const std::vector<QByteArray> &all)
    {
        QByteArray table = "wkt,name\n";
        char name = 'a';
        for (const QByteArray &each : all) {
            table += line(each) + ',' + name++ + '\n';
        }
        import("layer:lines", table);
    }
};

TEST_F(LineRules, LinesThatMeetAndLinesThatAreFarApartAreInOrder)
{
    lines({"0 0,100 0", "100 0,100 100", "50 0,50 80", "100 150,100 300", "500 0,500 90,590 90,590 0,500 0"});
    EXPECT_EQ(texts("line_dangling"), QStringList()) << "c begins in the middle of a; d is 50 m from b";
    EXPECT_EQ(texts("line_duplicate"), QStringList());
}

TEST_F(LineRules, AnEndThatFallsShortOfAnotherLine)
{
    lines({"0 0,100 0", "50 7.5,50 80", "200 0,200 50"});
    const auto all = found("line_dangling");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].feature.value, 2);
    EXPECT_TRUE(all[0].sentence.startsWith(QStringLiteral("an end lies 7.5 m from "))) << all[0].sentence.toStdString();
    ASSERT_TRUE(all[0].position);
    EXPECT_NEAR(all[0].position->y, k_north + 7.5, 0.01);
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("check.dangling_m"), QStringLiteral("5")));
    EXPECT_EQ(found("line_dangling").size(), 0U);
}

TEST_F(LineRules, ALineThatIsThereTwiceAlsoTheOtherWayRoundAndWithMoreVertices)
{
    lines({"0 0,100 0,100 80", "100 80,100 40,100 0.4,0 0", "0 0,100 0,100 90", "0 5,100 5,100 85"});
    EXPECT_EQ(features("line_duplicate"), QStringList{QStringLiteral("lines 2")});
}

class SenseRules : public RuleTest {
protected:
    void SetUp() override
    {
        RuleTest::SetUp();
        importVillages();
    }
    void settlements(const QByteArray &rows)
    {
        import("settlements",
               "wkt,code,name,village_code,hh_registered,hh_resident,pop_registered,pop_resident\n" + rows);
    }
    static QByteArray settlement(int number, const QByteArray &rest)
    {
        const QByteArray serial = QByteArray::number(number).rightJustified(3, '0');
        return point(QByteArray::number(10 * number) + " 100") + ",361126100201" + serial + ',' + rest + '\n';
    }
};

TEST_F(SenseRules, WhatIsInOrderIsNotFound)
{
    settlements(settlement(1, "上湾,361126100201,30,25,120,90") + settlement(2, "下湾,361126100201,30,25,121,90"));
    import("households",
           "wkt,hh_id,settlement_code,village_code\n" + point("10 100") + ",1,361126100201001,361126100201\n");
    for (const char *rule : {"same_position", "same_name", "same_figures", "orphan_ledger", "orphan_reference",
                             "household_count", "village_sum", "date_future"}) {
        EXPECT_EQ(texts(rule), QStringList()) << rule;
    }
}

TEST_F(SenseRules, ManyFeaturesAtOnePosition)
{
    QByteArray rows;
    for (int i = 0; i < 5; ++i) {
        rows += point("100 100") + ',' + QByteArray::number(i) + ",361126100201\n";
    }
    import("households", "wkt,hh_id,village_code\n" + rows + point("100 101") + ",9,361126100201\n");
    const auto all = found("same_position");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].sentence.startsWith(QStringLiteral("5 features lie at the very same position")))
        << all[0].sentence.toStdString();
    EXPECT_FALSE(all[0].position) << "where people live goes into no list";
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("check.same_position"), QStringLiteral("6")));
    EXPECT_EQ(found("same_position").size(), 0U);
}

TEST_F(SenseRules, AFindingHasThePlaceOfItsFeature)
{
    settlements(settlement(1, "上湾,361126100201,30,,,") + settlement(2, "上湾,361126100201,12,,,"));
    const auto all = found("same_name");
    ASSERT_EQ(all.size(), 1U);
    ASSERT_TRUE(all[0].position);
    EXPECT_NEAR(all[0].position->x, k_east + 20, 0.01);
}

TEST_F(SenseRules, ANameThatIsTwiceInAVillage)
{
    settlements(settlement(1, "上湾,361126100201,30,,,") + settlement(2, "上湾,361126100201,12,,,") +
                settlement(3, "上湾,361126100202,12,,,"));
    EXPECT_EQ(texts("same_name"),
              QStringList{QStringLiteral("settlements 2: 上湾 is there twice in village 361126100201 (feature 1)")});
}

TEST_F(SenseRules, FiguresThatWereCopiedDown)
{
    QByteArray rows;
    for (int i = 1; i <= 5; ++i) {
        rows += settlement(i, "湾" + QByteArray::number(i) + ",361126100201,30,25,120,90");
    }
    rows += settlement(6, "外,361126100202,30,25,120,90"); // of another village
    rows += settlement(7, "少,361126100202,30,,,");
    settlements(rows);
    const auto all = found("same_figures");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].sentence.startsWith(QStringLiteral("5 features of village 361126100201")))
        << all[0].sentence.toStdString();
}

TEST_F(SenseRules, EntriesOfTheLedgerAboutAFeatureThatIsGone)
{
    settlements(settlement(1, "上湾,361126100201,30,,,") + settlement(2, "下湾,361126100201,12,,,"));
    MarkRequest mark;
    mark.layer = QStringLiteral("settlements");
    mark.features = {{1}, {2}};
    mark.status = QStringLiteral("LIT");
    mark.effective = *Day::fromIso(QStringLiteral("2020-01-01"));
    mark.who = QStringLiteral("李工");
    ASSERT_TRUE(m_project->mark(mark));
    ASSERT_EQ(texts("orphan_ledger"), QStringList());
    ASSERT_TRUE(m_project->removeLayer(QStringLiteral("settlements"), {}));
    const QStringList without = texts("orphan_ledger");
    ASSERT_EQ(without.size(), 1);
    EXPECT_TRUE(without[0].contains(QStringLiteral("2 features of layer settlements"))) << without[0].toStdString();
    settlements(settlement(1, "上湾,361126100201,30,,,"));
    const QString gone = QStringLiteral("settlements 0: the ledger speaks of feature %1, which is not there");
    EXPECT_EQ(texts("orphan_ledger"), (QStringList{gone.arg(1), gone.arg(2)})) << "a number is not given again";
}

TEST_F(SenseRules, AHouseholdOfASettlementThatIsNotThere)
{
    settlements(settlement(1, "上湾,361126100201,30,,,"));
    import("households", "wkt,hh_id,settlement_code,village_code\n" + point("10 100") +
                             ",1,361126100201001,361126100201\n" + point("11 100") +
                             ",2,361126100201777,361126100201\n");
    EXPECT_EQ(features("orphan_reference"), QStringList{QStringLiteral("households 2")});
}

TEST_F(SenseRules, MoreHouseholdsInTheRegisterThanTheSettlementSays)
{
    settlements(settlement(1, "上湾,361126100201,2,,,") + settlement(2, "下湾,361126100201,40,,,"));
    QByteArray rows = "wkt,hh_id,settlement_code,village_code\n";
    for (int i = 0; i < 4; ++i) {
        rows += point(QByteArray::number(10 + i) + " 100") + ',' + QByteArray::number(i) + ",36112610020100" +
                (i < 3 ? "1" : "2") + ",361126100201\n";
    }
    import("households", rows);
    EXPECT_EQ(texts("household_count"),
              QStringList{QStringLiteral("settlements 1: 上湾 is said to have 2 households, the register has 3 there")})
        << "of the second one only some households are in the register: nothing can be said";
}

TEST_F(SenseRules, FewerHouseholdsInAWholeRegister)
{
    settlements(settlement(1, "上湾,361126100201,20,,,") + settlement(2, "下湾,361126100201,20,,,"));
    QByteArray rows = "wkt,hh_id,settlement_code,village_code\n";
    for (int i = 0; i < 34; ++i) {
        rows += point(QByteArray::number(10 + i) + " 100") + ',' + QByteArray::number(i) + ",36112610020100" +
                (i < 19 ? "1" : "2") + ",361126100201\n";
    }
    import("households", rows);
    EXPECT_EQ(features("household_count"), QStringList{QStringLiteral("settlements 2")})
        << "19 of 20 are within what moves; 15 of 20 are not";
}

TEST_F(SenseRules, ASumThatIsNotTheSumOfItsParts)
{
    import("villages", "code,name,hh_registered,pop_registered\n361126100201,东村,50,200\n361126100202,西村,70,\n");
    settlements(settlement(1, "上湾,361126100201,30,,120,") + settlement(2, "下湾,361126100201,20,,81,"));
    EXPECT_EQ(texts("village_sum"),
              QStringList{QStringLiteral("villages 1: 户籍人口 of 东村: 200, but its settlements add up to 201")});
}

TEST_F(SenseRules, ADayThatHasNotComeYet)
{
    const QByteArray ahead = Day::today().plusDays(30).toIso().toLatin1();
    import("layer:works", "wkt,建成日期,计划完成日期\n" + point("1 1") + ",2019-05-01," + ahead + "\n" + point("2 2") +
                              ',' + ahead + ',' + ahead + "\n");
    settlements(settlement(1, "上湾,361126100201,30,,,"));
    const QStringList all = texts("date_future");
    ASSERT_EQ(all.size(), 1) << all.join(u'\n').toStdString();
    EXPECT_TRUE(all[0].startsWith(QStringLiteral("works 2: 建成日期 is "))) << all[0].toStdString();
}

TEST_F(SenseRules, AnEntryOfTheLedgerThatLiesAhead)
{
    import("settlements", "wkt,name,village_code,hh_registered\n" + point("10 100") + ",上湾,361126100201,30\n", "LIT",
           Day::today().plusDays(30).toIso().toLatin1().constData());
    EXPECT_EQ(features("date_future"), QStringList{QStringLiteral("settlements 1")});
}

TEST_F(SenseRules, ATargetForAnAreaThatIsInNoList)
{
    const auto target = [](const char *area) {
        Target each;
        each.label = QString::fromLatin1(area);
        each.programme = QStringLiteral("lamps");
        each.indicator = QStringLiteral("lit_rate");
        each.area = *AreaCode::parse(QString::fromLatin1(area));
        each.value = 100;
        return each;
    };
    ASSERT_TRUE(m_project->addTargets({target("361126100201")}, {}));
    EXPECT_EQ(found("orphan_target").size(), 0U);
    // The list of areas lost what the target is for, as when a project was put together by hand.
    const QString path = m_project->path();
    m_project.reset();
    ASSERT_EQ(QProcess::execute(QStringLiteral("sqlite3"),
                                {path, QStringLiteral("DELETE FROM cuntu_area WHERE code = '361126100201'")}),
              0);
    auto opened = Project::open(path, Access::ReadOnly, test::lampRegistry());
    ASSERT_TRUE(opened);
    m_project = std::move(*opened);
    const auto all = found("orphan_target");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].sentence,
              QStringLiteral("target 361126100201 is for area 361126100201, which is not in the list"));
}

TEST_F(SenseRules, AFileThatIsNotWhatItSays)
{
    EXPECT_EQ(texts("file_damaged"), QStringList());
    settlements(settlement(1, "上湾,361126100201,30,,,"));
    const QString path = m_project->path();
    m_project.reset();
    // A column with a NULL in it that is declared to have none.
    ASSERT_EQ(QProcess::execute(QStringLiteral("sqlite3"),
                                {path, QStringLiteral("PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = "
                                                      "replace(sql, '\"remark\" TEXT', '\"remark\" TEXT NOT NULL') "
                                                      "WHERE name = 'settlements'")}),
              0);
    auto opened = Project::open(path, Access::ReadOnly, test::lampRegistry());
    ASSERT_TRUE(opened) << opened.error().toText().toStdString();
    m_project = std::move(*opened);
    const QStringList all = texts("file_damaged");
    ASSERT_EQ(all.size(), 1);
    EXPECT_TRUE(all[0].contains(QStringLiteral("damaged"))) << all[0].toStdString();
}

TEST_F(SenseRules, MoreThanAPersonWouldReadAreCounted)
{
    QByteArray rows = "hh_id,id_no\n";
    for (int i = 0; i < 10'050; ++i) {
        rows += QByteArray::number(i) + ",123\n";
    }
    import("households", rows);
    const auto all = found("identity_number");
    ASSERT_EQ(all.size(), 10'001U);
    EXPECT_EQ(all.back().sentence, QStringLiteral("and 50 more of this kind"));
}

} // namespace
} // namespace cuntu
