// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/shift.h"

#include "shared_table.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

constexpr double k_metre_deg = 1 / 111'320.0;

TEST(Shift, AgreesWithTheKnownPairs)
{
    EXPECT_LT(apart(wgs84ToGcj02({116.42079, 39.90105}), {116.427022, 39.902446}), 1e-6);
    EXPECT_LT(apart(gcj02ToBd09({116.427022, 39.902446}), {116.433501, 39.908500}), 1e-6);
    EXPECT_LT(apart(wgs84ToGcj02({117.45, 28.40}), {117.455390, 28.396856}), 1e-6);
}

TEST(Shift, AgreesWithTheCities)
{
    const SharedTable table(QStringLiteral("crs/gcj02_bd09_cities.csv"));
    if (table.size() == 0) {
        GTEST_SKIP() << "no shared data";
    }
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Point wgs = table.point(row, "wgs84_lon", "wgs84_lat");
        const Point gcj = table.point(row, "gcj02_lon", "gcj02_lat");
        const Point bd = table.point(row, "bd09_lon", "bd09_lat");
        // The table's GCJ-02 lies half a metre to the north-east of the published formula, everywhere the same.
        EXPECT_LT(apart(wgs84ToGcj02(wgs), gcj), k_metre_deg) << row;
        EXPECT_LT(apart(gcj02ToWgs84(gcj), wgs), k_metre_deg) << row;
        EXPECT_LT(apart(gcj02ToBd09(gcj), bd), 3e-7) << row; // seven decimals
        EXPECT_LT(apart(bd09ToGcj02(bd), gcj), 3e-7) << row;
    }
}

TEST(Shift, AgreesWithAnotherImplementation)
{
    const SharedTable table(QStringLiteral("crs/eviltransform_pairs.csv"));
    if (table.size() == 0) {
        GTEST_SKIP() << "no shared data";
    }
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Point from = table.point(row, "from_lon", "from_lat");
        const Point to = table.point(row, "to_lon", "to_lat");
        if (table.text(row, "from_crs") == QStringLiteral("WGS84")) {
            EXPECT_LT(apart(wgs84ToGcj02(from), to), 1e-8) << row; // its ellipsoid differs in the last digits
        } else {
            // This pair is ten metres off its own formula too; it still tells a wrong order or sign, which is 700 m.
            EXPECT_LT(apart(gcj02ToWgs84(bd09ToGcj02(from)), to), 15 * k_metre_deg) << row;
        }
    }
}

TEST(Shift, ComesBackOverAllOfChina)
{
    double worst_deg = 0;
    double largest_deg = 0;
    for (double lon = 73; lon <= 136; lon += 0.25) {
        for (double lat = 3; lat <= 54; lat += 0.25) {
            const Point wgs{lon, lat};
            const Point gcj = wgs84ToGcj02(wgs);
            worst_deg = std::max(worst_deg, apart(gcj02ToWgs84(gcj), wgs));
            worst_deg = std::max(worst_deg, apart(bd09ToGcj02(gcj02ToBd09(gcj)), gcj));
            largest_deg = std::max(largest_deg, apart(gcj, wgs));
        }
    }
    EXPECT_LT(worst_deg, 1e-9);
    EXPECT_GT(largest_deg, 500 * k_metre_deg); // it is a shift at all
    EXPECT_LT(largest_deg, 2000 * k_metre_deg);
    std::cout << "worst after there and back: " << worst_deg << " degrees; largest shift " << largest_deg << "\n";
}

TEST(Shift, LeavesTheRestOfTheWorldAlone)
{
    for (const Point outside :
         {Point{72.003, 30}, Point{137.84, 30}, Point{110, 0.82}, Point{110, 55.83}, Point{-3, 51}}) {
        EXPECT_EQ(wgs84ToGcj02(outside), outside);
        EXPECT_EQ(gcj02ToWgs84(outside), outside);
    }
}

TEST(Shift, EndsAtTheBorderOfTheArea)
{
    for (const Point border :
         {Point{72.0040001, 30}, Point{137.8346999, 30}, Point{110, 0.8293001}, Point{110, 55.8270999}}) {
        EXPECT_LT(apart(gcj02ToWgs84(border), border), 0.02);
        EXPECT_LT(apart(gcj02ToWgs84(wgs84ToGcj02(border)), border), 0.02);
    }
}

} // namespace
} // namespace cuntu
