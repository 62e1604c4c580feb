// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/file_layer.h"

#include "core/base/text.h"
#include "core/io/wkt_geometry.h"

#include <QFileInfo>

#include <cpl_conv.h>
#include <cpl_string.h>

namespace cuntu {

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

OGRwkbGeometryType layerType(const LayerSchema &schema, const ExportFormat &format, bool withPositions)
{
    if (!withPositions) {
        return wkbNone;
    }
    switch (schema.geometry) {
    case GeometryType::Point:
        return format.oneKind ? wkbPoint : wkbUnknown;
    case GeometryType::Line:
        return format.oneKind ? wkbLineString : wkbMultiLineString;
    case GeometryType::Polygon:
        return format.oneKind ? wkbPolygon : wkbMultiPolygon;
    case GeometryType::None:
        return wkbNone;
    case GeometryType::Any:
        break;
    }
    return wkbUnknown;
}

bool isShapefile(const ExportFormat &format)
{
    return qstrcmp(format.ending, "shp") == 0;
}

bool isMapInfo(const ExportFormat &format)
{
    return qstrcmp(format.ending, "tab") == 0;
}

OGRFieldType ogrType(FieldType type, const ExportFormat &format)
{
    if (type == FieldType::Date && qstrcmp(format.driver, "LIBKML") == 0) {
        return OFTString; // its dates come back empty
    }
    switch (type) {
    case FieldType::Integer:
        return isMapInfo(format) ? OFTReal : OFTInteger64; // MapInfo knows whole numbers of 32 bits only
    case FieldType::Real:
        return OFTReal;
    case FieldType::Boolean:
        return OFTInteger;
    case FieldType::Date:
        return OFTDate;
    case FieldType::Text:
    case FieldType::Choice:
        break;
    }
    return OFTString;
}

/// MapInfo stores positions as whole numbers on a grid of 2^31 steps: over 500 km, or 5 degrees, a step is a quarter of
/// a millimetre.
Box mapInfoBounds(const Box &around, bool isGeographic)
{
    const double reach = isGeographic ? 2.5 : 250'000;
    const Point centre = around.centre();
    return {centre.x - reach, centre.y - reach, centre.x + reach, centre.y + reach};
}

/// Twice the area of a ring; below 0 where it runs clockwise.
double signedArea(std::span<const Point> ring)
{
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) { // from its first point, as large numbers would cancel
        const Point a{ring[i - 1].x - ring[0].x, ring[i - 1].y - ring[0].y};
        const Point b{ring[i].x - ring[0].x, ring[i].y - ring[0].y};
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

/// @p geometry with outer rings clockwise and holes the other way, by which a shapefile tells them apart. GDAL's own
/// turning of rings takes a hole for an outer ring where vertices of both are level with each other.
Geometry turned(Geometry geometry)
{
    std::size_t begin = 0;
    for (std::size_t part = 0; geometry.type == GeometryType::Polygon && part < geometry.partCount(); ++part) {
        const std::size_t end = geometry.partEnds[part];
        const std::span<Point> ring = std::span(geometry.points).subspan(begin, end - begin);
        if ((signedArea(ring) > 0) != geometry.isHole(part)) {
            std::reverse(ring.begin(), ring.end());
        }
        begin = end;
    }
    return geometry;
}

/// The system as GDAL has it. A shifted one has no name that GDAL knows: a local one with its name keeps other programs
/// from taking it for WGS 84.
std::unique_ptr<OGRSpatialReference> srsOf(const Crs &crs, const ExportFormat &format)
{
    auto srs = std::make_unique<OGRSpatialReference>();
    srs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (crs.shift() == Crs::Shift::None) {
        srs->importFromWkt(crs.wkt().toUtf8().constData());
        return srs;
    }
    if (qstrcmp(format.ending, "kml") == 0) { // it has no place for a system; its description says it
        srs->importFromEPSG(format.epsg);
        return srs;
    }
    if (qstrcmp(format.ending, "shp") == 0) {
        const char *const wkt = crs.shift() == Crs::Shift::Gcj02 ? R"(LOCAL_CS["GCJ-02",UNIT["degree",1]])"
                                                                 : R"(LOCAL_CS["BD-09",UNIT["degree",1]])";
        srs->importFromWkt(wkt);
        return srs;
    }
    return nullptr;
}

} // namespace

FileLayer::FileLayer(ExportTarget &target, const ExportRequest &request, const ExportFormat &format)
    : m_request(request),
      m_format(format),
      m_withPositions(exportsPositions(request)),
      m_personal(request.schema.hasPersonalFields()),
      m_target(target)
{
}

Result<std::unique_ptr<FileLayer>> FileLayer::create(ExportTarget &target, const ExportRequest &request,
                                                     const ExportFormat &format, const Geometry &near)
{
    std::unique_ptr<FileLayer> layer(new FileLayer(target, request, format));
    auto encoder = TextEncoder::create(isMapInfo(format) ? QStringLiteral("GBK")
                                                         : (format.choosesEncoding ? request.encoding : QString()));
    if (!encoder) {
        return encoder.error();
    }
    layer->m_encoder.emplace(std::move(*encoder));
    if (auto begun = layer->begin(near); !begun) {
        return begun.error();
    }
    return layer;
}

QStringList FileLayer::layerOptions(const Crs &crs, const Geometry &near) const
{
    QStringList options = words(m_format.layerOptions);
    if (m_format.choosesEncoding) {
        options << QStringLiteral("ENCODING=") + m_encoder->name();
    }
    if (qstrcmp(m_format.ending, "geojson") == 0) {
        options << (m_request.targetCrs && crs.epsg() != m_format.epsg ? QStringLiteral("RFC7946=NO")
                                                                       : QStringLiteral("RFC7946=YES"));
    }
    if (const QString shifted = shiftText(crs);
        !shifted.isEmpty() && qstrcmp(m_format.ending, "kml") != 0 && qstrcmp(m_format.ending, "shp") != 0) {
        options << QStringLiteral("DESCRIPTION=") + shifted;
    }
    if (isMapInfo(m_format) && !near.isEmpty()) {
        options << QStringLiteral("BOUNDS=%1,%2,%3,%4")
                       .arg(m_bounds.minX, 0, 'f', 6)
                       .arg(m_bounds.minY, 0, 'f', 6)
                       .arg(m_bounds.maxX, 0, 'f', 6)
                       .arg(m_bounds.maxY, 0, 'f', 6);
    }
    return options;
}

Result<void> FileLayer::begin(const Geometry &near)
{
    auto crs = targetOf(m_format, m_request);
    auto transform = crs ? transformTo(m_request.crs, *crs) : Result<std::optional<CrsTransform>>(crs.error());
    if (!transform) {
        return transform.error();
    }
    m_transform = std::move(*transform);
    Geometry there = near;
    if (m_transform && m_transform->apply(there.points) > 0) {
        there.clear();
    }
    if (isMapInfo(m_format) && !there.isEmpty()) {
        m_bounds = mapInfoBounds(there.extent(), crs->isGeographic());
    }
    const auto srs = m_request.crs.isValid() || m_format.epsg != 0 ? srsOf(*crs, m_format) : nullptr;
    CPLStringList options;
    for (const QString &option : layerOptions(*crs, there)) {
        options.AddString(option.toUtf8().constData());
    }
    const QString name =
        m_request.schema.id.isEmpty() ? QFileInfo(m_request.file).completeBaseName() : m_request.schema.id;
    m_layer = m_target.dataset().CreateLayer(name.toUtf8().constData(), srs.get(),
                                             layerType(m_request.schema, m_format, m_withPositions), options.List());
    if (!m_layer) {
        return m_target.failed(Core::tr("the layer could not be made"));
    }
    return m_format.attributes ? createFields() : Result<void>();
}

/// @p id cut to what the format allows, and unlike all before it.
QString FileLayer::nameInFile(const QString &id)
{
    QString name = id;
    if (m_format.longestName > 0) {
        const auto longest = static_cast<std::size_t>(m_format.longestName);
        const std::string whole = id.toStdString();
        name = QString::fromStdString(m_encoder->fit(whole, longest).text);
        for (int n = 1; m_names.contains(name.toLower()); ++n) {
            const QString number = QStringLiteral("_%1").arg(n);
            const auto room = longest - static_cast<std::size_t>(number.size());
            name = QString::fromStdString(m_encoder->fit(whole, room).text) + number;
        }
        m_names << name.toLower();
    }
    if (name != id) {
        m_renamed << QStringLiteral("%1 → %2").arg(id, name);
    }
    return name;
}

Result<void> FileLayer::createField(const QString &id, FieldType type)
{
    OGRFieldDefn definition(nameInFile(id).toUtf8().constData(), ogrType(type, m_format));
    if (type == FieldType::Boolean) {
        definition.SetSubType(OFSTBoolean);
    }
    if (m_layer->CreateField(&definition) != OGRERR_NONE) {
        return m_target.failed(Core::tr("the field %1 could not be made").arg(id));
    }
    return {};
}

Result<void> FileLayer::createFields()
{
    for (const Field &field : m_request.schema.fields) {
        if (auto made = createField(field.id, field.type); !made) {
            return made;
        }
    }
    const std::vector<LayerTrack> &tracks = m_request.schema.tracks;
    for (const LayerTrack &track : tracks) {
        const QString which = tracks.size() == 1 ? QString() : QLatin1Char('_') + track.programme;
        auto made = createField(QStringLiteral("status") + which, FieldType::Text);
        made = made ? createField(QStringLiteral("status_date") + which, FieldType::Date) : made;
        if (!made) {
            return made;
        }
    }
    if (m_layer->GetLayerDefn()->GetFieldCount() == 0 && !m_withPositions) {
        return m_target.failed(Core::tr("there is nothing to write"));
    }
    return {};
}

void FileLayer::setValue(OGRFeature &feature, int index, const Value &value)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value)) {
        feature.SetField(index, static_cast<GIntBig>(*whole));
    } else if (const auto *real = std::get_if<double>(&value)) {
        feature.SetField(index, *real);
    } else if (const auto *text = std::get_if<std::string>(&value)) {
        if (m_format.longestText == 0) {
            feature.SetField(index, text->c_str());
            return;
        }
        const TextEncoder::Fitted fitted = m_encoder->fit(*text, static_cast<std::size_t>(m_format.longestText));
        m_cut += fitted.cut ? 1 : 0;
        feature.SetField(index, fitted.text.c_str());
    }
}

Result<void> FileLayer::setGeometry(OGRFeature &feature, const FeatureRow &row) const
{
    Geometry geometry = m_withPositions ? exportedGeometry(row, m_transform) : Geometry();
    if (isShapefile(m_format)) {
        geometry = turned(std::move(geometry));
    }
    const bool mixed =
        m_format.oneKind && !geometry.isEmpty() &&
        ((m_request.schema.geometry != GeometryType::Any && geometry.type != m_request.schema.geometry) ||
         (geometry.type == GeometryType::Point && geometry.partCount() > 1));
    const Box extent = geometry.extent();
    const bool outside =
        !m_bounds.isEmpty() && !geometry.isEmpty() &&
        !(m_bounds.contains({extent.minX, extent.minY}) && m_bounds.contains({extent.maxX, extent.maxY}));
    if (mixed || outside) {
        Error error{ErrorCode::Invalid,
                    mixed ? Core::tr("a shapefile holds one kind of geometry, and this feature is of another")
                          : Core::tr("a MapInfo table holds 500 km at the most, and this feature lies beyond"),
                    {},
                    Core::tr("Export as GeoPackage (.gpkg) instead."),
                    {},
                    {}};
        error.where.feature = QString::number(row.id.value);
        return error;
    }
    const bool multi = !m_format.oneKind && m_format.attributes && m_request.schema.geometry != GeometryType::Point &&
                       m_request.schema.geometry != GeometryType::Any;
    if (auto ogr = toOgr(geometry, multi)) {
        feature.SetGeometryDirectly(ogr.release());
    }
    return {};
}

Result<void> FileLayer::write(const FeatureRow &row)
{
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(m_layer->GetLayerDefn()));
    const std::vector<Field> &fields = m_request.schema.fields;
    for (std::size_t i = 0; m_format.attributes && i < std::min(fields.size(), row.values.size()); ++i) {
        const bool isText = fields[i].type == FieldType::Text || fields[i].type == FieldType::Choice;
        m_zeroed += isMapInfo(m_format) && !isText && isNull(row.values[i]) ? 1 : 0;
        setValue(*feature, static_cast<int>(i), exportedValue(fields[i], row.values[i], m_request.unmask, m_personal));
    }
    int statusField = static_cast<int>(fields.size());
    for (const LayerTrack &track : m_request.schema.tracks) {
        const RowStatus *status = m_format.attributes ? statusOf(row, track.programme) : nullptr;
        if (status) {
            setValue(*feature, statusField, status->status.toStdString());
        }
        if (status && status->date) {
            setValue(*feature, statusField + 1, status->date->toIso().toStdString());
        }
        statusField += 2;
    }
    if (auto set = setGeometry(*feature, row); !set) {
        return set.error();
    }
    if (!m_format.attributes && !feature->GetGeometryRef()) {
        return {};
    }
    const CPLConfigOptionSetter asTheyAre("SHAPE_REWIND_ON_WRITE", "FALSE", false); // see turned()
    if (m_layer->CreateFeature(feature.get()) != OGRERR_NONE) {
        return m_target.failed(Core::tr("feature %1 could not be written").arg(row.id.value));
    }
    return {};
}

QStringList FileLayer::notes() const
{
    QStringList notes;
    if (!m_renamed.isEmpty()) {
        notes << Core::tr("names of fields were cut to %1 bytes: %2")
                     .arg(m_format.longestName)
                     .arg(m_renamed.join(QStringLiteral(", ")));
    }
    if (m_cut > 0) {
        notes << Core::tr("%1 texts were cut to %2 bytes").arg(m_cut).arg(m_format.longestText);
    }
    if (m_zeroed > 0) {
        notes << Core::tr("%1 empty numbers, which a MapInfo table does not know, are 0 in it").arg(m_zeroed);
    }
    if (m_encoder->replaced() > 0) {
        notes << replacedNote(*m_encoder);
    }
    if (!m_request.crs.isValid() && m_withPositions) {
        notes << Core::tr("the project does not know the system of its positions, and the file does not say it");
    }
    return notes;
}

} // namespace cuntu
