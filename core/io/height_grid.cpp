// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/height_grid.h"

#include "core/base/text.h"
#include "core/io/gdal_source.h"

#include <algorithm>
#include <cmath>
#include <gdal_priv.h>
#include <gdal_utils.h>
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

/// What GDAL reads of a terrain model: its heights lie in straight rows of a known system.
struct OpenModel {
    GdalDataset dataset;
    double affine[6] = {};
    Crs crs;
};

Result<OpenModel> openModel(const QString &path)
{
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
    OpenModel model;
    model.dataset.reset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY, k_rasters));
    if (!model.dataset || model.dataset->GetRasterCount() < 1 ||
        model.dataset->GetGeoTransform(model.affine) != CE_None || model.affine[2] != 0 || model.affine[4] != 0) {
        return gridError(ErrorCode::Unreadable, path, Core::tr("'%1' is no terrain model that can be read").arg(path));
    }
    auto crs = Crs::fromUser(QString::fromUtf8(model.dataset->GetProjectionRef()));
    if (!crs) {
        return crs.error();
    }
    model.crs = *crs;
    return model;
}

/// The heights of @p cells of the first band, what the file calls nothing as not-a-number.
Result<std::vector<float>> bandOf(GDALDataset &dataset, const Cells &cells, const QString &path)
{
    std::vector<float> heights_m(static_cast<std::size_t>(cells.columns) * static_cast<std::size_t>(cells.rows));
    GDALRasterBand *band = dataset.GetRasterBand(1);
    if (band->RasterIO(GF_Read, cells.left, cells.top, cells.columns, cells.rows, heights_m.data(), cells.columns,
                       cells.rows, GDT_Float32, 0, 0) != CE_None) {
        return gridError(ErrorCode::Unreadable, path, Core::tr("'%1' is no terrain model that can be read").arg(path));
    }
    int hasNothing = 0;
    const auto nothing = static_cast<float>(band->GetNoDataValue(&hasNothing));
    for (float &height : heights_m) {
        if (hasNothing != 0 && height == nothing) {
            height = std::numeric_limits<float>::quiet_NaN();
        }
    }
    return heights_m;
}

Result<void> checkSize(double columns, double rows, const QString &path)
{
    constexpr double k_mostCells = 4e8;
    if (columns < 2 || rows < 2) {
        return gridError(ErrorCode::NotFound, path, Core::tr("the terrain model '%1' does not reach here").arg(path));
    }
    if (columns * rows > k_mostCells) {
        return gridError(ErrorCode::OutOfRange, path,
                         Core::tr("too much of the terrain model '%1' is asked for").arg(path));
    }
    return {};
}

QByteArray digits(double number)
{
    return QByteArray::number(number, 'g', 17);
}

int CPL_STDCALL goOn(double, const char *, void *job)
{
    return static_cast<const JobContext *>(job)->isCancelled() ? FALSE : TRUE;
}

/// @p source by GDAL's warper in memory; null where it fails or is cancelled.
GdalDataset warp(GDALDataset &source, std::vector<QByteArray> texts, const JobContext &job)
{
    std::vector<char *> arguments;
    for (QByteArray &text : texts) {
        arguments.push_back(text.data());
    }
    arguments.push_back(nullptr);
    GDALWarpAppOptions *options = GDALWarpAppOptionsNew(arguments.data(), nullptr);
    GDALWarpAppOptionsSetProgress(options, goOn, const_cast<JobContext *>(&job));
    GDALDatasetH handle = GDALDataset::ToHandle(&source);
    int failed = 0;
    GdalDataset warped(GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &handle, options, &failed)));
    GDALWarpAppOptionsFree(options);
    return warped;
}

} // namespace

Result<HeightGrid> readHeights(const QString &path, const Box &window, const Crs &windowCrs)
{
    const GdalGuard guard;
    const auto model = openModel(path);
    if (!model) {
        return model.error();
    }
    const auto box = boxIn(model->crs, window, windowCrs);
    if (!box) {
        return box.error();
    }
    const double *affine = model->affine;
    const Cells cells = cellsOf(*box, affine, model->dataset->GetRasterXSize(), model->dataset->GetRasterYSize());
    if (auto checked = checkSize(cells.columns, cells.rows, path); !checked) {
        return checked.error();
    }
    auto heights_m = bandOf(*model->dataset, cells, path);
    if (!heights_m) {
        return heights_m.error();
    }
    return HeightGrid{model->crs,
                      {affine[0] + cells.left * affine[1], affine[3] + cells.top * affine[5]},
                      affine[1],
                      affine[5],
                      cells.columns,
                      cells.rows,
                      std::move(*heights_m)};
}

Result<HeightGrid> warpHeights(const QString &path, const Box &window, const Crs &windowCrs, const Crs &plane,
                               double cell_m, const JobContext &job)
{
    const GdalGuard guard;
    const auto model = openModel(path);
    if (!model) {
        return model.error();
    }
    std::vector<QByteArray> texts{"-of", "MEM",          "-t_srs",      plane.wkt().toUtf8(),
                                  "-r",  "bilinear",     "-et",         "0.125",
                                  "-ot", "Float32",      "-dstnodata",  "nan",
                                  "-tr", digits(cell_m), digits(cell_m)};
    if (!window.isEmpty()) {
        const auto box = boxIn(plane, window, windowCrs);
        const auto own = boxIn(model->crs, window, windowCrs);
        if (!box || !own) {
            return box ? own.error() : box.error();
        }
        const Cells cells =
            cellsOf(*own, model->affine, model->dataset->GetRasterXSize(), model->dataset->GetRasterYSize());
        auto checked = checkSize(cells.columns, cells.rows, path);
        if (checked) {
            checked = checkSize(box->width() / cell_m, box->height() / cell_m, path);
        }
        if (!checked) {
            return checked.error();
        }
        texts.insert(texts.end(), {"-te", digits(box->minX), digits(box->minY), digits(box->maxX), digits(box->maxY)});
    }
    const GdalDataset warped = warp(*model->dataset, std::move(texts), job);
    if (job.isCancelled()) {
        return cancelledError();
    }
    double affine[6] = {};
    if (!warped || warped->GetGeoTransform(affine) != CE_None) {
        return gridError(ErrorCode::Unreadable, path,
                         Core::tr("the terrain model '%1' cannot be turned into %2").arg(path, plane.name()));
    }
    const Cells all{0, 0, warped->GetRasterXSize(), warped->GetRasterYSize()};
    auto heights_m = bandOf(*warped, all, path);
    if (!heights_m) {
        return heights_m.error();
    }
    return HeightGrid{plane,    {affine[0], affine[3]}, affine[1], affine[5], all.columns,
                      all.rows, std::move(*heights_m)};
}

} // namespace cuntu
