// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

namespace cuntu {
namespace {

/// Exports and photos as users call them.
class ExportVerbTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_project = m_scratch.path(QStringLiteral("县 p.cuntu"));
        ASSERT_EQ(m_program.call({QStringLiteral("new"), m_project}).status, 0);
        import("villages", "村代码,村名,WKT\n"
                           "361126001001,甲村,\"POLYGON((117.4 28.4,117.5 28.4,117.5 28.5,117.4 28.5,117.4 28.4))\"\n"
                           "361126001002,乙村,\"POLYGON((117.5 28.4,117.6 28.4,117.6 28.5,117.5 28.5,117.5 28.4))\"\n");
        import("settlements", "编号,自然村名称,行政村代码,户数,经度,纬度\n"
                              "S1,东湾,361126001001,30,117.41,28.41\nS2,上坪,361126001002,30,117.55,28.45\n");
        import("households", "户编号,户主姓名,身份证号,行政村代码,自然村编号,经度,纬度\n"
                             "H1,张三丰,361126195607031570,361126001001,S1,117.41,28.41\n");
    }

    void import(const char *role, const char *csv)
    {
        const QString file = m_scratch.write(QString::fromLatin1(role) + QStringLiteral(".csv"), csv);
        const auto called = m_program.call(
            {QStringLiteral("import"), m_project, file, QStringLiteral("--as"), QString::fromLatin1(role)});
        ASSERT_EQ(called.status, 0) << called.text();
    }
    test::Called run(const QStringList &arguments) const
    {
        return m_program.call(QStringList{QStringLiteral("export"), m_project} + arguments);
    }
    QByteArray contents(const QString &name) const
    {
        QFile file(m_scratch.path(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
        return file.readAll();
    }

    test::Program m_program;
    test::Scratch m_scratch;
    QString m_project;
};

TEST_F(ExportVerbTest, TheRecordListsExportsAndUnmaskings)
{
    const QString csv = m_scratch.path(QStringLiteral("out.csv"));
    const auto masked = m_program.json({QStringLiteral("export"), m_project, QStringLiteral("households"),
                                        QStringLiteral("-o"), csv, QStringLiteral("--by"), QStringLiteral("李工")});
    EXPECT_EQ(masked[QStringLiteral("layer")].toString(), QStringLiteral("households"));
    EXPECT_EQ(masked[QStringLiteral("features")].toInt(), 1);
    EXPECT_TRUE(masked[QStringLiteral("masked")].toBool());
    EXPECT_TRUE(masked[QStringLiteral("recorded")].toBool());
    EXPECT_FALSE(contents(QStringLiteral("out.csv")).contains("361126195607031570"));
    const auto full =
        run({QStringLiteral("households"), QStringLiteral("-o"), csv, QStringLiteral("--unmask"),
             QStringLiteral("--by"), QStringLiteral("李工"), QStringLiteral("--reason"), QStringLiteral("入户核查")});
    EXPECT_EQ(full.status, 0) << full.text();
    EXPECT_TRUE(contents(QStringLiteral("out.csv")).contains("361126195607031570"));
    const auto rows = m_program.json({QStringLiteral("exports"), m_project})[QStringLiteral("rows")].toArray();
    ASSERT_EQ(rows.size(), 3);
    QStringList kinds;
    for (const QJsonValue &row : rows) {
        kinds << row[QStringLiteral("kind")].toString();
        EXPECT_EQ(row[QStringLiteral("who")].toString(), QStringLiteral("李工"));
    }
    EXPECT_EQ(kinds.count(QStringLiteral("unmasking")), 1);
    EXPECT_TRUE(m_program.call({QStringLiteral("exports"), m_project}).out.contains(QStringLiteral("入户核查")));
}

TEST_F(ExportVerbTest, AProjectThatAnotherProgramHoldsIsExportedWithoutRecord)
{
    test::lockByAnother(m_project);
    const auto masked = m_program.json({QStringLiteral("export"), m_project, QStringLiteral("settlements"),
                                        QStringLiteral("-o"), m_scratch.path(QStringLiteral("s.csv"))});
    EXPECT_FALSE(masked[QStringLiteral("recorded")].toBool());
    EXPECT_EQ(masked[QStringLiteral("notes")].toArray().size(), 1);
    const auto full = run({QStringLiteral("households"), QStringLiteral("-o"), m_scratch.path(QStringLiteral("h.csv")),
                           QStringLiteral("--unmask")});
    EXPECT_EQ(full.status, 1);
    EXPECT_FALSE(QFile::exists(m_scratch.path(QStringLiteral("h.csv"))));
}

TEST_F(ExportVerbTest, OptionsNarrowItDown)
{
    const auto count = [&](const QStringList &more) {
        return m_program
            .json(QStringList{QStringLiteral("export"), m_project, QStringLiteral("settlements"), QStringLiteral("-o"),
                              m_scratch.path(QStringLiteral("s.csv"))} +
                  more)[QStringLiteral("features")]
            .toInt();
    };
    EXPECT_EQ(count({}), 2);
    EXPECT_EQ(count({QStringLiteral("--where"), QStringLiteral("乙村")}), 1);
    EXPECT_EQ(count({QStringLiteral("--where"), QStringLiteral("361126001001")}), 1);
    EXPECT_EQ(count({QStringLiteral("--keys"), QStringLiteral("S1,S2")}), 2);
    EXPECT_EQ(count({QStringLiteral("--keys"), m_scratch.write(QStringLiteral("清单.txt"), "\xEF\xBB\xBFS1\r\n\r\n")}),
              1);
    EXPECT_EQ(count({QStringLiteral("--keys"), m_scratch.write(QStringLiteral("gbk.txt"), "\xC9\xCF\xC6\xBA\n")}), 1);
    EXPECT_EQ(run({QStringLiteral("settlements"), QStringLiteral("-o"), m_scratch.path(QStringLiteral("x.csv")),
                   QStringLiteral("--where"), QStringLiteral("丙村")})
                  .status,
              1);
    EXPECT_EQ(run({QStringLiteral("settlements"), QStringLiteral("-o"), m_scratch.path(QStringLiteral("x.csv")),
                   QStringLiteral("--public"), QStringLiteral("--unmask")})
                  .status,
              2);
}

TEST_F(ExportVerbTest, FiguresLooksAndTheWholeProject)
{
    const auto path = [&](const char *name) { return m_scratch.path(QString::fromUtf8(name)); };
    const auto figures = run({QStringLiteral("indicators:roads"), QStringLiteral("-o"), path("f.csv"),
                              QStringLiteral("--by"), QStringLiteral("village")});
    EXPECT_EQ(figures.status, 0) << figures.text();
    EXPECT_TRUE(contents(QStringLiteral("f.csv")).contains("road_nv_rate"));
    EXPECT_EQ(run({QStringLiteral("indicators:roads"), QStringLiteral("-o"), path("f.gpkg")}).status, 0);
    const auto overlay = run({QStringLiteral("overlay:roads.access"), QStringLiteral("-o"), path("o.gpkg")});
    EXPECT_TRUE(overlay.status == 0 || overlay.err.contains(QStringLiteral("Known:"))) << overlay.text();
    EXPECT_EQ(run({QStringLiteral("villages"), QStringLiteral("-o"), path("村.qml")}).status, 0);
    EXPECT_TRUE(contents(QStringLiteral("村.qml")).contains("<renderer-v2"));
    EXPECT_EQ(run({QStringLiteral("project"), QStringLiteral("-o"), path("文件夹")}).status, 0);
    EXPECT_TRUE(QFile::exists(path("文件夹/data.gpkg")));
    EXPECT_TRUE(QFile::exists(path("文件夹/县 p.qgs")));
}

TEST_F(ExportVerbTest, PhotosAreListedPlacedAndAttachedByHand)
{
    const QString folder = QStringLiteral(CUNTU_SHARED_DATA "/photos");
    if (!QFile::exists(folder)) {
        GTEST_SKIP() << "not on this machine: " << folder.toStdString();
    }
    const QStringList call{QStringLiteral("photos"), m_project, folder, QStringLiteral("--layer"),
                           QStringLiteral("settlements")};
    const auto dry = m_program.json(call + QStringList{QStringLiteral("--dry-run")});
    EXPECT_EQ(dry[QStringLiteral("added")].toInt(), 0);
    EXPECT_EQ(dry[QStringLiteral("rows")].toArray().size(), 3);
    EXPECT_EQ(dry[QStringLiteral("refused")].toArray().size(), 1);
    const auto added = m_program.json(call);
    EXPECT_EQ(added[QStringLiteral("added")].toInt(), 3);
    const int photo = added[QStringLiteral("rows")].toArray()[0][QStringLiteral("photo")].toInt();
    const auto attached = m_program.call({QStringLiteral("photo-attach"), m_project, QString::number(photo),
                                          QStringLiteral("settlements"), QStringLiteral("S1")});
    EXPECT_EQ(attached.status, 0) << attached.text();
    const auto again = m_program.json(call);
    EXPECT_EQ(again[QStringLiteral("rows")].toArray().size(), 3);
    EXPECT_LE(again[QStringLiteral("added")].toInt(), 1); // the attached one is elsewhere now
}

} // namespace
} // namespace cuntu
