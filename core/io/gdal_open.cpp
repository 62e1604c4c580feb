// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gdal_source.h"

#include <cpl_string.h>

#include <mutex>

namespace cuntu {

namespace {

// Drivers that read local files. Left out: those that follow addresses in a file to servers or to other files
// (WFS, OAPIF, VRT, HTTP, GMLAS, databases), and raster formats with odd vector parts.
constexpr const char *k_drivers[] = {"ESRI Shapefile",
                                     "GPKG",
                                     "GeoJSON",
                                     "GeoJSONSeq",
                                     "ESRIJSON",
                                     "TopoJSON",
                                     "LIBKML",
                                     "KML",
                                     "GML",
                                     "GPX",
                                     "SQLite",
                                     "DXF",
                                     "CAD",
                                     "DGN",
                                     "MapInfo File",
                                     "FlatGeobuf",
                                     "OpenFileGDB",
                                     "OSM",
                                     "GeoRSS",
                                     "JML",
                                     "OGR_GMT",
                                     "S57",
                                     "MapML",
                                     "TIGER",
                                     "AVCE00",
                                     "AVCBin",
                                     "Idrisi",
                                     "UK .NTF",
                                     "OGR_SDTS",
                                     "VDV",
                                     "SXF",
                                     "Selafin",
                                     "EDIGEO",
                                     "WAsP",
                                     "Geoconcept",
                                     "SVG",
                                     "Interlis 1",
                                     nullptr};

bool isSqlite(const QString &path)
{
    return vsiHead(path, 16).startsWith("SQLite format 3");
}

} // namespace

GdalDataset openGdalVector(const QString &path, QStringList &messages)
{
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
    const GdalGuard guard;
    CPLStringList options;
    options.SetNameValue("ENCODING", ""); // shapefiles: the bytes as they are; we know better
    options.SetNameValue("WRITE_GFS", "NO");
    options.SetNameValue("LIST_ALL_TABLES", "NO");
    // A database that is in nobody's hands is opened so that SQLite makes no -wal and -shm beside it.
    if (isSqlite(path) && vsiSize(path + QStringLiteral("-wal")) <= 0) {
        options.SetNameValue("IMMUTABLE", "YES");
    }
    GdalDataset dataset(GDALDataset::Open(path.toUtf8().constData(),
                                          GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, k_drivers,
                                          options.List()));
    messages = guard.messages();
    return dataset;
}

} // namespace cuntu
