// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/crs.h"

#include "shared_table.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace cuntu {
namespace {

constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();

int guessedEpsg(const Box &extent)
{
    const auto guess = guessCrs(extent);
    return guess ? guess->crs.epsg() : 0;
}

TEST(FittingCrs, IsTheThreeDegreeZoneOfTheCounty)
{
    EXPECT_EQ(fittingCrs({117.45, 28.40}, 0.8).epsg(), 4527); // 弋阳
    EXPECT_EQ(fittingCrs({115.5, 28}, 0.5).epsg(), 4527);     // the border belongs to the eastern zone
    EXPECT_EQ(fittingCrs({115.49, 28}, 0.5).epsg(), 4526);
    EXPECT_EQ(fittingCrs({73.6, 39}, 0).epsg(), 4513);
    EXPECT_EQ(fittingCrs({135, 48}, 3.5).epsg(), 4533);
}

TEST(FittingCrs, IsAnEqualAreaSystemForAProvince)
{
    const Crs crs = fittingCrs({116, 27}, 5);
    EXPECT_TRUE(crs.isValid());
    EXPECT_EQ(crs.epsg(), 0);
    EXPECT_EQ(fittingCrs({116, 27}, 5), *Crs::fromUser(crs.id()));
    const auto transform = CrsTransform::create(*Crs::fromEpsg(4490), crs);
    ASSERT_TRUE(transform);
    // A cell of 0.1 degrees keeps its area, by the closed form for an ellipsoidal quadrangle (Snyder 1987, 3-12): 109.6
    // km2.
    std::array<Point, 4> cell{Point{115, 27}, Point{115.1, 27}, Point{115.1, 27.1}, Point{115, 27.1}};
    ASSERT_EQ(transform->apply(cell), 0U);
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point a = cell[i];
        const Point b = cell[(i + 1) % 4];
        twice += a.x * b.y - b.x * a.y;
    }
    const auto zoneArea = [](double degrees) {
        const double e2 = (2 - 1 / 298.257222101) / 298.257222101;
        const double e = std::sqrt(e2);
        const double s = std::sin(degrees * M_PI / 180);
        return (1 - e2) * (s / (1 - e2 * s * s) + std::atanh(e * s) / e);
    };
    const double expected = 6378137.0 * 6378137.0 / 2 * 0.1 * M_PI / 180 * (zoneArea(27.1) - zoneArea(27));
    EXPECT_NEAR(twice / 2 / expected, 1, 1e-5); // the edges of the planar cell are straight, the parallels are not
}

TEST(FittingCrs, UsesTheNationalParallelsForTheWholeCountry)
{
    EXPECT_TRUE(fittingCrs({104, 36}, 62).proj4().contains(QStringLiteral("+lon_0=105 +lat_1=25 +lat_2=47")));
}

TEST(FittingCrs, IsUtmElsewhere)
{
    EXPECT_EQ(fittingCrs({2.3, 48.8}, 1).epsg(), 32631);
    EXPECT_EQ(fittingCrs({-58.4, -34.6}, 1).epsg(), 32721);
    EXPECT_EQ(fittingCrs({180, 10}, 1).epsg(), 32601);
    EXPECT_EQ(fittingCrs({117, -28}, 1).epsg(), 32750);
    EXPECT_FALSE(fittingCrs({k_nan, 28}, 1).isValid());
}

TEST(GuessCrs, ReadsDegreesAndZonePrefixes)
{
    EXPECT_EQ(guessedEpsg({117.2, 28.1, 117.7, 28.8}), 4490);
    EXPECT_EQ(guessedEpsg({2.2, 48.1, 2.7, 48.8}), 4326);
    EXPECT_EQ(guessedEpsg({39'520'000, 3'110'000, 39'570'000, 3'170'000}), 4527);
    EXPECT_EQ(guessedEpsg({20'520'000, 3'110'000, 20'570'000, 3'170'000}), 4498);
    EXPECT_EQ(guessedEpsg({13'020'000, 3'290'000, 13'090'000, 3'330'000}), 3857);
    EXPECT_EQ(guessedEpsg({12'690'000, 3'890'000, 12'700'000, 3'900'000}), 3857);
}

TEST(GuessCrs, SeesThatColumnsAreSwapped)
{
    for (const auto &[extent, code] : {std::pair{Box{28.1, 117.2, 28.8, 117.7}, 4490},
                                       std::pair{Box{3'110'000, 39'520'000, 3'170'000, 39'570'000}, 4527},
                                       std::pair{Box{39.5, 75.9, 39.6, 76.1}, 4490}}) { // Kashgar
        const auto guess = guessCrs(extent);
        ASSERT_TRUE(guess) << code;
        EXPECT_TRUE(guess->swapped);
        EXPECT_EQ(guess->crs.epsg(), code);
        EXPECT_FALSE(guess->reason.isEmpty());
    }
    EXPECT_FALSE(guessCrs({117.2, 28.1, 117.7, 28.8})->swapped);
}

TEST(GuessCrs, AsksWhereTheNumbersDoNotSay)
{
    EXPECT_FALSE(guessCrs({}));
    EXPECT_FALSE(guessCrs({k_nan, k_nan, k_nan, k_nan}));
    EXPECT_FALSE(guessCrs({0, 0, 0, 0}));
    EXPECT_FALSE(guessCrs({520'000, 3'110'000, 570'000, 3'170'000}));       // which of 21 zones?
    EXPECT_FALSE(guessCrs({38'520'000, 3'110'000, 39'570'000, 3'170'000})); // two zones in one column
    EXPECT_FALSE(guessCrs({24'500'000, 3'110'000, 24'570'000, 3'170'000})); // no zone 24
    EXPECT_FALSE(guessCrs({13'400'000, 4'200'000, 13'410'000, 4'210'000})); // zone 13 or Web Mercator
    EXPECT_FALSE(guessCrs({0, 0, 4000, 3000}));                             // a picture
}

} // namespace
} // namespace cuntu
