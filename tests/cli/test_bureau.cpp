// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QSet>

namespace cuntu {
namespace {

/// A county's real folder, with its quirks, against the figures that are known of it.
class BureauTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = QStringLiteral(CUNTU_SHARED_DATA "/bureau_yiyang/");
        QFile truth(m_folder + QStringLiteral("truth.json"));
        if (!truth.open(QIODevice::ReadOnly)) {
            GTEST_SKIP() << "the real data are not there: " << m_folder.toStdString();
        }
        m_truth = QJsonDocument::fromJson(truth.readAll()).object();
        m_project = m_scratch.path(QStringLiteral("弋阳 county.cuntu"));
        ASSERT_EQ(m_program.call({QStringLiteral("new"), m_project}).status, 0);
        import(QStringLiteral(CUNTU_SHARED_DATA "/areas/yiyang_townships.csv"), QStringLiteral("townships"));
    }

    QJsonObject import(const QString &file, const QString &role, const QStringList &more = {})
    {
        return m_program.json(QStringList{QStringLiteral("import"), m_project, file, QStringLiteral("--as"), role,
                                          QStringLiteral("--rejects"),
                                          m_scratch.path(role + QStringLiteral(".rejects.csv"))} +
                              more);
    }

    test::Program m_program;
    test::Scratch m_scratch;
    QString m_folder;
    QString m_project;
    QJsonObject m_truth;
};

TEST_F(BureauTest, IsLoadedAsTheTruthSays)
{
    const auto villages = import(m_folder + QStringLiteral("行政村.shp"), QStringLiteral("villages"));
    EXPECT_EQ(villages[QStringLiteral("taken")], m_truth[QStringLiteral("villages")]);
    EXPECT_EQ(villages[QStringLiteral("encoding")].toString(), QStringLiteral("GBK"));
    EXPECT_EQ(villages[QStringLiteral("crs")].toString(), QStringLiteral("EPSG:4527"));

    const auto settlements = import(m_folder + QStringLiteral("自然村.xlsx"), QStringLiteral("settlements"));
    EXPECT_EQ(settlements[QStringLiteral("taken")], m_truth[QStringLiteral("settlements_good")]);
    QFile rejects(settlements[QStringLiteral("rejects_file")].toString());
    ASSERT_TRUE(rejects.open(QIODevice::ReadOnly));
    QSet<int> rejected;
    for (const QByteArray &line : rejects.readAll().split('\n')) {
        rejected << line.split(',').value(0).toInt();
    }
    for (const QJsonValue &bad : m_truth[QStringLiteral("settlements_bad")].toArray()) {
        EXPECT_TRUE(rejected.contains(bad[QStringLiteral("row")].toInt())) << bad[QStringLiteral("row")].toInt();
    }

    const auto households = import(m_folder + QStringLiteral("贫困户.csv"), QStringLiteral("households"));
    EXPECT_EQ(households[QStringLiteral("taken")], m_truth[QStringLiteral("households")]);
    EXPECT_EQ(households[QStringLiteral("warnings")].toInt(),
              m_truth[QStringLiteral("households_bad_id_lines")].toArray().size());

    const auto lines = import(m_folder + QStringLiteral("道路.kml"), QStringLiteral("roads"),
                              {QStringLiteral("--source-crs"), QStringLiteral("gcj02")});
    EXPECT_EQ(lines[QStringLiteral("taken")], m_truth[QStringLiteral("roads")]);

    // The denominator of the programme's main figure, at each level.
    for (const char *level : {"county", "township", "village"}) {
        const auto figures =
            m_program.json({QStringLiteral("indicators"), m_project, QStringLiteral("--programme"),
                            QStringLiteral("roads"), QStringLiteral("--by"), QString::fromLatin1(level)});
        double sum = 0;
        for (const QJsonValue &row : figures[QStringLiteral("rows")].toArray()) {
            if (row[QStringLiteral("indicator")].toString() == QStringLiteral("road_nv_rate")) {
                sum += row[QStringLiteral("denominator")].toDouble();
            }
        }
        EXPECT_EQ(sum, m_truth[QStringLiteral("settlements_25")].toDouble()) << level;
    }
}

TEST_F(BureauTest, ShiftedRoadsComeToLieWithinTwoMetres)
{
    import(m_folder + QStringLiteral("行政村.shp"), QStringLiteral("villages"));
    import(m_folder + QStringLiteral("道路.kml"), QStringLiteral("roads"),
           {QStringLiteral("--source-crs"), QStringLiteral("gcj02")});
    const QString file = m_scratch.path(QStringLiteral("roads.geojson"));
    ASSERT_EQ(m_program.call({QStringLiteral("export"), m_project, QStringLiteral("roads"), QStringLiteral("-o"), file})
                  .status,
              0);
    QFile exported(file);
    ASSERT_TRUE(exported.open(QIODevice::ReadOnly));
    const auto features = QJsonDocument::fromJson(exported.readAll()).object()[QStringLiteral("features")].toArray();
    ASSERT_EQ(features.size(), m_truth[QStringLiteral("roads")].toInt());
    const auto wanted = m_truth[QStringLiteral("road_0_wgs84_start")].toArray();
    const auto coordinates =
        features[0].toObject()[QStringLiteral("geometry")].toObject()[QStringLiteral("coordinates")].toArray();
    const auto start =
        coordinates[0].toArray()[0].isArray() ? coordinates[0].toArray()[0].toArray() : coordinates[0].toArray();
    constexpr double k_twoMetres_deg = 2.0 / 111320.0;
    EXPECT_NEAR(start[0].toDouble(), wanted[0].toDouble(), k_twoMetres_deg);
    EXPECT_NEAR(start[1].toDouble(), wanted[1].toDouble(), k_twoMetres_deg);
}

TEST_F(BureauTest, APlainExportHoldsNoIdentityNumber)
{
    import(m_folder + QStringLiteral("行政村.shp"), QStringLiteral("villages"));
    import(m_folder + QStringLiteral("贫困户.csv"), QStringLiteral("households"));
    const QString file = m_scratch.path(QStringLiteral("out.csv"));
    ASSERT_EQ(
        m_program.call({QStringLiteral("export"), m_project, QStringLiteral("households"), QStringLiteral("-o"), file})
            .status,
        0);
    QFile exported(file);
    ASSERT_TRUE(exported.open(QIODevice::ReadOnly));
    const QByteArray text = exported.readAll();
    EXPECT_FALSE(text.contains("361126195607031570"));
    EXPECT_TRUE(text.contains("361126********1570"));
    const QString open = m_scratch.path(QStringLiteral("open.csv"));
    ASSERT_EQ(m_program
                  .call({QStringLiteral("export"), m_project, QStringLiteral("households"), QStringLiteral("-o"), open,
                         QStringLiteral("--unmask"), QStringLiteral("--by"), QStringLiteral("张工")})
                  .status,
              0);
    QFile unmasked(open);
    ASSERT_TRUE(unmasked.open(QIODevice::ReadOnly));
    EXPECT_TRUE(unmasked.readAll().contains("361126195607031570"));
}

TEST_F(BureauTest, OtherProgramsSeeEveryLayerWithItsCountAndCrs)
{
    import(m_folder + QStringLiteral("行政村.shp"), QStringLiteral("villages"));
    import(m_folder + QStringLiteral("自然村.xlsx"), QStringLiteral("settlements"));
    QProcess ogrinfo;
    ogrinfo.start(QStringLiteral("ogrinfo"),
                  {QStringLiteral("-ro"), QStringLiteral("-so"), QStringLiteral("-al"), m_project});
    ogrinfo.waitForFinished();
    const QString seen = QString::fromUtf8(ogrinfo.readAllStandardOutput());
    EXPECT_TRUE(seen.contains(QStringLiteral("Feature Count: 161")));
    EXPECT_TRUE(seen.contains(QStringLiteral("Feature Count: 1550")));
    EXPECT_TRUE(seen.contains(QStringLiteral("CGCS2000 / 3-degree Gauss-Kruger zone 39")));
    QProcess spatialite;
    spatialite.start(
        QStringLiteral("spatialite"),
        {m_project, QStringLiteral("SELECT count(*), min(ST_IsValid(geom)) FROM townships WHERE geom IS NOT NULL")});
    spatialite.waitForFinished();
    EXPECT_TRUE(QString::fromUtf8(spatialite.readAllStandardOutput()).contains(QStringLiteral("17|1")));
}

} // namespace
} // namespace cuntu
