// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/basemap/map_rasters.h"
#include "maps/basemap/raster.h"
#include "tests/support/terrain_file.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cmath>

namespace cuntu {
namespace {

using namespace test;

QString shared(const char *file)
{
    return QStringLiteral(CUNTU_SHARED_DATA "/") + QString::fromUtf8(file);
}

TEST(Hillshade, PlaneIsLitByItsSlope)
{
    const QTemporaryDir folder;
    const TerrainCells cells{{39500000, 3000000}, 10, 20, 20};
    // A plane that rises to the south-east faces the light: slope 45 degrees towards it gives full brightness.
    RasterQuery query{writeTerrain(folder.path(), QStringLiteral("面"), cells,
                                   [](int column, int row) { return (column + row) * 10 / std::sqrt(2.0); }),
                      true,
                      Box{39500050, 3000050, 39500150, 3000150},
                      {10, 10},
                      *Crs::fromEpsg(4527)};
    auto lit = readRaster(query, {});
    ASSERT_TRUE(lit) << lit.error().sentence.toStdString();
    ASSERT_EQ(lit->size(), QSize(10, 10));
    for (const QPoint place : {QPoint(0, 0), QPoint(5, 5), QPoint(9, 9)}) { // also where a picture ends
        EXPECT_EQ(qRed(lit->pixel(place)), 255);
    }
    query.file = writeTerrain(folder.path(), QStringLiteral("平"), cells, [](int column, int row) {
        return column >= 8 && column < 12 && row >= 8 && row < 12 ? std::nan("") : 7.0;
    });
    lit = readRaster(query, {});
    ASSERT_TRUE(lit) << lit.error().sentence.toStdString();
    EXPECT_NEAR(qRed(lit->pixel(0, 0)), 255 * std::sqrt(0.5), 1);
    EXPECT_EQ(qAlpha(lit->pixel(5, 5)), 0);
}

TEST(Raster, DefaultAreasGiveWayToIt)
{
    const QTemporaryDir folder;
    SnapshotBuilder areas("areas", GeometryType::Polygon);
    areas.box({39500010, 3000010, 39500190, 3000190});
    RenderRequest request = mapOf({layerOf(std::move(areas))}, {200, 200});
    request.crs = *Crs::fromEpsg(4527);
    request.extent.centre = {39500100, 3000100};
    request.layers.front().style = defaultStyle(request.layers.front().snapshot->schema(), 0);
    const QPoint inside(100, 100);
    const QRgb filled = pictureOf(request).pixel(inside);
    EXPECT_EQ(filled, request.layers.front().style.symbol.fill.rgb());
    const QString terrain = writeTerrain(folder.path(), QStringLiteral("面"), {{39500000, 3000000}, 10, 20, 20},
                                         [](int, int) { return 7.0; });
    request.rasters = {{terrain, 1, true}};
    EXPECT_NEAR(qRed(pictureOf(request).pixel(inside)), 255 * std::sqrt(0.5), 1);
    request.layers.front().style.fillGivesWay = false;
    EXPECT_EQ(pictureOf(request).pixel(inside), filled);
}

TEST(Raster, UnreadableFileIsSaidAndTheRestDrawn)
{
    SnapshotBuilder points("points", GeometryType::Point);
    points.point(100, 100);
    RenderRequest request = mapOf({layerOf(std::move(points))});
    request.rasters = {{QStringLiteral("/nowhere/none.tif"), 1, false}};
    const auto result = render(request, {});
    ASSERT_TRUE(result);
    ASSERT_EQ(result->errors.size(), 1U);
    EXPECT_EQ(result->errors[0].code, ErrorCode::Unreadable);
    EXPECT_EQ(result->errors[0].where.file, QStringLiteral("/nowhere/none.tif"));
    EXPECT_EQ(result->layers.size(), 1U);
}

TEST(Raster, MapTilesCoverTheirIsland)
{
    const QString file = shared("basemap/isle_of_man.mbtiles");
    const auto crs = Crs::fromEpsg(4326);
    if (!QFileInfo::exists(file) || !crs) {
        GTEST_SKIP() << "no shared data";
    }
    RasterQuery query{file, false, {-4.8, 53.95, -4.2, 54.55}, {256, 256}, *crs};
    const auto image = readRaster(query, {});
    ASSERT_TRUE(image) << image.error().toText().toStdString();
    EXPECT_EQ(image->size(), query.size);
    EXPECT_EQ(qAlpha(image->pixel(128, 128)), 255);
    query.box = {99.7, -54.3, 100.3, -53.7};
    const auto elsewhere = readRaster(query, {});
    ASSERT_TRUE(elsewhere);
    EXPECT_EQ(qAlpha(elsewhere->pixel(128, 128)), 0);
}

TEST(Raster, OnesOfAProjectAreKeptRelativeToIt)
{
    const QString project = QStringLiteral("/data/县/county.cuntu");
    const std::vector<MapRaster> rasters{{QStringLiteral("/data/县/图/扫描 图.tif"), false, 0.5, true},
                                         {QStringLiteral("/elsewhere/dem.tif"), true, 1, false}};
    const QString kept = rastersToSetting(rasters, project);
    EXPECT_EQ(rastersFromSetting(kept, project), rasters);
    const auto moved = rastersFromSetting(kept, QStringLiteral("/usb/county.cuntu"));
    EXPECT_EQ(moved[0].file, QStringLiteral("/usb/图/扫描 图.tif"));
    EXPECT_EQ(moved[1].file, QStringLiteral("/elsewhere/dem.tif"));
    EXPECT_TRUE(rastersFromSetting(QStringLiteral("[{\"file\":7},null,{}]"), project).empty());
    EXPECT_TRUE(rastersFromSetting(QStringLiteral("nonsense"), project).empty());
}

TEST(Raster, ATerrainIsToldFromAPicture)
{
    const QString terrain = shared("terrain/dem.tif");
    const QString tiles = shared("basemap/isle_of_man.mbtiles");
    if (!QFileInfo::exists(terrain) || !QFileInfo::exists(tiles)) {
        GTEST_SKIP() << "the shared data are not there";
    }
    const auto relief = lookAtRaster(terrain);
    ASSERT_TRUE(relief) << relief.error().toText().toStdString();
    EXPECT_TRUE(relief->isTerrain);
    const auto picture = lookAtRaster(tiles);
    ASSERT_TRUE(picture) << picture.error().toText().toStdString();
    EXPECT_FALSE(picture->isTerrain);
    EXPECT_EQ(lookAtRaster(QStringLiteral("/nowhere.tif")).error().code, ErrorCode::Unreadable);
    EXPECT_EQ(lookAtRaster(shared("photos/notags.JPG")).error().code, ErrorCode::UnknownCrs);
}

TEST(Raster, CancelledReadingSaysSo)
{
    const QString file = shared("basemap/isle_of_man.mbtiles");
    const auto crs = Crs::fromEpsg(4326);
    if (!QFileInfo::exists(file) || !crs) {
        GTEST_SKIP() << "no shared data";
    }
    const RasterQuery query{file, false, {-4.8, 53.95, -4.2, 54.55}, {256, 256}, *crs};
    JobContext job;
    job.cancel.cancel();
    const auto image = readRaster(query, job);
    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace cuntu
