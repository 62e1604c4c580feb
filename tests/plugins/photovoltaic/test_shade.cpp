// SPDX-License-Identifier: GPL-3.0-or-later
// The shade of land and houses against rays that are followed step by step.
#include "plugins/photovoltaic/modelled.h"

#include <gtest/gtest.h>

#include <QFile>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

/// A made hill country in a plane system.
HeightGrid hills(unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0, 1);
    HeightGrid grid;
    grid.crs = *Crs::fromEpsg(4548); // CGCS2000, 3 degrees, 117 E
    grid.stepX = 30;
    grid.stepY = -30;
    grid.columns = 400;
    grid.rows = 400;
    grid.corner = {500000 - 6000, 3000000 + 6000};
    grid.heights_m.resize(400 * 400);
    for (int hill = 0; hill < 12; ++hill) {
        const double x = 400 * share(random);
        const double y = 400 * share(random);
        const double height = 100 + 500 * share(random);
        const double width = 15 + 40 * share(random);
        for (int row = 0; row < 400; ++row) {
            for (int column = 0; column < 400; ++column) {
                const double away = std::hypot(column - x, row - y) / width;
                grid.heights_m[static_cast<std::size_t>(row * 400 + column)] +=
                    static_cast<float>(height * std::exp(-away * away));
            }
        }
    }
    return grid;
}

/// Walks from the place towards the sun in steps of a tenth of a cell: is anything above the ray? Gaps are not.
bool rayIsBlocked(const HeightGrid &grid, const MetreSteps &steps, double azimuth_deg, double elevation_deg)
{
    const double azimuth = azimuth_deg * std::numbers::pi / 180;
    const double slope = std::tan(elevation_deg * std::numbers::pi / 180);
    const double eye = grid.heightAt(steps.at) + HorizonSearch().eye_m;
    for (double d = 3; d < HorizonSearch().reach_m; d += 3) {
        const double land = grid.heightAt(steps.moved(d * std::sin(azimuth), d * std::cos(azimuth)));
        if (land - d * d * 0.87 / (2 * 6371000) > eye + d * slope) {
            return true;
        }
    }
    return false;
}

void compareWithRays(const HeightGrid &grid, const std::vector<SunPlace> &places)
{
    const auto toGrid = CrsTransform::create(*Crs::fromEpsg(4490), grid.crs);
    ASSERT_TRUE(toGrid);
    int compared = 0;
    int wrong = 0;
    int blocked = 0;
    for (const SunPlace &place : places) {
        const MetreSteps steps = metreSteps(*toGrid, place);
        if (std::isnan(grid.heightAt(steps.at))) {
            continue;
        }
        const Horizon horizon = horizonAt(grid, *toGrid, place, {360, 20000, 1.5});
        for (int azimuth = 0; azimuth < 360; azimuth += 15) {
            for (double elevation = 1; elevation < 40; elevation += 3) {
                if (std::abs(horizon.at(azimuth) - elevation) < 0.25) {
                    continue; // as near to the edge as the sun is wide
                }
                const bool ray = rayIsBlocked(grid, steps, azimuth, elevation);
                SunPosition sun;
                sun.elevation_deg = elevation;
                sun.azimuth_deg = azimuth;
                wrong += horizon.hides(sun) != ray ? 1 : 0;
                blocked += ray ? 1 : 0;
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 1000);
    EXPECT_GT(blocked, 20) << "nothing shades: nothing was tested";
    EXPECT_LE(wrong, compared / 2000) << "of " << compared << "; a peak may hide between two steps";
}

TEST(PhotovoltaicHorizon, IsThatOfRays)
{
    for (unsigned seed = 1; seed <= 3; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> off(-0.04, 0.04);
        std::vector<SunPlace> places;
        for (int i = 0; i < 8; ++i) {
            places.push_back({27.1065 + off(random), 117 + off(random), 0});
        }
        SCOPED_TRACE(seed);
        compareWithRays(hills(seed), places);
    }
}

TEST(PhotovoltaicHorizon, IsThatOfRaysOnRealLand)
{
    const QString file = QStringLiteral(CUNTU_SOURCE_DIR "/../shared/data/terrain/N42E001.hgt.zip");
    if (!QFile::exists(file)) {
        GTEST_SKIP() << "the terrain (../shared/data/terrain) is not here";
    }
    const Box window{1.4, 42.4, 1.8, 42.7};
    const auto grid = readHeights(u"/vsizip/"_s + file + u"/N42E001.hgt"_s, window, *Crs::fromEpsg(4490));
    ASSERT_TRUE(grid) << grid.error().toText().toStdString();
    std::vector<SunPlace> places;
    for (double latitude = 42.46; latitude < 42.64; latitude += 0.035) {
        for (double longitude = 1.46; longitude < 1.74; longitude += 0.07) {
            places.push_back({latitude, longitude, 0});
        }
    }
    compareWithRays(*grid, places);
}

TEST(PhotovoltaicHorizon, GroundFallsWhereItFalls)
{
    HeightGrid grid = hills(1);
    for (int row = 0; row < 400; ++row) {
        for (int column = 0; column < 400; ++column) { // falls to the south by one in ten
            grid.heights_m[static_cast<std::size_t>(row * 400 + column)] = static_cast<float>(2000 - 3.0 * row);
        }
    }
    const auto toGrid = CrsTransform::create(*Crs::fromEpsg(4490), grid.crs);
    const Ground ground = groundAt(grid, metreSteps(*toGrid, {27.1065, 117, 0}));
    EXPECT_NEAR(ground.slope_deg, std::atan(0.1) * 180 / std::numbers::pi, 0.01);
    EXPECT_NEAR(ground.aspect_deg, 180, 0.1);
    const Horizon horizon = horizonAt(grid, *toGrid, {27.1065, 117, 0});
    EXPECT_NEAR(horizon.at(0), 5.6, 0.2);
    EXPECT_EQ(horizon.at(180), 0);
}

/// Walks towards the sun in steps of 5 cm: is a wall in the way? @p height_m of the boxes, whose corners are in metres.
bool houseIsHit(const std::vector<Box> &houses, Point from, double eye_m, double height_m, double azimuth_deg,
                double elevation_deg)
{
    const double azimuth = azimuth_deg * std::numbers::pi / 180;
    const double slope = std::tan(elevation_deg * std::numbers::pi / 180);
    for (double d = 0.05; d < 200; d += 0.05) {
        const Point at{from.x + d * std::sin(azimuth), from.y + d * std::cos(azimuth)};
        const bool inside = std::any_of(houses.begin(), houses.end(), [&](const Box &house) {
            return at.x > house.minX && at.x < house.maxX && at.y > house.minY && at.y < house.maxY;
        });
        if (inside && eye_m + d * slope < height_m) {
            return true;
        }
    }
    return false;
}

/// Houses of @p height_m in the transverse Mercator of 117 E, where grid north is true north along the meridian.
Obstacles housesOf(const std::vector<Box> &houses, double height_m)
{
    LayerSchema schema;
    schema.id = u"houses"_s;
    schema.geometry = GeometryType::Polygon;
    PackedGeometry geometry;
    geometry.type = GeometryType::Polygon;
    std::vector<FeatureId> ids;
    Column heights;
    for (const Box &house : houses) {
        Geometry outline;
        outline.type = GeometryType::Polygon;
        outline.addPart(std::array{Point{house.minX, house.minY}, Point{house.maxX, house.minY},
                                   Point{house.maxX, house.maxY}, Point{house.minX, house.maxY},
                                   Point{house.minX, house.minY}});
        geometry.append(outline);
        ids.push_back({static_cast<std::int64_t>(ids.size()) + 1});
        heights.appendNumber(height_m);
    }
    geometry.finish();
    heights.finish();
    std::map<QString, Immutable<Column>> columns;
    columns.emplace(u"height_m"_s, freeze(std::move(heights)));
    return {freeze(LayerSnapshot(schema, *Crs::fromEpsg(4548), 1, freeze(std::move(ids)), freeze(std::move(geometry)),
                                 std::move(columns))),
            u"height_m"_s};
}

SunPlace placeAt(const Point position)
{
    std::array point{position};
    CrsTransform::create(*Crs::fromEpsg(4548), *Crs::fromEpsg(4490))->apply(point);
    return {point[0].y, point[0].x, 0};
}

TEST(PhotovoltaicShade, OfHousesIsThatOfRays)
{
    constexpr double k_x = 500000;
    constexpr double k_y = 3000000;
    constexpr double k_height_m = 9;
    std::mt19937 random(7);
    std::uniform_real_distribution<double> off(-60, 60);
    std::uniform_real_distribution<double> size(6, 18);
    std::vector<Box> houses;
    for (int i = 0; i < 14; ++i) {
        const Point corner{k_x + off(random), k_y + off(random)};
        houses.push_back({corner.x, corner.y, corner.x + size(random), corner.y + size(random)});
    }
    const Obstacles obstacles = housesOf(houses, k_height_m);
    const auto toLayer = CrsTransform::create(*Crs::fromEpsg(4490), obstacles.crs());
    int compared = 0;
    int wrong = 0;
    int blocked = 0;
    for (int i = 0; i < 6; ++i) {
        const Point from{k_x + off(random) / 2, k_y + off(random) / 2};
        const auto upon = std::count_if(houses.begin(), houses.end(), [&](const Box &house) {
            return from.x > house.minX && from.x < house.maxX && from.y > house.minY && from.y < house.maxY;
        });
        Horizon horizon;
        obstacles.raise(horizon, placeAt(from), *toLayer, [](double, double) { return 0.0; });
        if (upon > 0) {
            EXPECT_TRUE(horizon.elevation_deg.empty() ||
                        *std::max_element(horizon.elevation_deg.begin(), horizon.elevation_deg.end()) == 0)
                << "all roofs are as high";
            continue;
        }
        for (int azimuth = 0; azimuth < 360; azimuth += 3) {
            for (double elevation = 2; elevation < 70; elevation += 4) {
                const double edge = horizon.at(azimuth);
                const bool ray = houseIsHit(houses, from, HorizonSearch().eye_m, k_height_m, azimuth, elevation);
                SunPosition sun;
                sun.elevation_deg = elevation;
                sun.azimuth_deg = azimuth;
                wrong += std::abs(edge - elevation) > 0.25 && horizon.hides(sun) != ray ? 1 : 0;
                blocked += ray ? 1 : 0;
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 3000);
    EXPECT_GT(blocked, 200);
    EXPECT_LE(wrong, compared / 500) << "corners fall between two directions";
}

TEST(PhotovoltaicShade, AWallOnLowerGroundHidesLess)
{
    const std::vector<Box> wall{{499990, 2999970, 500010, 2999972}}; // 28 m to the south
    const Obstacles obstacles = housesOf(wall, 9);
    const auto toLayer = CrsTransform::create(*Crs::fromEpsg(4490), obstacles.crs());
    const auto southOn = [&](double rise_m) {
        Horizon horizon;
        obstacles.raise(horizon, placeAt({500000, 3000000}), *toLayer, [=](double, double) { return rise_m; });
        return horizon.at(180);
    };
    const double degree = 180 / std::numbers::pi;
    EXPECT_NEAR(southOn(0), std::atan(7.5 / 28) * degree, 0.05);
    EXPECT_NEAR(southOn(3), std::atan(10.5 / 28) * degree, 0.05);
    EXPECT_NEAR(southOn(-5), std::atan(2.5 / 28) * degree, 0.05);
    EXPECT_EQ(southOn(-20), 0);
    Horizon hills;
    hills.elevation_deg.assign(72, 30);
    obstacles.raise(hills, placeAt({500000, 3000000}), *toLayer, [](double, double) { return 0.0; });
    EXPECT_NEAR(hills.at(180), 30, 1e-9) << "behind the wall the hill is higher";
}

/// Level land of 500 m, 3 m lower from 60 m south of (500000, 3000000) on.
HeightGrid stepInTheLand()
{
    HeightGrid grid = hills(1);
    for (int row = 0; row < grid.rows; ++row) {
        const auto begin = grid.heights_m.begin() + static_cast<std::ptrdiff_t>(row) * grid.columns;
        std::fill(begin, begin + grid.columns, row < 202 ? 500.0F : 497.0F);
    }
    return grid;
}

TEST(PhotovoltaicShade, OfAWallGoesByTheLandWhereItIsKnown)
{
    ModelInput model;
    model.obstacles = housesOf({{499990, 2999898, 500010, 2999900}}, 9); // 100 m to the south
    model.terrain = stepInTheLand();
    const double degree = 180 / std::numbers::pi;
    SunPlace place = placeAt({500000, 3000000});
    EXPECT_NEAR(HorizonFinder(model).at(place).at(180), std::atan(4.5 / 100) * degree, 0.05);
    EXPECT_NEAR(place.elevation_m, 500, 1e-3);
    for (const int row : {199, 200}) { // where the place lies no height is known, at the wall one is
        for (const int column : {199, 200}) {
            model.terrain->heights_m[static_cast<std::size_t>(row * model.terrain->columns + column)] = std::nanf("");
        }
    }
    EXPECT_NEAR(HorizonFinder(model).at(place).at(180), std::atan(7.5 / 100) * degree, 0.05) << "as on the level";
    EXPECT_EQ(place.elevation_m, 0);
    model.terrain.reset();
    EXPECT_NEAR(HorizonFinder(model).at(place).at(180), std::atan(7.5 / 100) * degree, 0.05);
}

TEST(PhotovoltaicShade, OfPositionsThatAreNoneIsNothing)
{
    const double none = std::nan("");
    const Obstacles obstacles = housesOf({{499990, 2999970, none, 2999972}, {499990, 2999970, 500010, 2999972}}, 9);
    const auto toLayer = CrsTransform::create(*Crs::fromEpsg(4490), obstacles.crs());
    Horizon horizon;
    obstacles.raise(horizon, placeAt({500000, 3000000}), *toLayer, [](double, double) { return 0.0; });
    EXPECT_NEAR(horizon.at(180), std::atan(7.5 / 28) * 180 / std::numbers::pi, 0.05);
}

/// A year's light with the beam taken off where a ray from the sun meets the land, hour by hour.
TEST(PhotovoltaicShade, OfAYearIsThatOfRaysFromEachSun)
{
    const HeightGrid grid = hills(2);
    const auto toGrid = CrsTransform::create(*Crs::fromEpsg(4490), grid.crs);
    SunPlace place;
    Horizon horizon;
    for (double latitude = 27.09; latitude < 27.125; latitude += 0.005) { // where the hills take most of the sky
        for (double longitude = 116.98; longitude < 117.02; longitude += 0.005) {
            const SunPlace tried{latitude, longitude, 0};
            Horizon found = horizonAt(grid, *toGrid, tried);
            if (horizon.elevation_deg.empty() || found.skyView() < horizon.skyView()) {
                place = tried;
                horizon = std::move(found);
            }
        }
    }
    const MetreSteps steps = metreSteps(*toGrid, place);
    const YearSun sun = yearSun(2019);
    const std::vector<WeatherHour> weather = clearHours(place, sun);
    PvSystem system;
    system.plane = {25, 180};
    const YearYield shaded = yearYield(system, place, sun, weather, horizon);
    double byRays = 0;
    int hidden = 0;
    for (std::size_t i = 0; i < sun.hours.size(); ++i) {
        const SunPosition seen = sunPosition(sun.hours[i], place);
        if (weather[i].sky.global > 0) {
            const bool hits = rayIsBlocked(grid, steps, seen.azimuth_deg, seen.elevation_deg);
            hidden += hits ? 1 : 0;
            byRays += onPlane(system.sky, weather[i].sky, system.plane, seen.elevation_deg, seen.azimuth_deg,
                              sun.extra[i], system.albedo, {!hits, horizon.skyView()})
                          .total() /
                      1000;
        }
    }
    EXPECT_GT(hidden, 100) << "nothing shades: nothing was tested";
    EXPECT_LT(shaded.plane(), shaded.unshadedPlane_kWh_m2 * 0.99);
    EXPECT_NEAR(shaded.plane() / byRays, 1, 0.002);
}

} // namespace
} // namespace cuntu::photovoltaic
