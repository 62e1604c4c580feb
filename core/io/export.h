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
    QString file; ///< format by its ending: gpkg shp geojson kml csv xlsx fgb sqlite gml dxf tab
    LayerSchema schema;
    Crs crs;             ///< of the features
    bool unmask = false; ///< personal fields in full; otherwise masked() and positions left out where they are personal
};

/// Gives the next feature to write; false at the end.
using FeatureSource = std::function<Result<bool>(FeatureRow &row)>;

/// Writes features to a file, beside it first and then moved into place: the old file stays until the new one is whole.
/// CSV and XLSX get longitude and latitude columns (EPSG:4490) for points, WKT for others, headings and choices in the
/// program's language, and UTF-8 with byte order mark; KML and GeoJSON are written in WGS 84 (RFC 7946). Cells that
/// begin like a formula are written as text. Layers with a life cycle get the columns status and status_date, those of
/// several programmes status_PROGRAMME and status_date_PROGRAMME for each. Where a layer has personal fields, identity
/// numbers are hidden in all its texts. Returns the number of features. Invalid for an unknown ending and for kinds of
/// geometry that do not mix in a shapefile, Misused for a format of positions only when positions are personal,
/// Unreadable or DiskFull when it cannot be written.
CUNTU_CORE_EXPORT Result<qint64> exportFeatures(const ExportRequest &request, const FeatureSource &features,
                                                const JobContext &job);

} // namespace cuntu
