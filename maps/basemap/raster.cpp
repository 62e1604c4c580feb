// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/basemap/raster.h"

#include "core/terrain/relief.h"
#include "maps/basemap/gdal_messages.h"
#include "maps/text.h"

#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdal_utils.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace cuntu {
namespace {

struct Close {
    void operator()(GDALDataset *dataset) const { GDALClose(GDALDataset::ToHandle(dataset)); }
};
using Dataset = std::unique_ptr<GDALDataset, Close>;

int CPL_STDCALL goOn(double, const char *, void *job)
{
    return static_cast<const JobContext *>(job)->isCancelled() ? FALSE : TRUE;
}

Error unreadable(const QString &file, const GdalMessages &messages)
{
    Where where;
    where.file = file;
    return {ErrorCode::Unreadable,
            Maps::tr("the raster cannot be read"),
            where,
            Maps::tr("check that the file is complete and of a kind GDAL reads"),
            {},
            messages.all()};
}

std::vector<char *> pointers(std::vector<QByteArray> &texts)
{
    std::vector<char *> result;
    for (QByteArray &text : texts) {
        result.push_back(text.data());
    }
    result.push_back(nullptr);
    return result;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 17);
}

/// The part of @p source that @p query shows as a virtual dataset of about the picture's resolution: whatever its size,
/// only so many pixels are read. Colour tables become colours. Null where nothing is seen.
Dataset decimated(GDALDataset &source, const RasterQuery &query)
{
    const QByteArray target = query.crs.wkt().toUtf8();
    const std::unique_ptr<void, void (*)(void *)> transformer(
        GDALCreateGenImgProjTransformer(GDALDataset::ToHandle(&source), nullptr, nullptr, target.constData(), FALSE, 0,
                                        0),
        [](void *handle) {
            if (handle != nullptr) {
                GDALDestroyGenImgProjTransformer(handle);
            }
        });
    if (!transformer) {
        return nullptr;
    }
    constexpr int k_steps = 20;
    const Box &box = query.box;
    Box seen;
    for (int i = 0; i <= k_steps; ++i) {
        for (int j = 0; j <= k_steps; ++j) {
            double x = std::lerp(box.minX, box.maxX, static_cast<double>(i) / k_steps);
            double y = std::lerp(box.minY, box.maxY, static_cast<double>(j) / k_steps);
            double z = 0;
            int ok = 0;
            if (GDALGenImgProjTransform(transformer.get(), TRUE, 1, &x, &y, &z, &ok) != 0 && ok != 0) {
                seen.add(Point{x, y});
            }
        }
    }
    const double left = std::clamp(std::floor(seen.minX) - 4, 0.0, static_cast<double>(source.GetRasterXSize()));
    const double top = std::clamp(std::floor(seen.minY) - 4, 0.0, static_cast<double>(source.GetRasterYSize()));
    const double width = std::min(std::ceil(seen.maxX) + 4, static_cast<double>(source.GetRasterXSize())) - left;
    const double height = std::min(std::ceil(seen.maxY) + 4, static_cast<double>(source.GetRasterYSize())) - top;
    if (seen.isEmpty() || width < 1 || height < 1) {
        return nullptr;
    }
    const double shrink =
        std::max(1.0, std::min(seen.width() / query.size.width(), seen.height() / query.size.height()));
    std::vector<QByteArray> texts{"-of",
                                  "VRT",
                                  "-srcwin",
                                  number(left),
                                  number(top),
                                  number(width),
                                  number(height),
                                  "-outsize",
                                  number(std::ceil(width / shrink)),
                                  number(std::ceil(height / shrink))};
    if (source.GetRasterBand(1)->GetColorTable() != nullptr) {
        texts.insert(texts.end(), {"-expand", "rgba"});
    }
    std::vector<char *> arguments = pointers(texts);
    GDALTranslateOptions *options = GDALTranslateOptionsNew(arguments.data(), nullptr);
    Dataset result(GDALDataset::FromHandle(GDALTranslate("", GDALDataset::ToHandle(&source), options, nullptr)));
    GDALTranslateOptionsFree(options);
    return result;
}

/// @p source on the grid of @p query; heights one pixel wider on each side. GDAL's warper with its approximating
/// transformer.
Dataset warped(GDALDataset &source, const RasterQuery &query, const JobContext &job)
{
    const int rim = query.hillshade ? 1 : 0;
    const Box box = query.box.grown(rim * query.unitsPerPixel());
    std::vector<QByteArray> texts{"-of",
                                  "MEM",
                                  "-t_srs",
                                  query.crs.wkt().toUtf8(),
                                  "-te",
                                  number(box.minX),
                                  number(box.minY),
                                  number(box.maxX),
                                  number(box.maxY),
                                  "-ts",
                                  QByteArray::number(query.size.width() + 2 * rim),
                                  QByteArray::number(query.size.height() + 2 * rim),
                                  "-r",
                                  query.hillshade ? "cubic" : "bilinear",
                                  "-et",
                                  "0.4"};
    if (query.hillshade) {
        texts.insert(texts.end(), {"-ot", "Float32", "-dstnodata", "nan"});
    } else {
        texts.emplace_back("-dstalpha");
    }
    std::vector<char *> arguments = pointers(texts);
    GDALWarpAppOptions *options = GDALWarpAppOptionsNew(arguments.data(), nullptr);
    GDALWarpAppOptionsSetProgress(options, goOn, const_cast<JobContext *>(&job));
    GDALDatasetH handle = GDALDataset::ToHandle(&source);
    int failed = 0;
    Dataset result(GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &handle, options, &failed)));
    GDALWarpAppOptionsFree(options);
    return result;
}

std::vector<float> readBand(GDALDataset &dataset, int band)
{
    const int width = dataset.GetRasterXSize();
    const int height = dataset.GetRasterYSize();
    std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
                              std::numeric_limits<float>::quiet_NaN());
    const CPLErr failed = dataset.GetRasterBand(band)->RasterIO(GF_Read, 0, 0, width, height, values.data(), width,
                                                                height, GDT_Float32, 0, 0, nullptr);
    return failed == CE_None ? values : std::vector<float>();
}

/// Values 0..255 for bands of bytes; other numbers are stretched between the least and the greatest in the picture.
void toBytes(std::vector<float> &values, bool bytes, const std::vector<float> &alpha)
{
    float least = 0;
    float greatest = 255;
    if (!bytes) {
        least = std::numeric_limits<float>::max();
        greatest = std::numeric_limits<float>::lowest();
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (alpha[i] > 0 && std::isfinite(values[i])) {
                least = std::min(least, values[i]);
                greatest = std::max(greatest, values[i]);
            }
        }
    }
    const float factor = greatest > least ? 255 / (greatest - least) : 0;
    for (float &value : values) {
        value = std::isfinite(value) ? std::clamp((value - least) * factor, 0.0F, 255.0F) : 0;
    }
}

QImage coloured(GDALDataset &dataset)
{
    const int bands = dataset.GetRasterCount();
    const bool isColour = bands >= 4; // red, green, blue and the alpha that the warper added
    std::vector<float> alpha = readBand(dataset, bands);
    toBytes(alpha, true, alpha);
    std::vector<std::vector<float>> channels;
    for (int band = 1; band <= (isColour ? 3 : 1); ++band) {
        channels.push_back(readBand(dataset, band));
        if (channels.back().size() != alpha.size()) {
            return {};
        }
        toBytes(channels.back(), dataset.GetRasterBand(band)->GetRasterDataType() == GDT_Byte, alpha);
    }
    QImage image(dataset.GetRasterXSize(), dataset.GetRasterYSize(), QImage::Format_ARGB32);
    std::size_t i = 0;
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x, ++i) {
            const auto channel = [&](std::size_t c) { return static_cast<int>(channels[isColour ? c : 0][i]); };
            row[x] = qRgba(channel(0), channel(1), channel(2), static_cast<int>(alpha[i]));
        }
    }
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

/// The relief of a terrain that was read with a rim of one cell, so that pictures side by side meet without a seam.
Result<QImage> shaded(GDALDataset &dataset, const RasterQuery &query, const JobContext &job)
{
    HeightGrid grid;
    grid.crs = query.crs;
    grid.stepX = query.unitsPerPixel();
    grid.stepY = -grid.stepX;
    grid.corner = {query.box.minX - grid.stepX, query.box.maxY + grid.stepX};
    grid.columns = dataset.GetRasterXSize();
    grid.rows = dataset.GetRasterYSize();
    grid.heights_m = readBand(dataset, 1);
    if (grid.heights_m.empty()) {
        return QImage();
    }
    const auto light = hillshade(grid, {}, job);
    if (!light) {
        return light.error();
    }
    QImage image(query.size, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const float bright = light->values[light->frame.index(x + 1, y + 1)];
            const int grey = std::isnan(bright) ? 0 : static_cast<int>(std::lround(bright));
            row[x] = std::isnan(bright) ? qRgba(0, 0, 0, 0) : qRgba(grey, grey, grey, 255);
        }
    }
    return image;
}

} // namespace

Result<QImage> readRaster(const RasterQuery &query, const JobContext &job)
{
    GDALAllRegister();
    const GdalMessages messages;
    const QByteArray file = query.file.toUtf8();
    const Dataset source(GDALDataset::Open(file.constData(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (!source || source->GetRasterCount() == 0) {
        return unreadable(query.file, messages);
    }
    if (source->GetSpatialRef() == nullptr && source->GetGCPSpatialRef() == nullptr) {
        Where where;
        where.file = query.file;
        return Error{ErrorCode::UnknownCrs,
                     Maps::tr("the raster does not say in which reference system it is"),
                     where,
                     Maps::tr("give it one, for instance with a .prj file"),
                     {},
                     {}};
    }
    QImage image(query.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const Dataset part = decimated(*source, query);
    if (!part) {
        return image; // elsewhere
    }
    const Dataset picture = warped(*part, query, job);
    if (job.isCancelled()) {
        return cancelledError();
    }
    if (!picture) {
        return unreadable(query.file, messages);
    }
    auto drawn = query.hillshade ? shaded(*picture, query, job) : Result<QImage>(coloured(*picture));
    return drawn && drawn->isNull() ? Result<QImage>(unreadable(query.file, messages)) : drawn;
}

} // namespace cuntu
