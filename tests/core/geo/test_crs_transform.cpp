// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/datum_shift.h"

#include "shared_table.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cmath>
#include <limits>

namespace cuntu {
namespace {

CrsTransform between(const QString &from, const QString &to)
{
    auto transform = CrsTransform::create(Crs::fromUser(from).value(), Crs::fromUser(to).value());
    return std::move(transform.value());
}

Point applied(const CrsTransform &transform, Point point)
{
    transform.apply({&point, 1});
    return point;
}

Point invertedBy(const CrsTransform &transform, Point point)
{
    transform.applyInverse({&point, 1});
    return point;
}

TEST(CrsTransform, PutsEastBeforeNorth)
{
    const auto transform = between(QStringLiteral("4490"), QStringLiteral("4527"));
    const Point yiyang{117.45, 28.40};
    const Point expected{39544098.5678, 3142853.1888};
    EXPECT_LT(apart(applied(transform, yiyang), expected), 1e-4);
    EXPECT_LT(apart(invertedBy(transform, expected), yiyang), 1e-9);
    EXPECT_FALSE(transform.isIdentity());
    EXPECT_FALSE(transform.isBallpark());
}

TEST(CrsTransform, AgreesWithTheGaussKrugerTable)
{
    const SharedTable table(QStringLiteral("crs/cgcs2000_gauss_kruger.csv"));
    if (table.size() == 0) {
        GTEST_SKIP() << "no shared data";
    }
    double worst_m = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto transform = between(QStringLiteral("4490"), table.text(row, "epsg"));
        const Point image = applied(transform, table.point(row, "lon", "lat"));
        worst_m = std::max(worst_m, apart(image, table.point(row, "easting", "northing")));
    }
    EXPECT_LT(worst_m, 1e-3);
    RecordProperty("worst_m", std::to_string(worst_m));
}

TEST(CrsTransform, AgreesWithProjsOwnTestValues)
{
    const SharedTable table(QStringLiteral("crs/proj_gie_pairs.csv"));
    if (table.size() == 0) {
        GTEST_SKIP() << "no shared data";
    }
    const QRegularExpression covered(QStringLiteral("^\\+proj=(tmerc|etmerc|utm|aea|lcc) \\+ellps=GRS80"));
    const auto pointOf = [](const QString &text) {
        const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return Point{parts.value(0).toDouble(), parts.value(1).toDouble()};
    };
    int compared = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const QString operation = table.text(row, "operation");
        const Point from = pointOf(table.text(row, "accept"));
        const Point to = pointOf(table.text(row, "expect"));
        if (!operation.contains(covered) || operation.contains(QStringLiteral("algo")) || std::abs(from.y) == 90) {
            continue;
        }
        const auto transform = between(QStringLiteral("+proj=longlat +ellps=GRS80"), operation);
        const bool forward = table.text(row, "direction") == QStringLiteral("forward");
        const Point image = forward ? applied(transform, from) : invertedBy(transform, from);
        EXPECT_LT(apart(image, to), forward ? 1e-3 : 1e-8) << operation.toStdString();
        ++compared;
    }
    EXPECT_GT(compared, 20);
}

TEST(CrsTransform, LeavesCgcs2000AndWgs84Alone)
{
    const auto transform = between(QStringLiteral("4490"), QStringLiteral("4326"));
    EXPECT_TRUE(transform.isIdentity());
    EXPECT_EQ(applied(transform, {117.45, 28.40}), (Point{117.45, 28.40}));
    EXPECT_TRUE(between(QStringLiteral("4527"), QStringLiteral("4527")).isIdentity());
    const Point zone = applied(between(QStringLiteral("4326"), QStringLiteral("4527")), {117.45, 28.40});
    EXPECT_LT(apart(zone, applied(between(QStringLiteral("4490"), QStringLiteral("4527")), {117.45, 28.40})), 1e-6);
}

TEST(CrsTransform, UndoesTheShiftOfWebMaps)
{
    const auto gcj = between(QStringLiteral("gcj02"), QStringLiteral("4490"));
    EXPECT_FALSE(gcj.isIdentity());
    EXPECT_LT(apart(applied(gcj, {117.455390, 28.396856}), {117.45, 28.40}), 1e-6);
    const Point there = invertedBy(gcj, {117.45, 28.40});
    EXPECT_LT(apart(there, {117.455390, 28.396856}), 1e-6);
    EXPECT_LT(apart(applied(gcj, there), {117.45, 28.40}), 1e-9);

    const auto bd = between(QStringLiteral("bd09"), QStringLiteral("4527"));
    EXPECT_LT(apart(applied(bd, {117.461851, 28.402951}), {39544098.5678, 3142853.1888}), 0.2);
    EXPECT_LT(apart(invertedBy(bd, {39544098.5678, 3142853.1888}), {117.461851, 28.402951}), 1e-6);

    const auto both = between(QStringLiteral("bd09"), QStringLiteral("gcj02"));
    EXPECT_LT(apart(applied(both, {117.461851, 28.402951}), {117.455390, 28.396856}), 1e-6);
}

TEST(CrsTransform, CountsWhatHasNoImage)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    for (const char16_t *target : {u"4527", u"4326", u"gcj02"}) {
        const auto transform = between(QStringLiteral("4490"), QString::fromUtf16(target));
        std::array<Point, 4> points{Point{117.45, 28.4}, Point{nan, 28}, Point{117, infinite}, Point{117.45, 28.4}};
        EXPECT_EQ(transform.apply(points), 2U);
        EXPECT_TRUE(std::isnan(points[1].x) && std::isnan(points[1].y) && std::isnan(points[2].x));
        EXPECT_TRUE(std::isfinite(points[0].x));
        EXPECT_EQ(points[0], points[3]);
    }
    std::array<Point, 1> faraway{Point{-63, 95}};
    EXPECT_EQ(between(QStringLiteral("4490"), QStringLiteral("4527")).apply(faraway), 1U);
    EXPECT_EQ(between(QStringLiteral("4490"), QStringLiteral("4527")).apply({}), 0U);
}

TEST(CrsTransform, SaysWhenTheDatumShiftIsRough)
{
    EXPECT_TRUE(between(QStringLiteral("2415"), QStringLiteral("4527")).isBallpark());
    EXPECT_TRUE(between(QStringLiteral("4490"), QStringLiteral("2363")).isBallpark());
    EXPECT_FALSE(between(QStringLiteral("2415"), QStringLiteral("2415")).isBallpark());
    EXPECT_FALSE(between(QStringLiteral("2415"), QStringLiteral("4214")).isBallpark()); // the same datum
}

TEST(CrsTransform, AppliesTheShiftThatTheUserGives)
{
    const QString base = QStringLiteral("+proj=longlat +ellps=krass");
    const auto rough = between(base, QStringLiteral("4490"));
    const auto given = between(base + QStringLiteral(" +towgs84=12,-113,-41"), QStringLiteral("4490"));
    EXPECT_TRUE(rough.isBallpark());
    EXPECT_FALSE(given.isBallpark());
    const Point moved = applied(given, {117.45, 28.40});
    EXPECT_GT(apart(moved, {117.45, 28.40}), 1e-4);
    EXPECT_LT(apart(moved, {117.45, 28.40}), 1e-2);
}

/// Geocentric coordinates in metres of a position at height 0 on an ellipsoid (Torge, Geodesy, 4.1).
std::array<double, 3> geocentric(Point lonLat, double a, double inverseFlattening)
{
    constexpr double degree = 0.017453292519943295;
    const double f = 1 / inverseFlattening;
    const double e2 = f * (2 - f);
    const double lat = lonLat.y * degree;
    const double lon = lonLat.x * degree;
    const double n = a / std::sqrt(1 - e2 * std::sin(lat) * std::sin(lat));
    return {n * std::cos(lat) * std::cos(lon), n * std::cos(lat) * std::sin(lon), n * (1 - e2) * std::sin(lat)};
}

TEST(CrsTransform, ThreeParametersMoveTheCentreOfTheEllipsoid)
{
    const Crs beijing = Crs::fromEpsg(4214).value();
    const auto shifted = withDatumShift(beijing, QStringLiteral("12, -113,-41"));
    ASSERT_TRUE(shifted) << shifted.error().toText().toStdString();
    EXPECT_FALSE(shifted->isBallparkDatum());
    const auto way = CrsTransform::create(*shifted, Crs::fromEpsg(4490).value());
    ASSERT_TRUE(way);
    const Point there{117.45, 28.40};
    const auto before = geocentric(there, 6378245, 298.3);                       // Krassovsky
    const auto after = geocentric(applied(*way, there), 6378137, 298.257222101); // CGCS2000
    // The height above the ellipsoid changes, which is left out: only what is across the vertical must agree.
    const auto up = geocentric(there, 1, 1e12);
    std::array<double, 3> off{};
    double along = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        off[i] = after[i] - before[i] - std::array<double, 3>{12, -113, -41}[i];
        along += off[i] * up[i];
    }
    double across = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        across += (off[i] - along * up[i]) * (off[i] - along * up[i]);
    }
    EXPECT_LT(std::sqrt(across), 0.01);
}

TEST(CrsTransform, RefusesADatumShiftThatIsNone)
{
    const Crs beijing = Crs::fromEpsg(4214).value();
    for (const char *text : {"", "1,2", "1,2,x", "1,2,3,4", "1,2,3,4,5,6,7,8"}) {
        EXPECT_EQ(withDatumShift(beijing, QString::fromLatin1(text)).error().code, ErrorCode::Invalid) << text;
    }
    EXPECT_TRUE(withDatumShift(beijing, QStringLiteral("1,2,3,0.1,0.2,0.3,-4")));
}

TEST(CrsTransform, RefusesWhatIsNoSystem)
{
    EXPECT_EQ(CrsTransform::create(Crs(), Crs()).error().code, ErrorCode::UnknownCrs);
    EXPECT_EQ(CrsTransform::create(Crs(), Crs::fromEpsg(4490).value()).error().code, ErrorCode::UnknownCrs);
}

TEST(CrsTransform, DoesAMillionPointsInASecond)
{
    std::vector<Point> points;
    for (int i = 0; i < 1'000'000; ++i) {
        points.push_back({116 + (i % 1000) * 0.002, 27 + (i / 1000) * 0.002});
    }
    const auto transform = between(QStringLiteral("4490"), QStringLiteral("4527"));
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(transform.apply(points), 0U);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    RecordProperty("seconds", std::to_string(taken.count()));
    std::cout << "1,000,000 points: " << taken.count() << " s\n";
    EXPECT_LT(taken.count(), 5); // usually 0.5; generous, because tests share the machine
}

} // namespace
} // namespace cuntu
