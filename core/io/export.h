// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geo/crs.h"
#include "core/schema/layer_schema.h"
#include "core/store/value.h"

#include <functional>

namespace cuntu {

/// What to write and how.
struct ExportRequest {
    QString file; ///< format by its ending: gpkg shp geojson kml csv xlsx ods fgb sqlite gml dxf tab
    LayerSchema schema;
    Crs crs;             ///< of the features
    bool unmask = false; ///< personal fields in full; otherwise masked() and positions left out where they are personal
    QString encoding;    ///< "UTF-8" or "GBK", of shapefiles and CSV; empty: UTF-8
    std::optional<Crs> targetCrs = {}; ///< to write in; empty: that of the features, or what the format asks for
};

/// What was written.
struct ExportReport {
    qint64 features = 0;
    QStringList notes; ///< what was cut, renamed, left out or assumed, sentences
};

/// Gives the next feature to write; false at the end.
using FeatureSource = std::function<Result<bool>(FeatureRow &row)>;

/// Writes features to a file, beside it first and then moved into place: the old file stays until the new one is whole.
/// Features are written one after the other; only ODS, which has a limit of rows for it, and KML are held in memory.
///
/// CSV, XLSX and ODS get longitude and latitude columns (EPSG:4490) for points, WKT for others, headings and choices in
/// the program's language; CSV is UTF-8 with byte order mark or GBK. KML and GeoJSON are written in WGS 84 (RFC 7946,
/// 11 decimals: 0.1 mm) unless another system is asked for. The shifted systems GCJ-02 and BD-09 are written only in
/// formats that can say so: in the description of KML, GeoJSON and GeoPackage, the .prj of a shapefile, the headings of
/// a table. Names of shapefile fields are cut to ten bytes and kept distinct, texts to 254 bytes, both between
/// characters; what was changed is in the notes. Cells that begin like a formula are written as text. Layers with a
/// life cycle get the columns status and status_date, those of several programmes status_PROGRAMME and
/// status_date_PROGRAMME for each. Where a layer has personal fields, identity numbers are hidden in all its texts.
///
/// Invalid for an unknown ending or encoding, for kinds of geometry that do not mix in a shapefile; Misused for a
/// format of positions only when positions are personal, and for a system that the format cannot hold; Unreadable or
/// DiskFull when it cannot be written.
CUNTU_CORE_EXPORT Result<ExportReport> exportFeatures(const ExportRequest &request, const FeatureSource &features,
                                                      const JobContext &job);

/// One of several layers of a file.
struct ExportLayer {
    ExportRequest request; ///< the file is that of all
    FeatureSource features;
};

/// As exportFeatures(), several layers into one GeoPackage; their schemas' ids are the names of its tables. One report
/// for each.
CUNTU_CORE_EXPORT Result<std::vector<ExportReport>>
exportLayers(const QString &file, const std::vector<ExportLayer> &layers, const JobContext &job);

/// Endings of all formats that can be written, lower case, without the dot.
CUNTU_CORE_EXPORT QStringList exportEndings();
/// True where files with the ending of @p file hold positions beside or instead of a table: all but csv, xlsx and ods.
CUNTU_CORE_EXPORT bool isMapFormat(const QString &file);

} // namespace cuntu
