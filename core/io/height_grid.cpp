// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/height_grid.h"

#include "core/base/text.h"
#include "core/io/gdal_source.h"

#include <algorithm>
#include <cmath>
#include <gdal_priv.h>
#include <mutex>

namespace cuntu {

namespace {

// Formats of terrain models that are one local file; nothing that follows addresses.
constexpr const char *k_rasters[] = {"GTiff", "SRTMHGT", "HFA", "AAIGrid", "USGSDEM", "DTED", "GPKG", nullptr};

Error gridError(ErrorCode code, const QString &path, const QString &sentence)
{
    return {code, sentence, {.file = path}, Core::tr("Choose a terrain model such as a GeoTIFF of heights."), {}, {}};
}

/// Whole cells of a raster.
struct Cells {
    int left = 0;
    int top = 0;
    int columns = 0;
    int rows = 0;
};

/// @p window, which is in @p from, as a box in the grid's own CRS: by points along its edges.
Result<Box> boxIn(const Crs &to, const Box &window, const Crs &from)
{
    auto transform = CrsTransform::create(from, to);
    if (!transform) {
        return transform.error();
    }
    constexpr int k_steps = 8;
    std::vector<Point> edge;
    for (int i = 0; i <= k_steps; ++i) {
        const double x = window.minX + window.width() * i / k_steps;
        const double y = window.minY + window.height() * i / k_steps;
        edge.insert(edge.end(), {{x, window.minY}, {x, window.maxY}, {window.minX, y}, {window.maxX, y}});
    }
    transform->apply(edge);
    Box box;
    for (const Point point : edge) {
        box.add(point);
    }
    return box;
}

Cells cellsOf(const Box &box, const double *affine, int width, int height)
{
    const auto range = [](double a, double b, double corner, double step, int size) {
        const double first = std::floor((std::min((a - corner) / step, (b - corner) / step))) - 1;
        const double last = std::ceil((std::max((a - corner) / step, (b - corner) / step))) + 1;
        const int from = static_cast<int>(std::clamp(first, 0.0, static_cast<double>(size)));
        const int to = static_cast<int>(std::clamp(last, 0.0, static_cast<double>(size)));
        return std::pair(from, to - from);
    };
    const auto [left, columns] = range(box.minX, box.maxX, affine[0], affine[1], width);
    const auto [top, rows] = range(box.minY, box.maxY, affine[3], affine[5], height);
    return {left, top, columns, rows};
}

} // namespace

Result<HeightGrid> readHeights(const QString &path, const Box &window, const Crs &windowCrs)
{
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
    const GdalGuard guard;
    const GdalDataset dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY, k_rasters));
    double affine[6] = {};
    if (!dataset || dataset->GetRasterCount() < 1 || dataset->GetGeoTransform(affine) != CE_None || affine[2] != 0 ||
        affine[4] != 0) {
        return gridError(ErrorCode::Unreadable, path, Core::tr("'%1' is no terrain model that can be read").arg(path));
    }
    HeightGrid grid;
    auto crs = Crs::fromUser(QString::fromUtf8(dataset->GetProjectionRef()));
    if (!crs) {
        return crs.error();
    }
    grid.crs = *crs;
    const auto box = boxIn(grid.crs, window, windowCrs);
    if (!box) {
        return box.error();
    }
    const Cells cells = cellsOf(*box, affine, dataset->GetRasterXSize(), dataset->GetRasterYSize());
    constexpr double k_mostCells = 4e8;
    if (cells.columns < 2 || cells.rows < 2) {
        return gridError(ErrorCode::NotFound, path, Core::tr("the terrain model '%1' does not reach here").arg(path));
    }
    if (static_cast<double>(cells.columns) * cells.rows > k_mostCells) {
        return gridError(ErrorCode::OutOfRange, path,
                         Core::tr("too much of the terrain model '%1' is asked for").arg(path));
    }
    grid.corner = {affine[0] + cells.left * affine[1], affine[3] + cells.top * affine[5]};
    grid.stepX = affine[1];
    grid.stepY = affine[5];
    grid.columns = cells.columns;
    grid.rows = cells.rows;
    grid.heights_m.resize(static_cast<std::size_t>(cells.columns) * static_cast<std::size_t>(cells.rows));
    GDALRasterBand *band = dataset->GetRasterBand(1);
    if (band->RasterIO(GF_Read, cells.left, cells.top, cells.columns, cells.rows, grid.heights_m.data(), cells.columns,
                       cells.rows, GDT_Float32, 0, 0) != CE_None) {
        return gridError(ErrorCode::Unreadable, path, Core::tr("'%1' is no terrain model that can be read").arg(path));
    }
    int hasNothing = 0;
    const auto nothing = static_cast<float>(band->GetNoDataValue(&hasNothing));
    for (float &height : grid.heights_m) {
        if (hasNothing != 0 && height == nothing) {
            height = std::numeric_limits<float>::quiet_NaN();
        }
    }
    return grid;
}

} // namespace cuntu
