// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gdal_source.h"
#include "core/io/source_path.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

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

// Only for an address that the user gave.
constexpr const char *k_databaseDrivers[] = {"PostgreSQL", nullptr};

// Formats of pictures and grids that people take for layers; again none that follows addresses in a file.
constexpr const char *k_rasterDrivers[] = {"GTiff", "GPKG", "MBTiles", "PNG",     "JPEG", "JP2OpenJPEG", "BMP",
                                           "GIF",   "HFA",  "AAIGrid", "SRTMHGT", "DTED", "USGSDEM",     nullptr};

void registerDrivers()
{
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
}

bool isSqlite(const QString &path)
{
    return vsiHead(path, 16).startsWith("SQLite format 3");
}

/// Adds @p tags to those that become columns of @p section.
void addTags(QByteArray &text, const QByteArray &section, const QByteArray &tags)
{
    const QByteArray key = "\nattributes=";
    const qsizetype begin = text.indexOf("\n[" + section + ']');
    const qsizetype line = begin < 0 ? -1 : text.indexOf(key, begin);
    if (line >= 0) {
        text.insert(line + key.size(), tags + ',');
    }
}

/// GDAL's own choice of the tags of OpenStreetMap that become columns, and those by which ways and places are told
/// apart here. The file lies in memory; null where GDAL's is not there.
const char *osmColumns()
{
    static const char *const path = "/vsimem/cuntu-osm.ini";
    static const QByteArray text = [] {
        const char *const own = CPLFindFile("gdal", "osmconf.ini");
        QByteArray all = own ? vsiHead(QString::fromUtf8(own), 1 << 20) : QByteArray();
        addTags(all, "points", "population");
        addTags(all, "lines", "ref,surface,tracktype,width,bridge");
        return all;
    }();
    static std::once_flag written;
    std::call_once(written, [] {
        auto *bytes = reinterpret_cast<GByte *>(const_cast<char *>(text.constData())); // GDAL does not write to it
        VSIFCloseL(VSIFileFromMemBuffer(path, bytes, static_cast<vsi_l_offset>(text.size()), FALSE));
    });
    return text.isEmpty() ? nullptr : path;
}

} // namespace

GdalDataset openGdalVector(const QString &path, bool allTables, QStringList &messages)
{
    registerDrivers();
    const GdalGuard guard;
    CPLStringList options;
    options.SetNameValue("ENCODING", ""); // shapefiles: the bytes as they are; we know better
    options.SetNameValue("WRITE_GFS", "NO");
    options.SetNameValue("LIST_ALL_TABLES", allTables ? "YES" : "NO");
    if (const char *columns = osmColumns()) {
        options.SetNameValue("CONFIG_FILE", columns);
    }
    // A database that is in nobody's hands is opened so that SQLite makes no -wal and -shm beside it.
    if (isSqlite(path) && vsiSize(path + QStringLiteral("-wal")) <= 0) {
        options.SetNameValue("IMMUTABLE", "YES");
    }
    const bool isDatabase = isDatabaseAddress(path);
    const char *const *drivers = isDatabase ? k_databaseDrivers : k_drivers;
    GdalDataset dataset(GDALDataset::Open(path.toUtf8().constData(),
                                          GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers,
                                          isDatabase ? nullptr : options.List()));
    messages = guard.messages();
    return dataset;
}

bool isGdalRaster(const QString &path)
{
    registerDrivers();
    const GdalGuard guard;
    const GdalDataset dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY, k_rasterDrivers, nullptr));
    return dataset != nullptr;
}

} // namespace cuntu
