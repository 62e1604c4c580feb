// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/score_file.h"

#include "core/base/text.h"
#include "core/io/gdal_source.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <mutex>

namespace cuntu {

namespace {

constexpr int k_steps = 200;
constexpr std::uint8_t k_nothing = 255;

/// Viridis at quarters (van der Walt and Smith 2015, matplotlib), straight in between.
GDALColorTable colours()
{
    static constexpr std::array<std::array<short, 3>, 5> k_quarters{
        {{68, 1, 84}, {59, 82, 139}, {33, 145, 140}, {94, 201, 98}, {253, 231, 37}}};
    GDALColorTable table;
    const auto entry = [](std::size_t quarter) {
        const auto &[red, green, blue] = k_quarters[quarter];
        return GDALColorEntry{red, green, blue, 255};
    };
    for (std::size_t quarter = 0; quarter + 1 < k_quarters.size(); ++quarter) {
        const GDALColorEntry from = entry(quarter);
        const GDALColorEntry to = entry(quarter + 1);
        const int first = static_cast<int>(quarter) * k_steps / 4;
        table.CreateColorRamp(first, &from, first + k_steps / 4, &to);
    }
    const GDALColorEntry nothing{0, 0, 0, 0};
    table.SetColorEntry(k_nothing, &nothing);
    return table;
}

std::vector<std::uint8_t> bytesOf(std::span<const float> shares)
{
    std::vector<std::uint8_t> bytes(shares.size(), k_nothing);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (!std::isnan(shares[i])) {
            bytes[i] = static_cast<std::uint8_t>(std::lround(std::clamp(shares[i], 0.0F, 1.0F) * k_steps));
        }
    }
    return bytes;
}

Error cannotWrite(const QString &path, const GdalGuard &guard)
{
    return {ErrorCode::Unreadable,
            Core::tr("the raster '%1' cannot be written").arg(path),
            {.file = path},
            Core::tr("Check that the folder is there, may be written to and has room."),
            {},
            guard.messages()};
}

} // namespace

Result<void> writeScores(const QString &path, const ScoreRaster &scores, const QString &provenance)
{
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
    const GdalGuard guard;
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    const bool isInMemory = path.startsWith(QStringLiteral("/vsimem/"));
    const char *packed[] = {"COMPRESS=DEFLATE", "TILED=YES", nullptr};
    GdalDataset dataset(driver->Create(path.toUtf8().constData(), scores.columns, scores.rows, 1, GDT_Byte,
                                       isInMemory ? nullptr : const_cast<char **>(packed)));
    if (!dataset) {
        return cannotWrite(path, guard);
    }
    double affine[6] = {scores.corner.x, scores.stepX, 0, scores.corner.y, 0, scores.stepY};
    GDALRasterBand *band = dataset->GetRasterBand(1);
    GDALColorTable table = colours();
    bool isDone = dataset->SetGeoTransform(affine) == CE_None &&
                  dataset->SetProjection(scores.crs.wkt().toUtf8().constData()) == CE_None &&
                  band->SetColorTable(&table) == CE_None && band->SetNoDataValue(k_nothing) == CE_None;
    if (!isInMemory) {
        band->SetScale(1.0 / k_steps);
        dataset->SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", provenance.toUtf8().constData());
    }
    std::vector<std::uint8_t> bytes = bytesOf(scores.shares);
    isDone = isDone && band->RasterIO(GF_Write, 0, 0, scores.columns, scores.rows, bytes.data(), scores.columns,
                                      scores.rows, GDT_Byte, 0, 0) == CE_None;
    dataset->FlushCache(true);
    dataset.reset();
    if (!isDone || (!isInMemory && !QFileInfo::exists(path))) {
        return cannotWrite(path, guard);
    }
    return {};
}

void forgetScores(const QString &path)
{
    VSIUnlink(path.toUtf8().constData());
}

} // namespace cuntu
