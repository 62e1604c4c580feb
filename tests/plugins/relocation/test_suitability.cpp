// SPDX-License-Identifier: GPL-3.0-or-later
// Suitability of land through the command line: a hand-worked case, and real terrain and roads.
#include "core/io/height_grid.h"
#include "core/terrain/grid.h"
#include "tests/cli/program.h"

#include <QFile>
#include <QStandardPaths>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::test {
namespace {

void write(const QString &path, const QString &text)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

/// EPSG:4527 as a .prj file says it.
const QString k_prj = QStringLiteral(
    "PROJCS[\"CGCS2000_3_Degree_GK_Zone_39\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_"
    "2000\","
    "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
    "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",39500000.0],PARAMETER[\"False_Northing\",0.0],"
    "PARAMETER[\"Central_Meridian\",117.0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
    "UNIT[\"Meter\",1.0]]");

/// Land of 8 x 6 cells of 100 m: heights rise by 10 m a column, and a second raster of numbers 0 to 7 by row.
class Land : public testing::Test {
protected:
    void SetUp() override
    {
        write(m_scratch.path(u"heights.asc"_s), gridText([](int column, int) { return 100 + 10 * column; }));
        write(m_scratch.path(u"quiet.asc"_s), gridText([](int, int row) { return row; }));
        for (const char *name : {"heights.prj", "quiet.prj"}) {
            write(m_scratch.path(QString::fromLatin1(name)), k_prj);
        }
        write(m_scratch.path(u"land.geojson"_s), box(0, 0, 800, 600));
        write(m_scratch.path(u"criteria.csv"_s), u"id,name,role,measure,layer,where,curve,weight,limit\n"
                                                 "height,Height,criterion,elevation,,,linear 100=1 180=0.2,3,\n"
                                                 "quiet,Quiet,criterion,raster,quiet.asc,,linear 0=0 5=1,1,\n"
                                                 "high,Too high,exclusion,elevation,,,,,> 165\n"_s);
        m_project = m_scratch.path(u"land.cuntu"_s);
        ASSERT_EQ(m_program.call({u"new"_s, m_project, u"--crs"_s, u"EPSG:4527"_s}).status, 0);
        import(u"land.geojson"_s, u"land"_s);
    }

    template <class Number> static QString gridText(const Number &number)
    {
        QString text = u"ncols 8\nnrows 6\nxllcorner 39500000\nyllcorner 3000000\ncellsize 100\n"_s;
        for (int row = 0; row < 6; ++row) {
            for (int column = 0; column < 8; ++column) {
                text += QString::number(number(column, row)) + u' ';
            }
            text += u'\n';
        }
        return text;
    }
    static QString box(double x0, double y0, double x1, double y1)
    {
        const auto at = [](double x, double y) {
            return u"[%1,%2]"_s.arg(39'500'000 + x, 0, 'f', 1).arg(3'000'000 + y, 0, 'f', 1);
        };
        const QStringList ring{at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1), at(x0, y0)};
        return u"{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:"
               u"EPSG::"
               "4527\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"a\"},\"geometry\":{\"type\":"
               "\"Polygon\",\"coordinates\":[[%1]]}}]}"_s.arg(ring.join(u','));
    }
    void import(const QString &file, const QString &layer)
    {
        const Called called =
            m_program.call({u"import"_s, m_project, m_scratch.path(file), u"--as"_s, u"layer:"_s + layer});
        ASSERT_EQ(called.status, 0) << called.text();
    }
    QStringList words(const QStringList &more = {}) const
    {
        return QStringList{u"run"_s,
                           m_project,
                           u"relocation.suitability"_s,
                           u"--terrain-file"_s,
                           m_scratch.path(u"heights.asc"_s),
                           u"--area"_s,
                           u"land"_s,
                           u"--criteria-file"_s,
                           m_scratch.path(u"criteria.csv"_s),
                           u"--cell-m"_s,
                           u"100"_s,
                           u"--opening"_s,
                           u"0"_s} +
               more;
    }
    QJsonObject run(const QStringList &more = {}) const { return m_program.json(words(more))[u"result"_s].toObject(); }
    QString errorOf(const QStringList &more) const
    {
        const Called called = m_program.call(words(more));
        EXPECT_NE(called.status, 0) << called.text();
        return called.err;
    }

    Scratch m_scratch;
    Program m_program;
    QString m_project;
};

TEST_F(Land, ScoresEqualTheHandWorkedOnes)
{
    const QString file = m_scratch.path(u"score.tif"_s);
    const QJsonObject result = run({u"--score-file"_s, file});
    EXPECT_EQ(result[u"weights"_s][u"height"_s].toDouble(), 0.75);
    EXPECT_TRUE(result[u"weights_note"_s].toString().contains(u"4"_s)) << "3 and 1 do not sum to 1";
    EXPECT_NEAR(result[u"land_km2"_s].toDouble(), 0.48, 1e-9);
    EXPECT_NEAR(result[u"open_km2"_s].toDouble(), 0.42, 1e-9) << "the last column lies at 170 m";
    EXPECT_NEAR(result[u"excluded_km2"_s][u"high"_s].toDouble(), 0.06, 1e-9);
    const auto scores = readHeights(file, {39'500'000, 3'000'000, 39'500'800, 3'000'600}, *Crs::fromEpsg(4527));
    ASSERT_TRUE(scores) << scores.error().toText().toStdString();
    ASSERT_EQ(scores->heights_m.size(), 48U);
    for (int row = 0; row < 6; ++row) {
        for (int column = 0; column < 8; ++column) {
            const float stored = scores->heights_m[static_cast<std::size_t>(row * 8 + column)]; // in steps of 0.005
            if (column == 7) {
                EXPECT_TRUE(std::isnan(stored));
            } else {
                const double height = 1 - 0.8 * column / 8;
                EXPECT_NEAR(stored * 0.005, 0.75 * height + 0.25 * row / 5, 0.0026) << row << " " << column;
            }
        }
    }
}

TEST_F(Land, ScoresEqualThoseOfGdalCalc)
{
    const QString tool = QStandardPaths::findExecutable(u"gdal_calc.py"_s);
    QProcess calc;
    const QString file = m_scratch.path(u"calc.tif"_s);
    calc.start(tool, {u"--quiet"_s, u"-A"_s, m_scratch.path(u"heights.asc"_s), u"-B"_s, m_scratch.path(u"quiet.asc"_s),
                      u"--type=Float64"_s, u"--outfile="_s + file, u"--calc=0.75*(1-0.8*(A-100)/80.0)+0.25*B/5.0"_s});
    if (tool.isEmpty() || !calc.waitForFinished() || calc.exitCode() != 0) {
        GTEST_SKIP() << "gdal_calc.py (with numpy) is not here";
    }
    const QString own = m_scratch.path(u"score.tif"_s);
    run({u"--score-file"_s, own, u"--without"_s, u"high"_s});
    const Box box{39'500'000, 3'000'000, 39'500'800, 3'000'600};
    const auto theirs = readHeights(file, box, *Crs::fromEpsg(4527));
    const auto ours = readHeights(own, box, *Crs::fromEpsg(4527));
    ASSERT_TRUE(theirs && ours);
    for (std::size_t i = 0; i < 48; ++i) {
        EXPECT_NEAR(ours->heights_m[i] * 0.005, theirs->heights_m[i], 0.0026);
    }
}

TEST_F(Land, PatchesHaveCapacityAndShares)
{
    const QJsonObject result =
        run({u"--least-score"_s, u"0.7"_s, u"--least-area-m2"_s, u"20000"_s, u"--most-area-m2"_s, u"60000"_s});
    EXPECT_TRUE(result[u"feasible"_s].toBool());
    EXPECT_GT(result[u"patches"_s].toInt(), 1);
    EXPECT_GT(result[u"best_share"_s].toDouble(), 0);
    EXPECT_FALSE(result[u"sentence"_s].toString().isEmpty());
    EXPECT_GT(result[u"capacity_households"_s].toInt(), 0);
    EXPECT_EQ(result,
              run({u"--least-score"_s, u"0.7"_s, u"--least-area-m2"_s, u"20000"_s, u"--most-area-m2"_s, u"60000"_s}))
        << "the same in every run";
}

TEST_F(Land, WhereNothingFitsTheSmallestLooseningsAreNamed)
{
    write(m_scratch.path(u"criteria.csv"_s), u"id,name,role,measure,layer,where,curve,weight,limit\n"
                                             "height,Height,criterion,elevation,,,linear 100=1 180=0.2,1,\n"
                                             "high,Too high,exclusion,elevation,,,,,> 95\n"_s);
    const QJsonObject result = run({u"--least-area-m2"_s, u"100000"_s, u"--most-area-m2"_s, u"500000"_s});
    EXPECT_FALSE(result[u"feasible"_s].toBool());
    EXPECT_NEAR(result[u"alone_km2"_s][u"high"_s].toDouble(), 0.48, 1e-9);
    const QString ways = QString::fromUtf8(QJsonDocument(result[u"relaxations"_s].toArray()).toJson());
    EXPECT_TRUE(ways.contains(u"110"_s)) << "two columns of six cells are 12 ha: " << ways.toStdString();
}

TEST_F(Land, PairwiseJudgementsSayHowConsistentTheyAre)
{
    const QJsonObject result = run({u"--pairs"_s, u"height/quiet=3"_s});
    EXPECT_EQ(result[u"weights"_s][u"height"_s].toDouble(), 0.75);
    EXPECT_EQ(result[u"consistency_ratio"_s].toDouble(), 0);
    EXPECT_TRUE(errorOf({u"--pairs"_s, u"height/quiet=12"_s}).contains(u"12"_s));
    EXPECT_TRUE(errorOf({u"--pairs"_s, u"height-quiet"_s}).contains(u"height-quiet"_s));
}

TEST_F(Land, BadInputIsNamed)
{
    EXPECT_TRUE(errorOf({u"--weights"_s, u"hight=1"_s}).contains(u"hight"_s));
    EXPECT_TRUE(errorOf({u"--weights"_s, u"height=0; quiet=0"_s}).contains(u"0"_s));
    EXPECT_TRUE(errorOf({u"--without"_s, u"low"_s}).contains(u"high"_s)) << "those that are there";
    EXPECT_TRUE(errorOf({u"--orders"_s, u"height>>quiet"_s}).contains(u"height>>quiet"_s));
    write(m_scratch.path(u"bad.csv"_s), u"id,measure,curve\nslope,steepness,linear 0=1 25=0\n"_s);
    const QString bad = errorOf({u"--criteria-file"_s, m_scratch.path(u"bad.csv"_s)});
    EXPECT_TRUE(bad.contains(u"steepness"_s) && bad.contains(u"bad.csv"_s)) << bad.toStdString();
    write(m_scratch.path(u"far.geojson"_s), box(500, 0, 2800, 600));
    import(u"far.geojson"_s, u"far"_s);
    const QString cover = errorOf({u"--area"_s, u"far"_s});
    EXPECT_TRUE(cover.contains(u"1.2 of 1.4"_s)) << cover.toStdString();
}

TEST(Andorra, SitesAreFoundOnRealTerrainAndRoads)
{
    const QString osm = QStringLiteral(CUNTU_SHARED_DATA "/osm/andorra.osm.pbf");
    const QString terrain = QStringLiteral(CUNTU_SHARED_DATA "/terrain/N42E001.hgt.zip");
    if (!QFile::exists(osm) || !QFile::exists(terrain)) {
        GTEST_SKIP() << "the extract of Andorra and its terrain are not here";
    }
    const Program program;
    const Scratch scratch;
    const QString project = scratch.path(u"andorra.cuntu"_s);
    ASSERT_EQ(program.call({u"new"_s, project}).status, 0);
    for (const char *profile : {"roads_osm", "settlements_osm"}) {
        program.json({u"import"_s, project, osm, u"--profile"_s, QString::fromLatin1(profile)});
    }
    const QString score = scratch.path(u"score.tif"_s);
    const QJsonObject answer = program.json({u"run"_s, project, u"relocation.suitability"_s, u"--terrain-file"_s,
                                             u"/vsizip/"_s + terrain + u"/N42E001.hgt"_s, u"--cell-m"_s, u"60"_s,
                                             u"--least-score"_s, u"0.55"_s, u"--score-file"_s, score});
    const QJsonObject result = answer[u"result"_s].toObject();
    EXPECT_TRUE(result[u"feasible"_s].toBool());
    EXPECT_EQ(result[u"patches"_s].toInt(), 20);
    const double land = result[u"land_km2"_s].toDouble();
    EXPECT_GT(land, 300) << "Andorra has 468 km2";
    const double steep = result[u"excluded_km2"_s][u"steep"_s].toDouble();
    EXPECT_GT(steep / land, 0.2) << "of the tile 28 % are above 25 degrees; the valleys of Andorra are steeper";
    EXPECT_LT(steep / land, 0.6);
    EXPECT_TRUE(QFile::exists(score));
}

} // namespace
} // namespace cuntu::test
