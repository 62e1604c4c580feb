// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/io/export_target.h"
#include "core/io/wkt_geometry.h"

#include <QFileInfo>

#include <cpl_string.h>

#include <array>

namespace cuntu {

namespace {

/// How a format is written.
struct Format {
    const char *ending;
    const char *driver;
    const char *fileOptions; ///< separated by spaces
    const char *layerOptions;
    int epsg;          ///< the system it must be in; 0: that of the features
    bool onlyGeometry; ///< it cannot do without positions
    bool oneKind;      ///< points, lines and areas do not mix, nor points and multi-points
    bool attributes;
};

constexpr std::array<Format, 9> k_formats{{
    {"gpkg", "GPKG", "", "FID=fid GEOMETRY_NAME=geom", 0, false, false, true},
    {"shp", "ESRI Shapefile", "", "ENCODING=UTF-8", 0, true, true, true},
    {"geojson", "GeoJSON", "", "RFC7946=YES", 4326, false, false, true},
    {"kml", "LIBKML", "", "", 4326, true, false, true},
    {"fgb", "FlatGeobuf", "", "", 0, true, false, true},
    {"sqlite", "SQLite", "SPATIALITE=YES", "", 0, false, false, true},
    {"gml", "GML", "FORMAT=GML3.2", "", 0, true, false, true},
    {"dxf", "DXF", "", "", 0, true, false, false},
    {"tab", "MapInfo File", "", "ENCODING=CP936", 0, true, false, true},
}};

const Format *formatOf(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    const auto found = std::find_if(k_formats.begin(), k_formats.end(),
                                    [&](const Format &f) { return ending == QLatin1String(f.ending); });
    return found == k_formats.end() ? nullptr : &*found;
}

OGRwkbGeometryType layerType(const LayerSchema &schema, const Format &format, bool withPositions)
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

OGRFieldType ogrType(FieldType type, const Format &format)
{
    if (type == FieldType::Date && qstrcmp(format.driver, "LIBKML") == 0) {
        return OFTString; // its dates come back empty
    }
    switch (type) {
    case FieldType::Integer:
        return OFTInteger64;
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

/// Writes features into one layer of a file.
class LayerWriter {
public:
    LayerWriter(const ExportRequest &request, const Format &format)
        : m_request(request),
          m_format(format),
          m_withPositions(exportsPositions(request)),
          m_personal(request.schema.hasPersonalFields())
    {
    }
    Result<void> begin();
    Result<void> write(const FeatureRow &row);
    Result<void> end() { return m_target->commit(); }

private:
    Result<void> createFields();
    void setValue(OGRFeature &feature, int index, const Value &value) const;
    Result<void> setGeometry(OGRFeature &feature, const FeatureRow &row) const;

    const ExportRequest &m_request;
    const Format &m_format;
    bool m_withPositions;
    bool m_personal;
    std::optional<CrsTransform> m_transform;
    std::unique_ptr<ExportTarget> m_target;
    OGRLayer *m_layer = nullptr;
};

Result<void> LayerWriter::begin()
{
    const auto words = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    auto target = ExportTarget::create(m_request.file, m_format.driver, words(m_format.fileOptions));
    if (!target) {
        return target.error();
    }
    m_target = std::move(*target);
    OGRSpatialReference srs;
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (m_format.epsg != 0) {
        auto transform = transformTo(m_request.crs, m_format.epsg);
        if (!transform) {
            return transform.error();
        }
        m_transform = std::move(*transform);
        srs.importFromEPSG(m_format.epsg);
    } else if (m_request.crs.isValid()) {
        srs.importFromWkt(m_request.crs.wkt().toUtf8().constData());
    }
    CPLStringList options;
    for (const QString &option : words(m_format.layerOptions)) {
        options.AddString(option.toLatin1().constData());
    }
    const QString name =
        m_request.schema.id.isEmpty() ? QFileInfo(m_request.file).completeBaseName() : m_request.schema.id;
    m_layer = m_target->dataset().CreateLayer(name.toUtf8().constData(),
                                              m_request.crs.isValid() || m_format.epsg != 0 ? &srs : nullptr,
                                              layerType(m_request.schema, m_format, m_withPositions), options.List());
    if (!m_layer) {
        return m_target->failed(Core::tr("the layer could not be made"));
    }
    return m_format.attributes ? createFields() : Result<void>();
}

Result<void> LayerWriter::createFields()
{
    for (const Field &field : m_request.schema.fields) {
        OGRFieldDefn definition(field.id.toUtf8().constData(), ogrType(field.type, m_format));
        if (field.type == FieldType::Boolean) {
            definition.SetSubType(OFSTBoolean);
        }
        if (m_layer->CreateField(&definition) != OGRERR_NONE) {
            return m_target->failed(Core::tr("the field %1 could not be made").arg(field.id));
        }
    }
    const std::vector<LayerTrack> &tracks = m_request.schema.tracks;
    for (const LayerTrack &track : tracks) {
        const QByteArray which = tracks.size() == 1 ? QByteArray() : '_' + track.programme.toUtf8();
        OGRFieldDefn status(QByteArray("status" + which).constData(), OFTString);
        OGRFieldDefn date(QByteArray("status_date" + which).constData(), ogrType(FieldType::Date, m_format));
        if (m_layer->CreateField(&status) != OGRERR_NONE || m_layer->CreateField(&date) != OGRERR_NONE) {
            return m_target->failed(Core::tr("the field %1 could not be made").arg(QStringLiteral("status")));
        }
    }
    if (m_layer->GetLayerDefn()->GetFieldCount() == 0 && !m_withPositions) {
        return m_target->failed(Core::tr("there is nothing to write"));
    }
    return {};
}

void LayerWriter::setValue(OGRFeature &feature, int index, const Value &value) const
{
    if (const auto *whole = std::get_if<std::int64_t>(&value)) {
        feature.SetField(index, static_cast<GIntBig>(*whole));
    } else if (const auto *real = std::get_if<double>(&value)) {
        feature.SetField(index, *real);
    } else if (const auto *text = std::get_if<std::string>(&value)) {
        constexpr std::size_t longestInDbf = 254;
        std::string cut = *text;
        if (m_format.oneKind && cut.size() > longestInDbf) { // at a character's boundary
            std::size_t size = longestInDbf;
            while (size > 0 && (static_cast<unsigned char>(cut[size]) & 0xC0) == 0x80) {
                --size;
            }
            cut.resize(size);
        }
        feature.SetField(index, cut.c_str());
    }
}

Result<void> LayerWriter::setGeometry(OGRFeature &feature, const FeatureRow &row) const
{
    const Geometry geometry = m_withPositions ? exportedGeometry(row, m_transform) : Geometry();
    const bool mixed =
        m_format.oneKind && !geometry.isEmpty() &&
        ((m_request.schema.geometry != GeometryType::Any && geometry.type != m_request.schema.geometry) ||
         (geometry.type == GeometryType::Point && geometry.partCount() > 1));
    if (mixed) {
        Error error{ErrorCode::Invalid,
                    Core::tr("a shapefile holds one kind of geometry, and this feature is of another"),
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

Result<void> LayerWriter::write(const FeatureRow &row)
{
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(m_layer->GetLayerDefn()));
    const std::vector<Field> &fields = m_request.schema.fields;
    for (std::size_t i = 0; m_format.attributes && i < std::min(fields.size(), row.values.size()); ++i) {
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
    if (m_layer->CreateFeature(feature.get()) != OGRERR_NONE) {
        return m_target->failed(Core::tr("feature %1 could not be written").arg(row.id.value));
    }
    return {};
}

} // namespace

Result<qint64> exportGdal(const ExportRequest &request, const FeatureSource &features, const JobContext &job)
{
    const Format *format = formatOf(request.file);
    if (!format) {
        return Error{ErrorCode::Invalid,
                     Core::tr("'%1' is no format that can be written").arg(QFileInfo(request.file).suffix()),
                     {request.file, {}, 0, {}, {}, {}},
                     Core::tr("Possible are: gpkg shp geojson kml csv xlsx fgb sqlite gml dxf tab."),
                     {},
                     {}};
    }
    if (format->onlyGeometry && !exportsPositions(request)) {
        const bool personal = request.schema.positionPersonal;
        return Error{ErrorCode::Misused,
                     personal ? Core::tr("the positions of this layer identify people and are left out, but this "
                                         "format consists of positions")
                              : Core::tr("the layer has no positions, but this format consists of them"),
                     {request.file, {}, 0, {}, {}, {}},
                     personal ? Core::tr("Export as .csv, .xlsx or .gpkg, or with --unmask, which is recorded.")
                              : Core::tr("Export as .csv, .xlsx or .gpkg."),
                     {},
                     {}};
    }
    LayerWriter writer(request, *format);
    if (auto begun = writer.begin(); !begun) {
        return begun.error();
    }
    qint64 count = 0;
    FeatureRow row;
    for (;;) {
        const auto more = features(row);
        if (!more) {
            return more.error();
        }
        if (!*more) {
            break;
        }
        if (auto written = writer.write(row); !written) {
            return written.error();
        }
        if (++count % 256 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    if (auto done = writer.end(); !done) {
        return done.error();
    }
    return count;
}

} // namespace cuntu
