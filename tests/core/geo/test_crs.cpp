// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/crs.h"

#include "shared_table.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace cuntu {
namespace {

Crs crsOf(const char *text)
{
    auto crs = Crs::fromUser(QString::fromUtf8(text));
    EXPECT_TRUE(crs) << text;
    return crs.value_or(Crs());
}

TEST(Box, IsEmptyUntilSomethingIsAdded)
{
    Box box;
    EXPECT_TRUE(box.isEmpty());
    EXPECT_TRUE(box.grown(10).isEmpty());
    EXPECT_EQ(box.width(), 0);
    box.add(Point{5, 6});
    EXPECT_EQ(box, (Box{5, 6, 5, 6}));
    box.add(Box{});
    box.add(Point{std::numeric_limits<double>::quiet_NaN(), 1});
    EXPECT_EQ(box, (Box{5, 6, 5, 6}));
    box.add(Box{1, 7, 2, 8});
    EXPECT_EQ(box, (Box{1, 6, 5, 8}));
    EXPECT_EQ(box.grown(1), (Box{0, 5, 6, 9}));
}

TEST(Crs, UnderstandsTheWaysACodeIsTyped)
{
    for (const char *text : {"EPSG:4527", "epsg:4527", "4527", " 4527 ", "EPSG::4527", "ＥＰＳＧ：４５２７",
                             "urn:ogc:def:crs:EPSG::4527", "CGCS2000 / 3-degree Gauss-Kruger zone 39"}) {
        EXPECT_EQ(crsOf(text).epsg(), 4527) << text;
    }
    EXPECT_EQ(crsOf("4527").id(), QStringLiteral("EPSG:4527"));
    EXPECT_EQ(crsOf("4527").name(), QStringLiteral("CGCS2000 / 3-degree Gauss-Kruger zone 39"));
    EXPECT_FALSE(crsOf("4527").isGeographic());
    EXPECT_TRUE(crsOf("4490").isGeographic());
}

TEST(Crs, KnowsTheSystemsOfPhonesAndWebMaps)
{
    for (const char *text : {"gcj02", "GCJ-02", "gcj_02", "Gcj 02"}) {
        EXPECT_EQ(crsOf(text), Crs::gcj02()) << text;
    }
    EXPECT_EQ(crsOf("BD-09"), Crs::bd09());
    EXPECT_EQ(crsOf("WGS84").epsg(), 4326);
    EXPECT_EQ(crsOf("WGS-84").epsg(), 4326);
    EXPECT_EQ(crsOf("cgcs2000").epsg(), 4490);
    EXPECT_EQ(Crs::gcj02().id(), QStringLiteral("gcj02"));
    EXPECT_EQ(Crs::gcj02().epsg(), 0);
    EXPECT_TRUE(Crs::gcj02().isGeographic());
    EXPECT_EQ(Crs::gcj02().wkt(), crsOf("4490").wkt());
    EXPECT_NE(Crs::gcj02(), crsOf("4490"));
}

TEST(Crs, RefusesWhatIsNotThereWithAdvice)
{
    for (const char *text : {"", "0", "EPSG:1", "EPSG:999999", "Beijing", "hello", "PROJCS[\"half", "+proj=nonsense",
                             "+proj=pipeline +step +proj=noop", "EPSG:5737", "EPSG:4479", "EPSG:1043"}) {
        const auto crs = Crs::fromUser(QString::fromUtf8(text));
        ASSERT_FALSE(crs) << text << " gave " << crs->id().toStdString();
        EXPECT_EQ(crs.error().code, ErrorCode::UnknownCrs);
        EXPECT_FALSE(crs.error().advice.isEmpty());
    }
    EXPECT_FALSE(Crs::fromEpsg(-1));
    EXPECT_FALSE(Crs().isValid());
}

TEST(Crs, FindsTheCodeOfAnEsriPrjFile)
{
    QFile file(QStringLiteral(CUNTU_SHARED_DATA "/bureau_yiyang/行政村.prj"));
    if (!file.open(QIODevice::ReadOnly)) {
        GTEST_SKIP() << "no shared data";
    }
    const auto crs = Crs::fromUser(QString::fromUtf8(file.readAll()));
    ASSERT_TRUE(crs);
    EXPECT_EQ(crs->epsg(), 4527);
    EXPECT_EQ(*crs, crsOf("4527"));
}

TEST(Crs, FindsTheCodesOfEsriNames)
{
    const std::array<std::pair<const char *, int>, 7> names{{{"CGCS2000_3_Degree_GK_Zone_39", 4527},
                                                             {"CGCS2000_3_Degree_GK_CM_117E", 4548},
                                                             {"CGCS2000_GK_Zone_20", 4498},
                                                             {"Xian_1980_3_Degree_GK_Zone_39", 2363},
                                                             {"Beijing_1954_3_Degree_GK_Zone_39", 2415},
                                                             {"Beijing_1954_GK_Zone_20", 21420},
                                                             {"GCS_China_Geodetic_Coordinate_System_2000", 4490}}};
    for (const auto &[name, code] : names) {
        EXPECT_EQ(crsOf(name).epsg(), code) << name;
    }
}

TEST(Crs, DoesNotTrustANameWithOtherNumbers)
{
    const auto crs =
        crsOf(R"(PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",)"
              R"(DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],)"
              R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],)"
              R"(PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],)"
              R"(PARAMETER["Central_Meridian",116.5],PARAMETER["Scale_Factor",1.0],)"
              R"(PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])");
    EXPECT_EQ(crs.epsg(), 0);
    EXPECT_TRUE(crs.isValid());
}

TEST(Crs, ComesBackFromItsWktAndFromItsId)
{
    for (const char *text : {"4527", "4490", "4326", "3857", "2415", "32650", "gcj02", "bd09",
                             "+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +ellps=GRS80"}) {
        const Crs crs = crsOf(text);
        const auto byId = Crs::fromUser(crs.id());
        ASSERT_TRUE(byId) << text;
        EXPECT_EQ(*byId, crs) << text;
        if (crs.shift() == Crs::Shift::None) {
            const auto byWkt = Crs::fromUser(crs.wkt());
            ASSERT_TRUE(byWkt) << text;
            EXPECT_EQ(*byWkt, crs) << text;
        }
    }
}

TEST(Crs, DropsHeightsAndKeepsTheMap)
{
    EXPECT_EQ(crsOf("EPSG:4979").isGeographic(), true);
    const Crs compound =
        crsOf(R"(COMPD_CS["x",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],)"
              R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]],)"
              R"(VERT_CS["h",VERT_DATUM["h",2005],UNIT["metre",1],AXIS["Up",UP]]])");
    EXPECT_EQ(compound.epsg(), 4326);
}

TEST(Crs, NamesTheDatumsThatAreOnlyRoughlyKnown)
{
    for (const int code : {4214, 2415, 2401, 2442, 21413, 21423, 21453, 4610, 2349, 2390,
                           2327, 4555, 4568, 4589, 4652,  4766,  4782,  4800, 4812, 4822}) {
        EXPECT_TRUE(Crs::fromEpsg(code)->isBallparkDatum()) << code;
    }
    for (const int code : {4490, 4527, 4554, 4326, 3857, 32650, 4284}) {
        EXPECT_FALSE(Crs::fromEpsg(code)->isBallparkDatum()) << code;
    }
    EXPECT_TRUE(
        crsOf(R"(GEOGCS["GCS_Krasovsky_1940",DATUM["D_Krasovsky_1940",SPHEROID["Krasovsky_1940",6378245.0,298.3]],)"
              R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])")
            .isBallparkDatum());
    EXPECT_TRUE(crsOf("+proj=tmerc +lon_0=117 +x_0=500000 +a=6378140 +rf=298.257").isBallparkDatum());
}

TEST(Crs, TakesAShiftThatTheUserGives)
{
    const char *base = "+proj=tmerc +lon_0=117 +x_0=500000 +ellps=krass";
    EXPECT_FALSE(crsOf((std::string(base) + " +towgs84=12,-113,-41,0,0,0,0").c_str()).isBallparkDatum());
    EXPECT_TRUE(crsOf((std::string(base) + " +towgs84=0,0,0,0,0,0,0").c_str()).isBallparkDatum());
}

TEST(Crs, GivesSpatialiteItsProjText)
{
    EXPECT_EQ(
        crsOf("4527").proj4(),
        QStringLiteral("+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs"));
}

} // namespace
} // namespace cuntu
