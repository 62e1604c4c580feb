// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <unistd.h>

namespace cuntu {
namespace {

/// What a file, a disk or another program can do to an import: each is status 1, a sentence with the file, the row
/// where there is one, and what to do; and the project is as it was, byte for byte.
class BadInputTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_project = m_scratch.path(QStringLiteral("项 目.cuntu"));
        ASSERT_EQ(m_program.call({QStringLiteral("new"), m_project}).status, 0);
        ASSERT_EQ(m_program
                      .call({QStringLiteral("import"), m_project,
                             m_scratch.write(QStringLiteral("ok.csv"), "lon,lat,a\n117.1,28.1,1\n"),
                             QStringLiteral("--as"), QStringLiteral("layer:ok")})
                      .status,
                  0);
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
        return file.readAll();
    }

    QStringList importing(const QString &file, const char *role, const QStringList &options = {}) const
    {
        return QStringList{QStringLiteral("import"), m_project, file, QStringLiteral("--as"),
                           QString::fromLatin1(role)} +
               options;
    }

    /// Expects the call to fail with @p words in its message, and to change nothing.
    void expectRefused(const QStringList &arguments, const std::vector<const char *> &words) const
    {
        const QByteArray before = bytesOf(m_project);
        const auto called = m_program.call(arguments);
        EXPECT_EQ(called.status, 1) << called.text();
        EXPECT_EQ(called.out.toStdString(), "");
        for (const char *word : words) {
            EXPECT_TRUE(called.err.contains(QString::fromUtf8(word))) << word << "\nis not in\n" << called.text();
        }
        EXPECT_GE(called.err.count(QLatin1Char('\n')), 2) << "a reason, and what to do:\n" << called.text();
        EXPECT_TRUE(bytesOf(m_project) == before) << "the project has changed: " << called.text();
    }

    /// A shapefile of two GBK villages, without .cpg, in @p folder of the scratch folder.
    QString shapefile(const QString &folder) const
    {
        QDir(m_scratch.folder()).mkdir(folder);
        const QString path = m_scratch.path(folder + QStringLiteral("/行政村.shp"));
        const QString table = m_scratch.write(
            QStringLiteral("v.csv"), "村代码,村名,WKT\n"
                                     "361126100201,安丰东村,\"POLYGON ((117 28, 117 28.1, 117.1 28.1, 117 28))\"\n"
                                     "361126100202,梁垛西村,\"POLYGON ((118 28, 118 28.1, 118.1 28.1, 118 28))\"\n");
        EXPECT_EQ(
            QProcess::execute(QStringLiteral("ogr2ogr"),
                              {QStringLiteral("-q"), path, table, QStringLiteral("-oo"),
                               QStringLiteral("GEOM_POSSIBLE_NAMES=WKT"), QStringLiteral("-oo"),
                               QStringLiteral("KEEP_GEOM_COLUMNS=NO"), QStringLiteral("-a_srs"),
                               QStringLiteral("EPSG:4490"), QStringLiteral("-lco"), QStringLiteral("ENCODING=GBK")}),
            0);
        QFile::remove(m_scratch.path(folder + QStringLiteral("/行政村.cpg")));
        return path;
    }
    static QString part(const QString &shapefile, const char *ending)
    {
        return shapefile.chopped(3) + QLatin1String(ending);
    }

    /// 20,000 households, several megabytes once they are stored.
    QString manyHouseholds() const
    {
        QByteArray table = "hh_id,lon,lat,members\n";
        for (int i = 0; i < 20000; ++i) {
            table += QByteArray::number(i + 1) + ",117." + QByteArray::number(100000 + i) + ",28.5,4\n";
        }
        return m_scratch.write(QStringLiteral("农 户.csv"), table);
    }

    test::Program m_program;
    test::Scratch m_scratch;
    QString m_project;
};

TEST_F(BadInputTest, AFileThatCannotBeRead)
{
    expectRefused(importing(m_scratch.path(QStringLiteral("没有 这个.csv")), "settlements"), {"没有 这个.csv"});
    QDir(m_scratch.folder()).mkdir(QStringLiteral("夹.csv"));
    expectRefused(importing(m_scratch.path(QStringLiteral("夹.csv")), "settlements"), {"夹.csv", "folder"});
    expectRefused(importing(m_scratch.write(QStringLiteral("坏.xlsx"), "PK\x03\x04 broken"), "settlements"),
                  {"坏.xlsx", "damaged"});
    expectRefused(importing(m_scratch.write(QStringLiteral("半.geojson"), "{\"type\": \"FeatureColl"), "villages"),
                  {"半.geojson"});
}

TEST_F(BadInputTest, AFileThatMayNotBeRead)
{
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root may read every file: run as another user to see this";
    }
    const QString file = m_scratch.write(QStringLiteral("锁.csv"), "a\n1\n");
    QFile::setPermissions(file, {});
    expectRefused(importing(file, "layer:a"), {"锁.csv"});
}

TEST_F(BadInputTest, AWrongEncoding)
{
    const QString gbk = m_scratch.write(QStringLiteral("户.csv"), QByteArray("hh_id,head_name\n1,Li\n2,\xCD\xF5\n"));
    expectRefused(importing(gbk, "households", {QStringLiteral("--encoding"), QStringLiteral("UTF-8")}),
                  {"户.csv", "row 3", "not UTF-8", "--encoding GBK"});
    expectRefused(importing(gbk, "households", {QStringLiteral("--encoding"), QStringLiteral("KLINGON")}),
                  {"户.csv", "KLINGON"});
    const QString shp = shapefile(QStringLiteral("gbk"));
    expectRefused(importing(shp, "villages", {QStringLiteral("--encoding"), QStringLiteral("UTF-8")}),
                  {"行政村.shp", "row 1", "not UTF-8", "--encoding GBK"});
    expectRefused(importing(shp, "villages", {QStringLiteral("--encoding"), QStringLiteral("KLINGON")}),
                  {"行政村.shp", "KLINGON"});
}

TEST_F(BadInputTest, AShapefileWithoutItsParts)
{
    const QString noIndex = shapefile(QStringLiteral("noshx"));
    QFile::remove(part(noIndex, "shx"));
    expectRefused(importing(noIndex, "villages"), {"行政村.shx is missing", "Ask the sender"});
    const QString noTable = shapefile(QStringLiteral("nodbf"));
    QFile::remove(part(noTable, "dbf"));
    expectRefused(importing(noTable, "villages"), {"行政村.dbf is missing", "Ask the sender"});
}

TEST_F(BadInputTest, AMissingPrjIsMadeUpForByTheNumbersAndSaid)
{
    const QString shp = shapefile(QStringLiteral("noprj"));
    QFile::remove(part(shp, "prj"));
    const auto called = m_program.call(importing(shp, "villages"));
    EXPECT_EQ(called.status, 0) << called.text();
    EXPECT_TRUE(called.out.contains(QStringLiteral(".prj file, which names the coordinate system, is missing")))
        << called.text();
}

TEST_F(BadInputTest, APrjThatCannotBeUnderstoodIsSaid)
{
    const QString shp = shapefile(QStringLiteral("badprj"));
    QFile prj(part(shp, "prj"));
    ASSERT_TRUE(prj.open(QIODevice::WriteOnly));
    prj.write("the grid of the reservoir");
    prj.close();
    const auto called = m_program.call(importing(shp, "villages"));
    EXPECT_EQ(called.status, 0) << called.text();
    EXPECT_TRUE(called.out.contains(QStringLiteral("cannot be understood"))) << called.text();
}

TEST_F(BadInputTest, AnUnknownCoordinateSystem)
{
    const QString local = m_scratch.write(QStringLiteral("坐标.csv"), "名称,x,y\n甲,412345.5,77.1\n乙,5000,99999\n");
    expectRefused(importing(local, "layer:a"), {"坐标.csv", "coordinate system", "--source-crs"});
    expectRefused(importing(local, "layer:a", {QStringLiteral("--source-crs"), QStringLiteral("EPSG:999999")}),
                  {"EPSG:999999", "Give an EPSG code"});
}

TEST_F(BadInputTest, DuplicateCodesAreRejectedByRowAndTheFirstIsTaken)
{
    const QString twice = m_scratch.write(QStringLiteral("村.csv"),
                                          "村代码,村名\n361126100201,甲村\n361126100201,乙村\n361126100202,丙村\n");
    expectRefused(importing(twice, "villages", {QStringLiteral("--strict")}),
                  {"村.csv", "row 3", "361126100201", "row 2"});
    const auto called = m_program.call(importing(twice, "villages"));
    EXPECT_EQ(called.status, 0) << called.text();
    EXPECT_TRUE(called.out.contains(QStringLiteral("row 3 rejected: '361126100201' occurs a second time")))
        << called.text();
    EXPECT_EQ(test::featureCount(m_program.json({QStringLiteral("info"), m_project}), QStringLiteral("villages")), 2);
}

TEST_F(BadInputTest, ATableWithoutHeadingsOrRows)
{
    expectRefused(importing(m_scratch.write(QStringLiteral("无头.csv"), "1,甲,34\n2,乙,56\n"), "settlements"),
                  {"无头.csv", "no column for", "--map field=column"});
    expectRefused(
        importing(m_scratch.write(QStringLiteral("只有头.csv"), "自然村名称,行政村代码,户籍户数\n"), "settlements"),
        {"只有头.csv", "no data rows"});
}

TEST_F(BadInputTest, AnEmptyFile)
{
    for (const char *name : {"空.csv", "空.xlsx", "空.shp", "空.kml", "空.geojson"}) {
        expectRefused(importing(m_scratch.write(QString::fromUtf8(name), {}), "settlements"), {name, "empty"});
    }
}

TEST_F(BadInputTest, AProjectInUse)
{
    test::lockByAnother(m_project);
    expectRefused(importing(m_scratch.path(QStringLiteral("ok.csv")), "layer:b"),
                  {"项 目.cuntu", "test_cli", "open in another program"});
}

TEST_F(BadInputTest, AProjectOfANewerVersion)
{
    ASSERT_EQ(QProcess::execute(QStringLiteral("sqlite3"), {m_project, QStringLiteral("PRAGMA user_version = 999")}),
              0);
    expectRefused(importing(m_scratch.path(QStringLiteral("ok.csv")), "layer:b"),
                  {"项 目.cuntu", "newer Cuntu", "999", "Install the newer program"});
    expectRefused({QStringLiteral("info"), m_project}, {"newer Cuntu"});
}

TEST_F(BadInputTest, AProjectThatIsNone)
{
    m_project = m_scratch.write(QStringLiteral("不是.cuntu"), "This is a letter, not a project.");
    expectRefused(importing(m_scratch.path(QStringLiteral("ok.csv")), "layer:b"), {"不是.cuntu"});
}

TEST_F(BadInputTest, ALimitOnTheSizeOfFiles)
{
    const QByteArray before = bytesOf(m_project);
    QProcess process;
    process.setProcessEnvironment(m_program.environment());
    process.start(QStringLiteral("sh"),
                  QStringList{QStringLiteral("-c"), QStringLiteral("ulimit -f 2000; exec \"$0\" \"$@\""),
                              QStringLiteral(CUNTU_PROGRAM)} +
                      importing(manyHouseholds(), "households", {QStringLiteral("--lang"), QStringLiteral("en")}));
    process.waitForFinished(300000);
    const QByteArray said = process.readAllStandardError();
    ASSERT_EQ(process.exitStatus(), QProcess::NormalExit) << "the program was ended by the limit";
    EXPECT_EQ(process.exitCode(), 1) << said.toStdString();
    EXPECT_TRUE(said.contains("农 户.csv") && said.contains("Check the disk")) << said.toStdString();
    EXPECT_TRUE(bytesOf(m_project) == before);
    EXPECT_EQ(m_program.call(importing(manyHouseholds(), "households")).status, 0) << "without the limit it works";
}

TEST_F(BadInputTest, AFullDisk)
{
    const QString disk = m_scratch.path(QStringLiteral("小盘"));
    QDir().mkpath(disk);
    if (::geteuid() != 0 ||
        QProcess::execute(QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                                    QStringLiteral("size=2m"), QStringLiteral("tmpfs"), disk}) != 0) {
        GTEST_SKIP() << "a small disk can be mounted by root only; ALimitOnTheSizeOfFiles is the like for all";
    }
    struct Unmount {
        QString disk;
        ~Unmount() { EXPECT_EQ(QProcess::execute(QStringLiteral("umount"), {disk}), 0); }
    } unmount{disk};
    const QString file = manyHouseholds();
    ASSERT_TRUE(QFile::copy(m_project, disk + QStringLiteral("/p.cuntu")));
    m_project = disk + QStringLiteral("/p.cuntu");
    expectRefused(importing(file, "households"), {"农 户.csv", "the disk is full", "Free some space"});
    EXPECT_EQ(m_program.call({QStringLiteral("info"), m_project}).status, 0);
}

} // namespace
} // namespace cuntu
