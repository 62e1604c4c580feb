// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/basemap/map_rasters.h"

#include "maps/basemap/gdal_messages.h"
#include "maps/basemap/tile_service.h"
#include "maps/text.h"

#include <gdal_priv.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <memory>

namespace cuntu {

QString rastersToSetting(const std::vector<MapRaster> &rasters, const QString &projectFile)
{
    const QDir home = QFileInfo(projectFile).absoluteDir();
    QJsonArray array;
    for (const MapRaster &raster : rasters) {
        const QString relative = home.relativeFilePath(raster.file);
        const bool isBelow =
            !isTileAddress(raster.file) && !relative.startsWith(QLatin1String("..")) && QDir::isRelativePath(relative);
        array.append(QJsonObject{{QStringLiteral("file"), isBelow ? relative : raster.file},
                                 {QStringLiteral("terrain"), raster.isTerrain},
                                 {QStringLiteral("opacity"), raster.opacity},
                                 {QStringLiteral("shown"), raster.isShown}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<MapRaster> rastersFromSetting(const QString &setting, const QString &projectFile)
{
    const QDir home = QFileInfo(projectFile).absoluteDir();
    std::vector<MapRaster> rasters;
    for (const QJsonValue &each : QJsonDocument::fromJson(setting.toUtf8()).array()) {
        const QString file = each[QStringLiteral("file")].toString();
        if (!file.isEmpty()) {
            const QString path = isTileAddress(file) ? file : QDir::cleanPath(home.absoluteFilePath(file));
            rasters.push_back({path, each[QStringLiteral("terrain")].toBool(),
                               std::clamp(each[QStringLiteral("opacity")].toDouble(1), 0.0, 1.0),
                               each[QStringLiteral("shown")].toBool(true)});
        }
    }
    return rasters;
}

Result<MapRaster> lookAtRaster(const QString &file)
{
    if (isTileAddress(file)) {
        return tileServiceFrom(file)
                   ? Result<MapRaster>(MapRaster{file, false, 1, true})
                   : Result<MapRaster>(Error{ErrorCode::Invalid,
                                             Maps::tr("this is no address of map tiles"),
                                             {.file = file},
                                             Maps::tr("It begins with https:// and holds {z}, {x} and {y}."),
                                             {},
                                             {}});
    }
    GDALAllRegister();
    const GdalMessages messages;
    const Where where{.file = file};
    const std::unique_ptr<GDALDataset> dataset(
        GDALDataset::Open(file.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (!dataset || dataset->GetRasterCount() == 0) {
        return Error{ErrorCode::Unreadable,
                     Maps::tr("the raster cannot be read"),
                     where,
                     Maps::tr("check that the file is complete and of a kind GDAL reads"),
                     messages.all(),
                     {}};
    }
    std::array<double, 6> place{};
    const bool isPlaced = dataset->GetGeoTransform(place.data()) == CE_None || dataset->GetGCPCount() > 0;
    if (!dataset->GetSpatialRef() || !isPlaced) {
        return Error{
            ErrorCode::UnknownCrs,
            Maps::tr("the raster does not say where it lies"),
            where,
            Maps::tr("Give it a coordinate system and a position first, for example with gdal_translate -a_srs."),
            {},
            {}};
    }
    const GDALDataType type = dataset->GetRasterBand(1)->GetRasterDataType();
    const bool isTerrain =
        dataset->GetRasterCount() == 1 && (type == GDT_Float32 || type == GDT_Float64 || type == GDT_Int16);
    return MapRaster{QFileInfo(file).absoluteFilePath(), isTerrain, 1, true};
}

bool isRasterName(const QString &file)
{
    static const QStringList endings{QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("img"),
                                     QStringLiteral("jp2"), QStringLiteral("hgt"),  QStringLiteral("asc"),
                                     QStringLiteral("vrt"), QStringLiteral("dem"),  QStringLiteral("mbtiles"),
                                     QStringLiteral("ecw"), QStringLiteral("sid")};
    return endings.contains(QFileInfo(file).suffix().toLower());
}

} // namespace cuntu
