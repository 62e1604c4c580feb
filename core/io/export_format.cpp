// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export_format.h"

#include "core/base/text.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace cuntu {

namespace {

constexpr int k_wgs84 = 4326;

// A shapefile's fields: dBASE III, ten bytes of name and 254 of text. MapInfo: 31 and 254.
constexpr std::array<ExportFormat, 9> k_formats{{
    {"gpkg", "GPKG", "", "FID=fid GEOMETRY_NAME=geom", 0, false, false, true, 0, 0, true, false, false},
    {"shp", "ESRI Shapefile", "", "", 0, true, true, true, 10, 254, true, false, true},
    // Nine decimals of a degree are a tenth of a millimetre; but of a number with five zeros or nines in a row GDAL
    // cuts what follows as noise, which with nine decimals is a centimetre.
    {"geojson", "GeoJSON", "", "COORDINATE_PRECISION=11", k_wgs84, false, false, true, 0, 0, true, false, false},
    {"kml", "LIBKML", "", "", k_wgs84, true, false, true, 0, 0, true, true, false},
    {"fgb", "FlatGeobuf", "", "", 0, true, false, true, 0, 0, false, false, false},
    {"sqlite", "SQLite", "SPATIALITE=YES", "", 0, false, false, true, 0, 0, false, false, false},
    {"gml", "GML", "FORMAT=GML3.2", "", 0, true, false, true, 0, 0, false, false, false},
    {"dxf", "DXF", "", "", 0, true, false, false, 0, 0, false, false, false},
    {"tab", "MapInfo File", "", "ENCODING=CP936", 0, true, true, true, 31, 254, false, false, false},
}};

} // namespace

const ExportFormat *exportFormatOf(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    const auto found = std::find_if(k_formats.begin(), k_formats.end(),
                                    [&](const ExportFormat &f) { return ending == QLatin1String(f.ending); });
    return found == k_formats.end() ? nullptr : &*found;
}

QStringList exportEndings()
{
    QStringList endings{QStringLiteral("xlsx"), QStringLiteral("csv"), QStringLiteral("ods")};
    for (const ExportFormat &format : k_formats) {
        endings << QString::fromLatin1(format.ending);
    }
    return endings;
}

bool isMapFormat(const QString &file)
{
    return exportFormatOf(file) != nullptr;
}

Result<void> checkTarget(const ExportFormat &format, const ExportRequest &request)
{
    if (!request.targetCrs) {
        return {};
    }
    const Crs &target = *request.targetCrs;
    const QString ending = QStringLiteral(".") + QLatin1String(format.ending);
    if (target.shift() != Crs::Shift::None && !format.saysShift) {
        return Error{ErrorCode::Misused,
                     Core::tr("a %1 file cannot say that its positions are in %2").arg(ending, target.id()),
                     {.file = request.file},
                     Core::tr("Choose .kml, .geojson, .gpkg, .shp or a table."),
                     {},
                     {}};
    }
    const bool isDegrees = target.epsg() == k_wgs84 || target.epsg() == 4490;
    if (format.onlyDegrees && target.shift() != Crs::Shift::Gcj02 && !isDegrees) {
        return Error{ErrorCode::Misused,
                     Core::tr("a %1 file holds WGS 84 or GCJ-02, not %2").arg(ending, target.id()),
                     {.file = request.file},
                     Core::tr("Choose EPSG:4326 or gcj02."),
                     {},
                     {}};
    }
    if (!request.crs.isValid()) {
        return Error{ErrorCode::UnknownCrs,
                     Core::tr("the project does not know the system of its positions"),
                     {},
                     Core::tr("Leave the target system out."),
                     {},
                     {}};
    }
    return {};
}

Result<Crs> targetOf(const ExportFormat &format, const ExportRequest &request)
{
    if (request.targetCrs) {
        return *request.targetCrs;
    }
    return format.epsg != 0 ? Crs::fromEpsg(format.epsg) : Result<Crs>(request.crs);
}

QString shiftText(const Crs &crs)
{
    switch (crs.shift()) {
    case Crs::Shift::Gcj02:
        return Core::tr("Positions are in GCJ-02, the shifted system of Chinese web maps, not in WGS 84.");
    case Crs::Shift::Bd09:
        return Core::tr("Positions are in BD-09, the shifted system of Baidu's maps, not in WGS 84.");
    case Crs::Shift::None:
        break;
    }
    return {};
}

} // namespace cuntu
