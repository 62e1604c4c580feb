// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gdal_source.h"

#include "core/base/text.h"
#include "core/io/gdal_scan.h"
#include "core/io/shapefile_parts.h"
#include "core/io/source_path.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

bool fits(OGRwkbGeometryType type, GeometryType wanted)
{
    const OGRwkbGeometryType flat = wkbFlatten(OGR_GT_GetLinear(type));
    switch (wanted) {
    case GeometryType::Point:
        return flat == wkbPoint || flat == wkbMultiPoint;
    case GeometryType::Line:
        return flat == wkbLineString || flat == wkbMultiLineString;
    case GeometryType::Polygon:
        return flat == wkbPolygon || flat == wkbMultiPolygon;
    case GeometryType::None:
    case GeometryType::Any:
        break;
    }
    return true;
}

/// True where numbers in @p extent can be longitude and latitude, in either order.
bool isLonLat(const Box &extent)
{
    const double x = std::max(std::abs(extent.minX), std::abs(extent.maxX));
    const double y = std::max(std::abs(extent.minY), std::abs(extent.maxY));
    return std::max(x, y) <= 360;
}

/// Why GDAL does not open @p path as a file of features.
Error notAVector(const QString &path, const QStringList &messages)
{
    if (isDatabaseAddress(path)) {
        return {
            ErrorCode::Unreadable,
            Core::tr("the database cannot be opened"),
            {},
            Core::tr("Check the address, for example \"PG:host=server dbname=county user=name password=...\", and that "
                     "the server is reached."),
            {},
            messages};
    }
    if (isGdalRaster(path)) {
        return {ErrorCode::Unreadable,
                Core::tr("this is a picture or a terrain model (a raster), and holds no features"),
                {},
                Core::tr("Add it to the map as a raster, or name it where an analysis asks for a terrain model."),
                {},
                messages};
    }
    return {
        ErrorCode::Unreadable,
        Core::tr("the file is damaged or in no format that is known here"),
        {},
        Core::tr("Export it anew from the program it comes from, best as GeoPackage, shapefile, KML, Excel or CSV."),
        {},
        messages};
}

Error inFile(Error error, const OpenRequest &request)
{
    error.where.file = request.options.file;
    return error;
}

} // namespace

Result<std::unique_ptr<RowReader>> GdalSource::open(const OpenRequest &request)
{
    std::unique_ptr<GdalSource> source(new GdalSource);
    QStringList messages;
    // Tables that a database does not offer as layers can be had by name.
    source->m_dataset = openGdalVector(request.path, !request.options.sheet.isEmpty(), messages);
    if (!source->m_dataset) {
        return inFile(notAVector(request.path, messages), request);
    }
    const GdalGuard guard;
    Scan scan;
    auto steps = source->chooseLayers(request);
    if (steps) {
        steps = source->look(request, scan);
    }
    if (steps) {
        if (scan.text.isEmpty()) {
            scan.text = scan.cutText;
        }
        steps = source->chooseEncoding(request, scan);
    }
    if (steps) {
        steps = source->makeColumns(request, scan);
    }
    if (steps) {
        steps = source->chooseCrs(request, scan);
    }
    if (!steps) {
        Error error = inFile(steps.error(), request);
        error.details = guard.messages();
        return error;
    }
    source->rewind();
    return std::unique_ptr<RowReader>(std::move(source));
}

Result<void> GdalSource::chooseLayers(const OpenRequest &request)
{
    m_info.driver = QString::fromUtf8(m_dataset->GetDriverName());
    m_isKml = m_info.driver == QLatin1String("LIBKML") || m_info.driver == QLatin1String("KML");
    m_isShapefile = m_info.driver == QLatin1String("ESRI Shapefile");
    m_isOsm = m_info.driver == QLatin1String("OSM");
    std::vector<OGRLayer *> layers;
    for (OGRLayer *layer : m_dataset->GetLayers()) {
        layers.push_back(layer);
        m_info.sheets << QString::fromUtf8(layer->GetName());
    }
    if (layers.empty()) {
        return Error{ErrorCode::Unreadable, Core::tr("the file has no layers"), {}, {}, {}, {}};
    }
    const auto chosen = chooseSheet(m_info.sheets, request.options);
    if (!chosen) {
        return chosen.error();
    }
    if (request.options.sheet.isEmpty()) {
        chooseFilledLayers(request, layers);
    }
    if (m_layers.empty()) {
        m_layers.push_back({layers[*chosen], {}, -1});
    }
    m_info.sheet = QString::fromUtf8(m_layers.front().layer->GetName());
    if (m_layers.size() > 1) {
        m_info.notes
            << Core::tr("all %1 folders of the file are read as one; --sheet names a single one").arg(m_layers.size());
    } else if (layers.size() > 1 && request.options.sheet.isEmpty()) {
        m_info.notes << Core::tr("of the layers %1, '%2' is read; --sheet names another")
                            .arg(m_info.sheets.mid(0, 20).join(QStringLiteral(", ")), m_info.sheet);
    }
    return {};
}

/// Where the user names none: of a KML all folders, for one theme in several of them is the rule; else the first layer
/// that has features, best of the kind that is wanted.
void GdalSource::chooseFilledLayers(const OpenRequest &request, const std::vector<OGRLayer *> &layers)
{
    const auto hasRows = [&](OGRLayer *layer) { return m_isOsm || layer->GetFeatureCount() != 0; };
    if (m_isKml) {
        for (OGRLayer *layer : layers) {
            if (hasRows(layer)) {
                m_layers.push_back({layer, {}, -1});
            }
        }
        return;
    }
    const GeometryType wanted = request.schema ? request.schema->geometry : GeometryType::Any;
    auto best = std::find_if(layers.begin(), layers.end(),
                             [&](OGRLayer *layer) { return fits(layer->GetGeomType(), wanted) && hasRows(layer); });
    if (best == layers.end()) {
        best = std::find_if(layers.begin(), layers.end(), hasRows);
    }
    if (best != layers.end()) {
        m_layers.push_back({*best, {}, -1});
    }
}

/// Whether the text that was looked at is in the encoding the user named; says the first row that is not.
Result<void> GdalSource::checkEncoding(const Scan &scan)
{
    if (auto known = toUtf8({}, m_info.encoding); !known) {
        return known.error();
    }
    if (toUtf8(scan.text, m_info.encoding)) {
        return {};
    }
    Error error{ErrorCode::BadEncoding,
                Core::tr("a character here is not %1").arg(m_info.encoding),
                {},
                Core::tr("Name the right encoding with --encoding, for example --encoding GBK or --encoding GB18030."),
                {},
                {}};
    rewind();
    for (qint64 row = 1; const auto feature = nextFeature(); ++row) {
        for (int field = 0; field < feature->GetFieldCount(); ++field) {
            if (!cellOf(*feature, field)) {
                error.where.row = row;
                return error;
            }
        }
    }
    return {}; // only a text that the format cut in the middle of a character
}

Result<void> GdalSource::chooseEncoding(const OpenRequest &request, const Scan &scan)
{
    if (!request.options.encoding.isEmpty() && (m_isShapefile || !scan.allUtf8)) {
        m_info.encoding = request.options.encoding;
        m_info.encodingReason = Core::tr("as you said");
        m_recode = true;
        return checkEncoding(scan);
    }
    m_info.encoding = QStringLiteral("UTF-8");
    m_info.encodingReason =
        m_isShapefile ? Core::tr("there are only plain ASCII characters") : Core::tr("fixed by the format");
    DbfClaim claim;
    if (m_isShapefile) {
        const QString dbf = siblingOf(request.path, QStringLiteral("dbf"));
        claim = dbf.isEmpty() ? DbfClaim{} : dbfClaim(dbf);
    }
    if (!claim.encoding.isEmpty()) {
        if (!contradictsClaim(scan.text, claim.encoding) && toUtf8(scan.text, claim.encoding)) {
            m_info.encoding = claim.encoding;
            m_info.encodingReason = claim.reason;
            m_recode = true;
            return {};
        }
        m_info.notes
            << Core::tr("the file claims to be %1 (%2), but its text is not").arg(claim.encoding, claim.reason);
    }
    if (scan.text.isEmpty() || (scan.allUtf8 && !m_isShapefile)) {
        return {};
    }
    const auto guess = guessEncoding(scan.text);
    if (!guess && !m_isShapefile) {
        return guess.error();
    }
    // What no other encoding can be, ArcGIS and GDAL take for Western European.
    m_info.encoding = guess ? guess->name : QStringLiteral("ISO-8859-1");
    m_info.encodingReason =
        guess ? guess->reason : Core::tr("nothing is said about it, and it is neither UTF-8 nor Chinese");
    m_recode = true;
    return {};
}

Result<void> GdalSource::chooseCrs(const OpenRequest &request, const Scan &scan)
{
    m_info.geometry = scan.geometry;
    if (scan.geometry == GeometryType::None || (request.schema && request.schema->geometry == GeometryType::None)) {
        return {};
    }
    const OGRSpatialReference *srs = m_layers.front().layer->GetSpatialRef();
    const bool contradicted = srs && !request.options.sourceCrs && srs->IsGeographic() && !scan.sample.isEmpty() &&
                              !isLonLat(scan.sample.typicalExtent());
    if (contradicted) {
        m_info.notes << Core::tr("the file calls its numbers longitude and latitude, which they are not");
    }
    if (srs && !request.options.sourceCrs && !contradicted) {
        char *wkt = nullptr;
        const char *const options[] = {"FORMAT=WKT2_2019", nullptr};
        const bool written = srs->exportToWkt(&wkt, options) == OGRERR_NONE;
        const auto crs = Crs::fromUser(written ? QString::fromUtf8(wkt) : QString());
        CPLFree(wkt);
        if (crs) {
            // The order in which the driver gives the coordinates, which may be the CRS's own: northing first.
            const std::vector<int> axes = srs->GetDataAxisToSRSAxisMapping();
            const bool northFirst = srs->EPSGTreatsAsLatLong() || srs->EPSGTreatsAsNorthingEasting();
            m_swapAxes = northFirst && axes.size() >= 2 && axes[0] == 1 && axes[1] == 2;
            const bool shifted =
                m_isKml && (request.path.endsWith(QLatin1String(".ovkml"), Qt::CaseInsensitive) ||
                            request.options.file.endsWith(QLatin1String(".ovkmz"), Qt::CaseInsensitive));
            m_info.crs = shifted ? Crs::gcj02() : *crs;
            m_info.crsReason = shifted ? Core::tr("Ovital's own KML is in GCJ-02") : namedByFile();
            return {};
        }
        m_info.notes << Core::tr("the coordinate system named in the file is not a known one");
    }
    if (m_isShapefile && siblingOf(request.path, QStringLiteral("dbf")).isEmpty()) {
        m_info.notes << Core::tr("the .dbf file, which holds the attributes, is missing: there are only shapes");
    }
    if (m_isShapefile && !srs && !request.options.sourceCrs) {
        m_info.notes << (siblingOf(request.path, QStringLiteral("prj")).isEmpty()
                             ? Core::tr("the .prj file, which names the coordinate system, is missing")
                             : Core::tr("the .prj file, which names the coordinate system, cannot be understood"));
    }
    if (scan.sample.isEmpty() && !request.options.sourceCrs) {
        return {};
    }
    auto choice = cuntu::chooseCrs(request.options.sourceCrs, scan.sample.typicalExtent(), request.options.file);
    if (!choice) {
        return choice.error();
    }
    m_info.crs = choice->crs;
    m_info.crsReason = choice->reason;
    m_swapAxes = choice->swapped;
    return {};
}

Result<std::unique_ptr<RowReader>> openGdal(const OpenRequest &request)
{
    return GdalSource::open(request);
}

} // namespace cuntu
