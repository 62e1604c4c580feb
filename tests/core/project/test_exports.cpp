// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/exports.h"

#include "lamp_project.h"

#include <QFile>
#include <QRegularExpression>

namespace cuntu {
namespace {

using test::day;

/// Two villages, three settlements, and households of which nobody may learn too much.
class ExportsTest : public test::LampProjectTest {
protected:
    void SetUp() override
    {
        LampProjectTest::SetUp();
        import("villages", "村代码,村名,WKT\n"
                           "361126001001,甲村,\"POLYGON((117.4 28.4,117.5 28.4,117.5 28.5,117.4 28.5,117.4 28.4))\"\n"
                           "361126001002,乙村,\"POLYGON((117.5 28.4,117.6 28.4,117.6 28.5,117.5 28.5,117.5 28.4))\"\n");
        import("settlements", "编号,自然村名称,行政村代码,户数,经度,纬度\n"
                              "S1,东湾,361126001001,30,117.41,28.41\n"
                              "S2,西湾,361126001001,30,117.45,28.45\n"
                              "S3,上坪,361126001002,30,117.55,28.45\n");
        import("households", households().toUtf8().constData());
    }

    static QString households()
    {
        QString text = QStringLiteral("户编号,户主姓名,身份证号,联系电话,银行账号,行政村代码,自然村编号,自然村,"
                                      "致贫原因,家庭人口,备注,经度,纬度\n");
        const auto add = [&](int count, const char *settlement, const char *village, const char16_t *name) {
            for (int i = 0; i < count; ++i) {
                text += QStringLiteral("H%1%2,张三丰,361126195607031570,13812345678,6222021234567890123,%3,%1,%4,"
                                       "因病,4,电话13812345678 糖尿病,117.%5,28.45\n")
                            .arg(QString::fromLatin1(settlement))
                            .arg(i)
                            .arg(QString::fromLatin1(village), QString::fromUtf16(name))
                            .arg(41 + i);
            }
        };
        add(7, "S1", "361126001001", u"东湾");
        add(3, "S2", "361126001001", u"西湾");
        add(4, "S3", "361126001002", u"上坪");
        return text;
    }

    ExportOrder order(const char *what, const char *file)
    {
        ExportOrder order;
        order.what = QString::fromUtf8(what);
        order.file = m_scratch.path(QString::fromUtf8(file));
        order.who = QStringLiteral("李工");
        return order;
    }
    ExportOutcome run(const ExportOrder &order)
    {
        auto outcome = runExport(*m_project, order, {});
        EXPECT_TRUE(outcome) << outcome.error().toText().toStdString();
        return outcome ? *outcome : ExportOutcome{};
    }
    static QByteArray contents(const QString &file)
    {
        QFile in(file);
        EXPECT_TRUE(in.open(QIODevice::ReadOnly)) << file.toStdString();
        return in.readAll();
    }
};

TEST_F(ExportsTest, EachIsRecordedWithUnmaskings)
{
    auto masked = order("households", "a.csv");
    EXPECT_EQ(run(masked).features, 14);
    auto full = order("households", "b.csv");
    full.privacy = Privacy::Full;
    full.reason = QStringLiteral("入户核查");
    full.where = *AreaCode::parse(u"361126001002");
    EXPECT_EQ(run(full).features, 4);
    const auto records = m_project->exports();
    ASSERT_TRUE(records);
    ASSERT_EQ(records->size(), 3U); // two files, one unmasking
    int unmaskings = 0;
    for (const ExportRecord &record : *records) {
        EXPECT_EQ(record.who, QStringLiteral("李工"));
        unmaskings += record.file.isEmpty() ? 1 : 0;
        if (record.file == full.file) {
            EXPECT_EQ(record.features, 4);
            EXPECT_EQ(record.privacy, Privacy::Full);
            EXPECT_EQ(record.reason, full.reason);
            EXPECT_EQ(record.selection, QStringLiteral("361126001002"));
        }
    }
    EXPECT_EQ(unmaskings, 1);
}

TEST_F(ExportsTest, AReadOnlyProjectIsExportedAndSaysThatItIsNotRecorded)
{
    auto other = Project::open(m_project->path(), Access::Command, m_registry); // m_project holds the lock
    ASSERT_TRUE(other);
    ASSERT_TRUE((*other)->isReadOnly());
    const auto outcome = runExport(**other, order("settlements", "a.gpkg"), {});
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    EXPECT_EQ(outcome->features, 3);
    EXPECT_FALSE(outcome->recorded);
    EXPECT_EQ(outcome->notes.size(), 1);
    auto full = order("households", "b.csv");
    full.privacy = Privacy::Full;
    const auto refused = runExport(**other, full, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::ReadOnly);
    EXPECT_FALSE(QFile::exists(full.file));
}

TEST_F(ExportsTest, APublicListHoldsNobodysNumbersAndHealth)
{
    for (const char *file : {"p.csv", "p.xlsx"}) {
        auto list = order("households", file);
        list.privacy = Privacy::Public;
        EXPECT_EQ(run(list).features, 14);
    }
    const QByteArray text = contents(m_scratch.path(QStringLiteral("p.csv")));
    for (const char *forbidden : {"36112619560703", "1570", "138", "5678", "6222", "因病", "糖尿病", "三丰", "117.4",
                                  "身份证", "电话", "账号"}) {
        EXPECT_FALSE(text.contains(forbidden)) << forbidden;
    }
    EXPECT_TRUE(text.contains("张*,")) << text.left(400).toStdString();
    EXPECT_TRUE(text.contains("361126001002"));
    EXPECT_FALSE(text.contains("张**"));
}

/// Rows of a CSV by their first cell, without the heading.
std::map<QString, QStringList> rowsOf(const QByteArray &csv, int key)
{
    std::map<QString, QStringList> rows;
    for (const QByteArray &line : csv.split('\n').mid(1)) {
        const QStringList cells = QString::fromUtf8(line.trimmed()).split(QLatin1Char(','));
        if (cells.size() > key) {
            rows[cells[key]] = cells;
        }
    }
    return rows;
}

TEST_F(ExportsTest, APublicMapHoldsCountsOfGroupsOfFiveAndMore)
{
    auto map = order("households", "groups.geojson");
    map.privacy = Privacy::Public;
    const ExportOutcome outcome = run(map);
    EXPECT_EQ(outcome.features, 1); // S1 with seven; S2's three and S3's four are too few, also in their villages
    const QByteArray text = contents(map.file);
    EXPECT_TRUE(text.contains("\"code\": \"S1\""));
    EXPECT_TRUE(text.contains("\"count\": 7"));
    EXPECT_FALSE(text.contains("S2"));
    EXPECT_FALSE(text.contains("张"));
    const QString notes = outcome.notes.join(QLatin1Char('|'));
    EXPECT_TRUE(notes.contains(QStringLiteral("7 "))) << notes.toStdString(); // 3 + 4 left out
}

TEST_F(ExportsTest, SmallGroupsAreJoinedIntoTheirVillage)
{
    QString more = QStringLiteral("户编号,户主姓名,行政村代码,自然村编号,家庭人口\n");
    for (int i = 0; i < 3; ++i) {
        more += QStringLiteral("X%1,王五,361126001001,,2\n").arg(i);
    }
    import("households", more.toUtf8().constData());
    auto map = order("households", "groups.geojson");
    map.privacy = Privacy::Public;
    EXPECT_EQ(run(map).features, 2); // S1, and 甲村 with 3 of S2 and 3 of nowhere
    const QByteArray text = contents(map.file);
    EXPECT_TRUE(text.contains("\"level\": \"village\""));
    EXPECT_TRUE(text.contains("\"count\": 6"));
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("public.smallest_group"), QStringLiteral("8")));
    map.file = m_scratch.path(QStringLiteral("none.geojson"));
    EXPECT_EQ(run(map).features, 1); // 7 + 3 + 3 in 甲村
    EXPECT_TRUE(contents(map.file).contains("\"count\": 13"));
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("public.smallest_group"), QStringLiteral("2")));
    map.file = m_scratch.path(QStringLiteral("five.geojson"));
    EXPECT_EQ(run(map).features, 2); // never below five
}

TEST_F(ExportsTest, AreasAndKeysNarrowItDown)
{
    auto some = order("settlements", "a.csv");
    some.keys = {QStringLiteral("S1"), QStringLiteral("上坪"), QStringLiteral("S9")};
    const ExportOutcome outcome = run(some);
    EXPECT_EQ(outcome.features, 2);
    EXPECT_TRUE(outcome.notes.join(u' ').contains(QStringLiteral("S9")));
    some.keys = {QStringLiteral("S9")};
    const auto none = runExport(*m_project, some, {});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::NotFound);
    some.keys.clear();
    some.where = *AreaCode::parse(u"361126001001");
    EXPECT_EQ(run(some).features, 2);
    some.where = *AreaCode::parse(u"361126001");
    EXPECT_EQ(run(some).features, 3);
    const auto areas = (*m_project->snapshot())->areas();
    EXPECT_EQ(areaMeant(areas, QStringLiteral("乙村"), Day::today())->toString(), QStringLiteral("361126001002"));
    EXPECT_EQ(areaMeant(areas, QStringLiteral("丙村"), Day::today()).error().code, ErrorCode::NotFound);
}

TEST_F(ExportsTest, LayersWithoutAnAreaAreCutByPosition)
{
    import("layer:poles", "名称,经度,纬度\n甲,117.45,28.45\n乙,117.55,28.45\n丙,118.9,28.45\n");
    auto poles = order("poles", "a.csv");
    poles.where = *AreaCode::parse(u"361126001002");
    EXPECT_EQ(run(poles).features, 1);
    EXPECT_TRUE(contents(poles.file).contains("乙"));
}

TEST_F(ExportsTest, StatusesAreThoseOfTheDay)
{
    MarkRequest mark;
    mark.layer = QStringLiteral("settlements");
    mark.features = {*m_project->findFeature(mark.layer, QStringLiteral("S1"))};
    mark.status = QStringLiteral("LIT");
    mark.effective = day("2019-05-01");
    mark.who = QStringLiteral("李工");
    ASSERT_TRUE(m_project->mark(mark));
    auto then = order("settlements", "then.csv");
    then.asOf = day("2019-04-30");
    run(then);
    EXPECT_FALSE(contents(then.file).contains("LIT"));
    auto later = order("settlements", "later.csv");
    later.asOf = day("2019-05-01");
    run(later);
    EXPECT_TRUE(contents(later.file).contains("LIT,2019-05-01"));
}

TEST_F(ExportsTest, FiguresAreTablesAndMaps)
{
    auto table = order("indicators:lamps", "f.csv");
    table.by = AreaLevel::Village;
    EXPECT_EQ(run(table).features, 2);
    const auto rows = rowsOf(contents(table.file), 2);
    ASSERT_TRUE(rows.contains(QStringLiteral("361126001001")));
    EXPECT_EQ(rows.at(QStringLiteral("361126001001")).value(4), QStringLiteral("lit_rate"));
    EXPECT_EQ(rows.at(QStringLiteral("361126001001")).value(9), QStringLiteral("2")); // of
    auto map = order("indicators:", "f.geojson");
    EXPECT_EQ(run(map).features, 2);
    const QByteArray text = contents(map.file);
    EXPECT_TRUE(text.contains("\"lit_rate_of\": 2"));
    EXPECT_TRUE(text.contains("Polygon\"")) << text.toStdString();
    map.by = AreaLevel::County;
    map.file = m_scratch.path(QStringLiteral("county.gpkg"));
    EXPECT_EQ(run(map).features, 1);
    EXPECT_EQ(runExport(*m_project, order("indicators:nothing", "x.csv"), {}).error().code, ErrorCode::NotFound);
}

TEST_F(ExportsTest, WhatIsNotThereIsSaid)
{
    EXPECT_EQ(runExport(*m_project, order("nothing", "x.csv"), {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(runExport(*m_project, order("overlay:nothing", "x.csv"), {}).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(m_project->exports()->empty());
}

} // namespace
} // namespace cuntu
