// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geodesic.h"

#include "shared_table.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace cuntu {
namespace {

Geodesic in(int epsg)
{
    return std::move(Geodesic::create(Crs::fromEpsg(epsg).value()).value());
}

TEST(Geodesic, MeasuresALineAlongTheMeridianAsItsArc)
{
    // Quarter meridian of GRS 80: 10,001,965.7293 m (Moritz 2000, Geodetic Reference System 1980).
    std::array<Point, 2> quarter{Point{117, 0}, Point{117, 90}};
    EXPECT_NEAR(in(4490).length_m(quarter), 10'001'965.7293, 1e-4);
    // On the equator a degree is a * pi / 180.
    std::array<Point, 3> equator{Point{117, 0}, Point{117.4, 0}, Point{118, 0}};
    EXPECT_NEAR(in(4490).length_m(equator), 6378137.0 * M_PI / 180, 1e-6);
}

TEST(Geodesic, MeasuresInThePlaneAsOnTheEllipsoid)
{
    const std::array<Point, 2> lonLat{Point{117.45, 28.40}, Point{117.55, 28.45}};
    std::array<Point, 2> plane = lonLat;
    const auto transform = CrsTransform::create(Crs::fromEpsg(4490).value(), Crs::fromEpsg(4527).value());
    ASSERT_TRUE(transform);
    transform->apply(plane);
    EXPECT_NEAR(in(4490).length_m(lonLat), in(4527).length_m(plane), 1e-6);
    // Short lines: Gauss's mid-latitude formulas, a way of their own, agree to a centimetre at 11 km.
    const double e2 = (2 - 1 / 298.257222101) / 298.257222101;
    const double middle = (28.40 + 28.45) / 2 * M_PI / 180;
    const double w2 = 1 - e2 * std::sin(middle) * std::sin(middle);
    const double north = 6378137.0 * (1 - e2) / std::pow(w2, 1.5) * 0.05 * M_PI / 180;
    const double east = 6378137.0 / std::sqrt(w2) * std::cos(middle) * 0.1 * M_PI / 180;
    EXPECT_NEAR(in(4490).length_m(lonLat), std::hypot(north, east), 0.01);
}

TEST(Geodesic, FindsTheWholeEllipsoidInEightTriangles)
{
    // Surface of GRS 80: 510,065,621.7 km2 (2 pi a^2 (1 + (1 - e^2) / e * artanh e)), of which an octant is an eighth.
    const std::array<Point, 3> octant{Point{0, 0}, Point{90, 0}, Point{0, 90}};
    const double e = std::sqrt((2 - 1 / 298.257222101) / 298.257222101);
    const double surface = 2 * M_PI * 6378137.0 * 6378137.0 * (1 + (1 - e * e) / e * std::atanh(e));
    EXPECT_NEAR(in(4490).area_m2(octant) / (surface / 8), 1, 1e-12);
}

TEST(Geodesic, TakesRingsOpenClosedAndEitherWayRound)
{
    const std::array<Point, 5> ring{Point{117, 28}, Point{117.1, 28}, Point{117.1, 28.1}, Point{117, 28.1},
                                    Point{117, 28}};
    const std::array<Point, 4> reversed{Point{117, 28}, Point{117, 28.1}, Point{117.1, 28.1}, Point{117.1, 28}};
    const double area_m2 = in(4490).area_m2(ring);
    EXPECT_NEAR(area_m2, 108.9e6, 0.3e6);
    EXPECT_NEAR(in(4490).area_m2(reversed), area_m2, 1e-3);
}

TEST(Geodesic, GivesNothingForNothing)
{
    const auto geodesic = in(4490);
    const std::array<Point, 3> back{Point{117, 28}, Point{118, 28}, Point{117, 28}};
    EXPECT_EQ(geodesic.length_m({}), 0);
    EXPECT_EQ(geodesic.length_m(std::span(back).first(1)), 0);
    EXPECT_EQ(geodesic.area_m2({}), 0);
    EXPECT_EQ(geodesic.area_m2(back), 0);
    EXPECT_EQ(geodesic.area_m2(std::span(back).first(2)), 0);
}

TEST(Geodesic, CountsBearingsClockwiseFromNorth)
{
    const auto geodesic = in(4490);
    EXPECT_NEAR(geodesic.leg({117, 28}, {117, 29}).bearing_deg, 0, 1e-12);
    EXPECT_NEAR(geodesic.leg({117, 0}, {118, 0}).bearing_deg, 90, 1e-12);
    EXPECT_NEAR(geodesic.leg({117, 29}, {117, 28}).bearing_deg, 180, 1e-12);
    EXPECT_NEAR(geodesic.leg({118, 0}, {117, 0}).bearing_deg, 270, 1e-12);
    const auto none = geodesic.leg({117, 28}, {117, 28});
    EXPECT_EQ(none.distance_m, 0);
    EXPECT_EQ(none.bearing_deg, 0);
    // Nearly north but west of it: below 360, never at it.
    const auto west = geodesic.leg({117, 28}, {117 - 1e-16, 29});
    EXPECT_LT(west.bearing_deg, 360);
}

TEST(Geodesic, HasNoLengthWhereAPointHasNoPlace)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const std::array<Point, 2> line{Point{117, 28}, Point{nan, 28}};
    EXPECT_TRUE(std::isnan(in(4490).length_m(line)));
}

TEST(Geodesic, RefusesWhatIsNoSystem)
{
    EXPECT_EQ(Geodesic::create(Crs()).error().code, ErrorCode::UnknownCrs);
}

} // namespace
} // namespace cuntu
