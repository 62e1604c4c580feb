// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/relief.h"

#include "terrain_support.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {
namespace {

constexpr double k_degree = 180 / std::numbers::pi;

HeightGrid readAll(const QString &file, const Box &window, const Crs &crs)
{
    auto grid = readHeights(file, window, crs);
    EXPECT_TRUE(grid) << grid.error().toText().toStdString();
    return grid ? *grid : HeightGrid{};
}

/// The largest difference between @p ours and the reference, round a circle of @p turn where that is not 0. The last
/// row is left out: whatever row of heights one puts below it, Horn's method does not give the reference's slopes and
/// aspects there (3.3 m are left over in the mean of a least-squares fit to both, with steps of 9 m from row to row),
/// nor does the rule for edges that gives all other rows, the first one among them.
double largestDifference(const Grid &ours, const HeightGrid &reference, double turn = 0)
{
    EXPECT_EQ(ours.values.size(), reference.heights_m.size());
    double largest = 0;
    for (std::size_t i = 0; i + static_cast<std::size_t>(ours.frame.columns) < ours.values.size(); ++i) {
        if (std::isnan(reference.heights_m[i]) != std::isnan(ours.values[i])) {
            return 1e9;
        }
        if (!std::isnan(ours.values[i])) {
            const double apart = std::abs(static_cast<double>(ours.values[i]) - reference.heights_m[i]);
            largest = std::max(largest, turn > 0 ? std::min(apart, turn - apart) : apart);
        }
    }
    return largest;
}

TEST(Relief, OfAPlaneIsItsOwnUpToTheEdge)
{
    // Falls 1 m in 2 m to the east and 1 m in 4 m to the south.
    const HeightGrid plane = surface(7, 5, 10, [](double x, double y) { return -x / 2 + y / 4; });
    const double slope = std::atan(std::hypot(0.5, 0.25)) * k_degree;
    const double aspect = std::atan2(0.5, -0.25) * k_degree;
    const auto slopes = slope_deg(plane, {});
    const auto aspects = aspect_deg(plane, {});
    ASSERT_TRUE(slopes && aspects);
    for (std::size_t i = 0; i < slopes->values.size(); ++i) {
        EXPECT_NEAR(slopes->values[i], slope, 1e-4);
        EXPECT_NEAR(aspects->values[i], aspect, 1e-4);
    }
    const auto light = hillshade(plane, {aspect, 90 - slope}, {});
    ASSERT_TRUE(light);
    EXPECT_NEAR(light->values[8], 255, 1e-3) << "it falls straight on to the plane";
}

TEST(Relief, LevelLandHasNoAspectAndUnknownLandNothing)
{
    HeightGrid level = surface(4, 4, 10, [](double, double) { return 7; });
    level.heights_m[5] = std::nanf("");
    const auto aspects = aspect_deg(level, {});
    const auto slopes = slope_deg(level, {});
    const auto rugged = ruggedness_m(level, {});
    ASSERT_TRUE(aspects && slopes && rugged);
    EXPECT_TRUE(std::isnan(aspects->values[0]));
    EXPECT_EQ(slopes->values[0], 0) << "beside the gap the other side is taken";
    EXPECT_TRUE(std::isnan(slopes->values[5]));
    EXPECT_TRUE(std::isnan(rugged->values[10]));
}

TEST(Relief, RuggednessIsTheRootOfSquaredDifferences)
{
    HeightGrid step = surface(3, 3, 10, [](double x, double) { return x > 20 ? 4 : 0; });
    step.heights_m[0] = -2;
    const auto rugged = ruggedness_m(step, {});
    ASSERT_TRUE(rugged);
    EXPECT_NEAR(rugged->values[4], std::sqrt(3 * 16 + 4), 1e-5);
}

TEST(Relief, OfDegreesTakesTheMetresOfTheLatitude)
{
    // A slope of 1:10 to the east in the plane, as it is in degrees at 60 degrees north, where a degree of longitude is
    // about 55.8 km.
    HeightGrid grid{*Crs::fromEpsg(4490), {100, 60.0005}, 0.0001, -0.0001, 10, 10, {}};
    const double eastMetres = 0.0001 * 55800.04; // Karney's geodesic of 1e-4 degrees on the parallel is this long
    for (int i = 0; i < 100; ++i) {
        grid.heights_m.push_back(static_cast<float>((i % 10) * eastMetres / 10));
    }
    const auto slopes = slope_deg(grid, {});
    ASSERT_TRUE(slopes);
    EXPECT_NEAR(std::tan(slopes->values[55] / k_degree), 0.1, 1e-4);
    EXPECT_NEAR(cellSize(frameOf(grid), 0).y_m, 11.1412, 1e-3) << "a degree of latitude at 60 north is 111,412 m";
}

TEST(Relief, EqualsReferencesMadeElsewhere)
{
    if (!QFile::exists(k_terrain + u"dem.tif"_s)) {
        GTEST_SKIP() << "the terrain (../shared/data/terrain) is not here";
    }
    const Crs crs = *Crs::fromEpsg(3035);
    const Box window{4078250, 2428550, 4085375, 2434950};
    const HeightGrid dem = readAll(k_terrain + u"dem.tif"_s, window, crs);
    const auto slopes = slope_deg(dem, {});
    const auto aspects = aspect_deg(dem, {});
    const auto light = hillshade(dem, {300, 50}, {}); // as the reference was lit
    ASSERT_TRUE(slopes && aspects && light);
    EXPECT_EQ(slopes->values.size(), 285U * 256U);
    EXPECT_LT(largestDifference(*slopes, readAll(k_terrain + u"slope.tif"_s, window, crs)), 1e-3);
    EXPECT_LT(largestDifference(*aspects, readAll(k_terrain + u"aspect.tif"_s, window, crs), 360), 2e-2);
    EXPECT_LT(largestDifference(*light, readAll(k_terrain + u"hillshade.tif"_s, window, crs)), 1e-2);
}

/// Figures of a tile at 90 m, over the cells with all heights around them.
void expectFigures(const QString &tile, int epsg, double cells, double mean, double over15, double over25, double most)
{
    const QString file = u"/vsizip/"_s + k_terrain + tile + u".hgt.zip/"_s + tile + u".hgt"_s;
    const auto plane = warpHeights(file, {}, {}, *Crs::fromEpsg(epsg), 90, {});
    ASSERT_TRUE(plane) << plane.error().toText().toStdString();
    const auto slopes = slope_deg(*plane, {});
    const auto rugged = ruggedness_m(*plane, {});
    ASSERT_TRUE(slopes && rugged);
    double count = 0;
    double sum = 0;
    double more15 = 0;
    double more25 = 0;
    double largest = 0;
    for (std::size_t i = 0; i < slopes->values.size(); ++i) {
        if (std::isnan(rugged->values[i])) {
            continue; // one of the nine is unknown
        }
        const double slope = slopes->values[i];
        ++count;
        sum += slope;
        more15 += slope > 15 ? 1 : 0;
        more25 += slope > 25 ? 1 : 0;
        largest = std::max(largest, slope);
    }
    EXPECT_NEAR(count, cells, cells * 1e-3);
    EXPECT_NEAR(sum / count, mean, 0.002);
    EXPECT_NEAR(more15 / count, over15, 3e-4);
    EXPECT_NEAR(more25 / count, over25, 3e-4);
    EXPECT_NEAR(largest, most, 0.05);
}

TEST(Relief, SlopesOfSrtmAreAsPublishedBesideIt)
{
    if (!QFile::exists(k_terrain + u"hgt_figures.csv"_s)) {
        GTEST_SKIP() << "the terrain (../shared/data/terrain) is not here";
    }
    QFile table(k_terrain + u"hgt_figures.csv"_s);
    ASSERT_TRUE(table.open(QIODevice::ReadOnly));
    const QStringList head = QString::fromUtf8(table.readLine()).trimmed().split(u',');
    int tiles = 0;
    while (!table.atEnd()) {
        const QStringList cells = QString::fromUtf8(table.readLine()).trimmed().split(u',');
        const auto number = [&](const QString &column) { return cells.value(head.indexOf(column)).toDouble(); };
        expectFigures(cells[0], cells.value(head.indexOf(u"utm"_s)).mid(5).toInt(), number(u"slope_cells"_s),
                      number(u"slope_mean_deg"_s), number(u"slope_gt15_share"_s), number(u"slope_gt25_share"_s),
                      number(u"slope_max_deg"_s));
        ++tiles;
    }
    EXPECT_EQ(tiles, 2);
}

TEST(Relief, WarpingSaysWhatIsWrong)
{
    const QString file = QStringLiteral(CUNTU_SOURCE_DIR "/sample-data/county/地形.tif");
    const Crs degrees = *Crs::fromEpsg(4490);
    const Crs plane = *Crs::fromEpsg(4548);
    EXPECT_EQ(warpHeights(file, {10, 50, 11, 51}, degrees, plane, 30, {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(warpHeights(file, {115, 27, 118, 29}, degrees, plane, 0.5, {}).error().code, ErrorCode::OutOfRange);
    const auto part = warpHeights(file, {116.2, 27.5, 116.3, 27.6}, degrees, plane, 50, {});
    ASSERT_TRUE(part) << part.error().toText().toStdString();
    EXPECT_EQ(part->stepX, 50);
    EXPECT_EQ(part->stepY, -50);
}

} // namespace
} // namespace cuntu
